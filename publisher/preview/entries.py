"""From what is clicked on a page to the entry of the YAML.

And on to the fact it was generated from.
"""

from __future__ import annotations

from typing import Any

import yaml

from publisher.manuscript import BYTE_ORDER_MARK, Node, Path, Tree, entry_of, node_at, node_of, read_tree
from publisher.preview.draft import Draft, Piece
from publisher.preview.editing import RECORD, Editing, NoEntry, standing, told

FACTS: dict[str, Path] = {  # the key of a block written from facts → where in the record they stand
    "vote": ("votes",),
    "election": ("elections",),
    "officers": ("bureaux",),
    "attendance": ("attendance",),
    "credentials": ("credentials",),
    "session": ("meetings",),
    "agenda-list": ("agenda",),
    "outcomes": ("adoptions",),
}
WORDS = (
    "paragraph",
    "unnumbered",
    "heading",
    "item",
    "appendix",
    "box",
    "declaration",
    "annex",
    "signed",
    "words",
    "close",
    "title",
    "figure",
)  # of a mapping, the entry that holds the words, the first there is
LISTS = {"items": "item", "body": "block", "preamble": "block", "operative": "block", "footnotes": "note"}  # by key
MOST_FIELDS = 24  # of a form; longer facts are written as YAML


def entry(editing: Editing, draft: Draft, identifier: str) -> dict[str, Any]:
    """What the page needs to open a piece of `draft`; NoEntry.

    Its words or lines, its list entry, its fact.
    """
    piece = next((one for one in draft.pieces if one.id == identifier), None)
    if piece is None or piece.at is None:
        raise NoEntry("this is written by the program; it has no words of its own")
    if not piece.at.file.endswith(".yaml"):
        raise NoEntry("this stands in {file}; change it there", file=piece.at.file)
    now = editing.tree(piece.at.file)
    node = _node(draft, piece, now)
    if node is None:
        raise NoEntry("these words are not in the file any more")
    return {
        "id": identifier,
        "role": piece.role,
        "file": piece.at.file,
        **told(now, node),
        "entry": _listed(now, node, piece),
        "fact": _fact(editing, now, node, piece),
    }


def place_entry(
    editing: Editing, name: str, path: Path, before: str = "", draft: Draft | None = None
) -> dict[str, Any]:
    """What the page needs to open the entry at `path` of a file, or where what read `before` has moved.

    It need not be printed anywhere; where `draft` shows the file as it is, it is opened as the piece it is.
    """
    tree = editing.tree(name)
    node = (standing(tree, path, before) if before else None) or node_of(tree, path)
    if node is None:
        raise NoEntry("there is no such entry any more")
    if draft is not None and (piece := _drawn(draft, tree, name, node)) is not None:
        return entry(editing, draft, piece.id)
    return {
        "id": "", "role": "fact" if name == RECORD else "entry", "file": name,
        **told(tree, node), "entry": _listed(tree, node, None), "fact": None,
    }  # fmt: skip


def _drawn(draft: Draft, now: Tree, name: str, node: Node) -> Piece | None:
    """The piece that is written at `node`, in a draft of the file as it is now."""
    if draft.sources.get(name) != now.text.removeprefix(BYTE_ORDER_MARK):
        return None
    near = (
        piece for piece in draft.pieces
        if piece.at is not None and piece.at.file == name
        and (piece.at.line == node.line or (piece.table_at is not None and piece.table_at.line <= node.line))
    )  # fmt: skip
    return next((piece for piece in near if (there := _node(draft, piece, now)) and there.path == node.path), None)


def fields(editing: Editing, name: str, path: Path) -> list[dict[str, Any]]:
    """The scalars of an entry as a form: the path, name and value of each.

    None where there are too many.
    """
    node = node_of(editing.tree(name), path)
    if node is None:
        raise NoEntry("there is no such entry any more")
    found = [one for one in node.walk() if one.kind == "scalar"]
    if len(found) > MOST_FIELDS or node.kind == "sequence":
        return []
    depth = len(path)
    return [
        {"path": list(one.path), "name": " ".join(map(_step, one.path[depth:])), "value": one.value} for one in found
    ]


def _step(step: str | int) -> str:
    return str(step + 1) if isinstance(step, int) else step


