"""Changes to a YAML text that touch one entry and prove it.

Read again, nothing else has changed.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

import yaml

from publisher.manuscript.scalars import Unwritable, is_other_kind, scalar
from publisher.manuscript.tree import Node, Path, Tree, node_of, read_tree


@dataclass(frozen=True, slots=True)
class Change:
    """Characters from `start` to `end` of a text, and what replaces them."""

    start: int
    end: int
    text: str


def after(text: str, change: Change) -> str:
    """`text` after `change`."""
    return text[: change.start] + change.text + text[change.end :]


def reworded(tree: Tree, path: Path, words: str) -> str:
    """The text with `words` for the scalar at `path`.

    Written as that was; Unwritable where it cannot be.
    """
    node = _there(tree, path)
    if node.kind != "scalar":
        raise Unwritable("this entry holds other entries; change it as YAML")
    if node.value == words:
        return tree.text
    was_text = bool(node.style) or not is_other_kind(node.value)
    written = _block(tree, node, words) or scalar(words, node.style, flow=node.inside, text=was_text)
    gap = "" if node.start == 0 or tree.text[node.start - 1] in " \n[,{" else " "  # an empty value after its colon
    changed = after(tree.text, Change(node.start, node.end, gap + written))
    return _proved(tree, changed, path, words)


def refilled(tree: Tree, path: Path, source: str) -> str:
    """The text with the YAML `source` in the place of the entry at `path`.

    Unwritable where that is not one entry.
    """
    node = _there(tree, path)
    if not source.strip():
        raise Unwritable("nothing is typed; to take the entry out, delete it")
    changed = after(tree.text, Change(node.start, node.end, _indented(source, node.column - 1)))
    _read(changed)
    wanted = tree.value()
    found = read_tree(changed)
    replaced = node_of(found, path)
    if replaced is None:
        raise Unwritable("what is typed is not one entry")
    if path:
        _put(wanted, path, _at(found.value(), path))
    if found.value() != (wanted if path else found.value()):
        raise Unwritable("what is typed reaches beyond its entry: mind the indents")
    return changed


def entered(tree: Tree, path: Path, place: int, source: str) -> str:
    """The text with the YAML `source` as a new entry of a list.

    The list is at `path`, the entry goes before the one at `place`.
    """
    node = _there(tree, path)
    if node.kind != "sequence":
        raise Unwritable("new entries go into lists")
    place = max(0, min(place, len(node.children)))
    if node.flow:
        changed = after(tree.text, _in_brackets(node, place, source))
    elif not node.children:
        raise Unwritable("the list is empty; write its first entry as YAML")
    else:
        changed = after(tree.text, _on_lines(tree.text, node, place, source))
    wanted = tree.value()
    _read(changed)
    found = read_tree(changed)
    try:
        new = _at(found.value(), (*path, place))
    except (LookupError, TypeError) as lost:
        raise Unwritable("what is typed is not one entry") from lost
    _at(wanted, path).insert(place, new)
    if found.value() != wanted:
        raise Unwritable("what is typed reaches beyond its entry: mind the indents")
    return changed


def named(tree: Tree, path: Path, key: str, words: str) -> str:
    """The text with `words` under a new `key` of the mapping at `path`, last.

    A mapping of the file is made if need be.
    """
    if read_key(key) is None:
        raise Unwritable("“{key}” cannot be a name", key=key)
    node, ending = node_of(tree, path), "\r\n" if "\r\n" in tree.text else "\n"
    if node is not None and (node.kind != "mapping" or key in {one.value for one in node.keys}):
        raise Unwritable("there is “{key}” already", key=key)
    wanted = tree.value()
    if node is not None and node.children:
        _at(wanted, path)[key] = (None, words)
        change = _last_key(tree, node, f"{key}: {scalar(words, flow=node.flow)}", ending)
    elif len(path) == 1 and isinstance(wanted, dict):
        wanted[path[0]] = {key: (None, words)}
        before = "" if tree.text.endswith("\n") else ending
        written = f"{before}{ending}{path[0]}:{ending}  {key}: {scalar(words)}{ending}"
        change = Change(len(tree.text), len(tree.text), written)
        if node is not None:
            change = Change(node.start, node.end, f"{ending}  {key}: {scalar(words)}")
    else:
        raise Unwritable("there is no place for it; write it as YAML")
    changed = after(tree.text, change)
    found = _read(changed).value()
    if _at(found, (*path, key))[1] != words:
        raise Unwritable("these words cannot be written in this place")
    _at(wanted, path)[key] = _at(found, (*path, key))
    return _same(changed, wanted)


def read_key(key: str) -> str | None:
    """A key that needs no quotation marks, None where it would."""
    return key if key and key.replace("-", "").isalnum() and key.isascii() and not key.isdigit() else None


def _last_key(tree: Tree, node: Node, written: str, ending: str) -> Change:
    last = node.children[-1]
    if node.flow:
        return Change(last.end, last.end, f", {written}")
    line = tree.text.find("\n", last.end)
    indent = " " * (node.column - 1)
    if line < 0:
        return Change(len(tree.text), len(tree.text), f"{ending}{indent}{written}")
    return Change(line + 1, line + 1, f"{indent}{written}{ending}")


def deleted(tree: Tree, path: Path) -> str:
    """The text without the list entry at `path`; comments above it stay."""
    node, parent = _entry(tree, path)
    if len(parent.children) == 1 and not parent.flow:
        raise Unwritable("this is the only entry of its list; delete what the list stands in")
    wanted = tree.value()
    del _at(wanted, path[:-1])[path[-1]]
    if parent.flow:
        change = _out_of_brackets(parent, parent.children.index(node))
    else:
        start, end = _lines_of(tree.text, node)
        follows = end < len(tree.text) and tree.text[end:].startswith("\n")
        before_blank = tree.text[:start].endswith("\n\n") or start == 0
        change = Change(start, end + (1 if follows and before_blank else 0), "")
    return _same(after(tree.text, change), wanted)


def moved(tree: Tree, path: Path, by: int) -> str:
    """The text with a list entry and its neighbour exchanged.

    The entry is at `path`; `by` is -1 or 1.
    """
    node, parent = _entry(tree, path)
    here = parent.children.index(node)
    there = here + by
    if not 0 <= there < len(parent.children):
        raise Unwritable("it stands at that end of its list already")
    first, second = parent.children[min(here, there)], parent.children[max(here, there)]
    text = tree.text
    changed = (
        text[: first.start] + text[second.start : second.end] + text[first.end : second.start]
        + text[first.start : first.end] + text[second.end :]
    )  # fmt: skip
    wanted = tree.value()
    entries = _at(wanted, path[:-1])
    entries[here], entries[there] = entries[there], entries[here]
    return _same(changed, wanted)


def _there(tree: Tree, path: Path) -> Node:
    node = node_of(tree, path)
    if node is None:
        raise Unwritable("there is no such entry any more")
    return node


def _entry(tree: Tree, path: Path) -> tuple[Node, Node]:
    node = _there(tree, path)
    if node.parent is None or node.parent.kind != "sequence":
        raise Unwritable("only entries of a list can be moved or deleted")
    return node, node.parent


def _block(tree: Tree, node: Node, words: str) -> str:
    """`words` as a literal or folded scalar under the sign the author wrote; empty where it is none, or cannot be."""
    if node.style not in ("|", ">") or not words.strip() or _ends(words) != _ends(node.value):
        return ""
    head, _, body = tree.text[node.start : node.end].partition("\n")
    first = next((line for line in body.split("\n") if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    lines = words.rstrip("\n").split("\n")
    if any(sign.isdigit() for sign in head) or any(line != line.strip() for line in lines):
        return ""
    between = "\n" if node.style == "|" else "\n\n"
    return head + "\n" + between.join(indent + line if line else "" for line in lines)


def _ends(words: str) -> int:
    """How many line ends stand at the end of words."""
    return len(words) - len(words.rstrip("\n"))


def _indented(source: str, indent: int) -> str:
    """`source` with all lines but the first moved to `indent`, less what all of them have."""
    lines = source.rstrip("\n").split("\n")
    rest = [line for line in lines[1:] if line.strip()]
    common = min((len(line) - len(line.lstrip(" ")) for line in rest), default=0)
    shift = max(indent - common, 0) if common < indent else 0
    return "\n".join([lines[0], *(" " * shift + line if line.strip() else line for line in lines[1:])])


def _lines_of(text: str, node: Node) -> tuple[int, int]:
    """The characters of the whole lines of a list entry on lines of its own, the dash and the last line end included."""
    start = text.rfind("\n", 0, node.start) + 1
    if text[start : node.start].strip(" ") not in ("-", ""):
        raise Unwritable("this entry shares its line with another; change it as YAML")
    if not text[start : node.start].strip(" "):  # the dash stands on a line above
        raise Unwritable("the dash of this entry stands on another line; change it as YAML")
    end = text.find("\n", node.end)
    return start, len(text) if end < 0 else end + 1


def _on_lines(text: str, node: Node, place: int, source: str) -> Change:
    """A new entry on lines of its own, parted from the others as they are from each other."""
    neighbour = node.children[min(place, len(node.children) - 1)]
    start = text.rfind("\n", 0, neighbour.start) + 1
    lead = text[start : neighbour.start]
    indent = lead[: len(lead) - len(lead.lstrip(" "))] if lead.strip(" ") == "-" else " " * (node.column - 1)
    ending = "\r\n" if "\r\n" in text else "\n"
    written = f"{indent}- {_indented(source, len(indent) + 2)}\n".replace("\n", ending)
    blank = ending if _parted(text, node) else ""
    if place == len(node.children):
        end = text.find("\n", neighbour.end)
        if end < 0:
            return Change(len(text), len(text), f"{ending}{blank}{written}")
        return Change(end + 1, end + 1, blank + written)
    if lead.strip(" ") != "-":  # the first entry begins on the line of another: “- - a”
        raise Unwritable("this entry shares its line with another; change it as YAML")
    return Change(start, start, written + blank)


def _parted(text: str, node: Node) -> bool:
    """Tell whether a blank line parts most entries of a list."""
    gaps = [
        text[one.end : other.start].count("\n") > 1
        for one, other in zip(node.children, node.children[1:], strict=False)
    ]
    return sum(gaps) * 2 > len(gaps)


def _in_brackets(node: Node, place: int, source: str) -> Change:
    if not node.children:
        return Change(node.start + 1, node.end - 1, source)
    if place < len(node.children):
        start = node.children[place].start
        return Change(start, start, f"{source}, ")
    end = node.children[-1].end
    return Change(end, end, f", {source}")


def _out_of_brackets(parent: Node, place: int) -> Change:
    entries = parent.children
    if len(entries) == 1:
        return Change(entries[0].start, entries[0].end, "")
    if place + 1 < len(entries):
        return Change(entries[place].start, entries[place + 1].start, "")
    return Change(entries[place - 1].end, entries[place].end, "")


def _read(text: str) -> Tree:
    try:
        return read_tree(text)
    except (yaml.YAMLError, ValueError) as error:
        problem = getattr(error, "problem", None) or str(error)
        raise Unwritable("with this the file could not be read any more: {problem}", problem=problem) from error


def _same(text: str, wanted: Any) -> str:
    if _read(text).value() != wanted:
        raise Unwritable("this entry cannot be changed without touching others; change it as YAML")
    return text


def _proved(tree: Tree, text: str, path: Path, words: str) -> str:
    """`text`, which holds `words` at `path` and everything else as `tree` does; comments are outside of all entries."""
    found = _read(text)
    node = node_of(found, path)
    if node is None or node.kind != "scalar" or node.value != words:
        raise Unwritable("these words cannot be written in this place")
    wanted = copy.deepcopy(tree.value())
    if path:
        _put(wanted, path, (bool(node.style), words))
        if found.value() != wanted:
            raise Unwritable("these words cannot be written without touching others")
    return text


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _put(value: Any, path: Path, new: Any) -> None:
    _at(value, path[:-1])[path[-1]] = new