def _node(draft: Draft, piece: Piece, now: Tree) -> Node | None:
    """The entry of a piece in the file as it is now: where it stood when it was drawn, or words that have moved."""
    if piece.at is None:
        return None
    source = draft.sources.get(piece.at.file)
    if source is None:
        return node_at(now, piece.at.line, piece.at.column)
    try:
        before = now if source == now.text.removeprefix(BYTE_ORDER_MARK) else read_tree(source)
    except (yaml.YAMLError, ValueError):
        before = now
    drawn = node_at(before, piece.at.line, piece.at.column)
    if drawn is None:
        return None
    if piece.table:
        drawn = drawn if piece.at != piece.table_at and drawn.kind == "scalar" else _cell(drawn, piece)
    else:
        drawn = _words(drawn, piece)
    if drawn is None:
        return None
    here = node_of(now, drawn.path)
    if before is not now and drawn.kind == "scalar" and (here is None or here.value != drawn.value) and now.root:
        moved = [one for one in now.root.walk() if one.kind == "scalar" and one.value == drawn.value]
        return moved[0] if len(moved) == 1 else here
    return here


def _words(node: Node, piece: Piece) -> Node:
    """The words of a block, where it is a mapping that holds them; the mapping itself where it holds none."""
    if node.kind != "mapping" or piece.role == "table":
        return node
    for key in WORDS:
        child = _under(node, key)
        if child is not None and child.kind == "scalar":
            return child
    return node


def _cell(table: Node, piece: Piece) -> Node | None:
    """A cell of a table; the table itself where the cell stands in a file of its own."""
    if piece.role == "head":
        columns = _under(table, "columns")
        heads = _leaves(columns) if columns is not None else []
        return heads[piece.column] if piece.column < len(heads) else table
    rows = _under(table, "table")
    if rows is None or rows.kind != "sequence" or piece.row >= len(rows.children):
        total = _under(table, "total") if piece.role == "total" else None
        return (_in_row(total, piece.column) if total is not None else rows) or table
    return _in_row(rows.children[piece.row], piece.column) or rows.children[piece.row]


def _in_row(row: Node, column: int) -> Node | None:
    if row.kind == "mapping":
        row = next(iter(row.children), row)
    if row.kind != "sequence":
        return row
    if column >= len(row.children):
        return None
    cell = row.children[column]
    return _under(cell, "cell") or cell if cell.kind == "mapping" else cell


def _leaves(columns: Node) -> list[Node]:
    heads = []
    for column in columns.children:
        if column.kind != "mapping":
            heads.append(column)
        elif (inner := _under(column, "columns")) is not None:
            heads += _leaves(inner)
        elif (head := _under(column, "head")) is not None:
            heads.append(head)
    return heads


def _listed(tree: Tree, node: Node, piece: Piece | None) -> dict[str, Any] | None:
    """The entry of a list that holds `node`, which can be added to, moved and deleted; of a cell, its row.

    `takes` tells whether words, or another row, can stand in that list.
    """
    one = node
    while one.parent is not None and (one.parent.kind != "sequence" or one.parent.flow):
        one = one.parent
    if one.parent is None:
        return None
    place = one.parent.children.index(one)
    what = _what(one, piece)
    takes = what in ("row", "item", "block") or any(other.kind == "scalar" for other in one.parent.children)
    return {**told(tree, one), "place": place, "of": len(one.parent.children), "what": what, "takes": takes}


def _what(one: Node, piece: Piece | None) -> str:
    list_key = one.parent.path[-1] if one.parent is not None and one.parent.path else ""
    if list_key == "table":
        return "row"
    if piece is not None and piece.table:
        return "column"
    return LISTS.get(str(list_key), "entry")


def _fact(editing: Editing, tree: Tree, node: Node, piece: Piece) -> dict[str, Any] | None:
    """The fact a sentence was generated from: its name, where in the record it stands."""
    block = node if node.kind == "mapping" else entry_of(node)
    if block.kind != "mapping":
        return None
    for key, path in FACTS.items():
        child = _under(block, key)
        if child is None:
            continue
        named = (*path, child.value) if child.kind == "scalar" else path
        return _fact_at(editing, f"{key} {child.value}".strip(), (named, path))
    return None


def _fact_at(editing: Editing, name: str, paths: tuple[Path, ...]) -> dict[str, Any] | None:
    record = editing.tree(RECORD)
    for path in paths:
        found = node_of(record, path)
        if found is not None:
            return {"name": name, "file": RECORD, "path": list(path), "line": found.line}
    return None


def _under(node: Node, key: str) -> Node | None:
    return next((child for one, child in zip(node.keys, node.children, strict=False) if one.value == key), None)
