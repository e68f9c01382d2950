"""What a document folder cannot hold yet, as the nearest thing it can."""

from __future__ import annotations

from typing import Any

from publisher.model.document import BLOCK_OF_KEY, Table
from publisher.receive.folder import Noted, OneLine, Remark

_SAID = "a {} is not held yet; its words stand here as the nearest thing"


def nearest(body: list[Any]) -> list[Any]:
    """`body` with every block the model does not know in the form of one that it does."""
    return [made for block in body for made in _nearest(block)]


def _nearest(block: Any) -> list[Any]:
    match block:
        case Noted(value, remarks):
            first, *rest = _nearest(value) or [""]
            return [Noted(first, remarks), *rest]
        case {"box": {"body": list(inner), **more}} if "box" not in BLOCK_OF_KEY:
            title = more.get("title")
            if title is None:
                return nearest(inner)
            made = {"heading": title, "numbered": False, "body": nearest(inner)}
            return [Noted(made, (Remark("IM015", _SAID.format("box"), str(title)),))]
        case {"bullets": list(lines)} if "bullets" not in BLOCK_OF_KEY:
            return [{"unnumbered": f"• {line}"} for line in lines]
        case {"dashes": list(lines)} if "dashes" not in BLOCK_OF_KEY:
            return [{"unnumbered": f"– {line}"} for line in lines]
        case {"table": list(rows), **more} if "unit" not in Table.model_fields:
            return _table(rows, {str(key): value for key, value in more.items()})
        case {"body": list(inner)}:
            return [block | {"body": nearest(inner)}]
        case _:
            return [block]


def _table(rows: list[Any], more: dict[str, Any]) -> list[Any]:
    """Rows without kinds, heads in one row, the unit in the title."""
    heads = _heads(more["columns"])
    leaves = _leaves(more["columns"])
    made = [[_cell(cell) for cell in row] for row in heads[1:]]
    made += [_row(row, len(leaves)) for row in rows]
    columns = [
        OneLine(dict(leaf) | {"head": head}) for leaf, head in zip(leaves, _fitted(heads[0], len(leaves)), strict=True)
    ]
    block = {"table": [OneLine(_fitted(row, len(leaves))) for row in made], **more, "columns": columns}
    unit = block.pop("unit", None)
    if unit:
        block["title"] = "\n".join(filter(None, (block.get("title"), f"({unit})")))
        block["numbered"] = "title" in more and more.get("numbered", True)
    return [block]


def _heads(columns: list[Any]) -> list[list[Any]]:
    """Heads over heads as rows; a head over others stands in the first of its columns."""
    depth = max(map(_depth, columns))
    rows: list[list[Any]] = [[] for _ in range(depth)]
    for column in columns:
        _spread(column, rows, depth)
    return rows


def _depth(column: Any) -> int:
    inner = _bare(column).get("columns", [])
    return 1 + max(map(_depth, inner), default=0)


def _spread(column: Any, rows: list[list[Any]], depth: int) -> None:
    given = _bare(column)
    inner = given.get("columns", [])
    width = len(_leaves([column]))
    level = len(rows) - depth
    if inner:
        rows[level] += [given["head"], *[""] * (width - 1)]
        for one in inner:
            _spread(one, rows, depth - 1)
    else:
        for row in range(level, len(rows)):
            rows[row].append(given["head"] if row == level else "")


def _leaves(columns: list[Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for column in columns:
        given = _bare(column)
        found += _leaves(given["columns"]) if given.get("columns") else [given]
    return found


def _bare(value: Any) -> dict[str, Any]:
    made: dict[str, Any] = dict(value.value if isinstance(value, OneLine) else value)
    return made


def _row(row: Any, width: int) -> list[Any]:
    value = row.value if isinstance(row, OneLine) else row
    if isinstance(value, dict):
        value = next(iter(value.values()))
    cells = [value] if isinstance(value, str) else value
    made: list[Any] = []
    for cell in cells:
        made += [_cell(cell), *[""] * (cell.get("columns", 1) - 1 if isinstance(cell, dict) else 0)]
    return made


def _cell(cell: Any) -> Any:
    words = cell["cell"] if isinstance(cell, dict) else cell
    return "\n".join(words) if isinstance(words, list) else words


def _fitted(row: list[Any], width: int) -> list[Any]:
    return (
        (row + [""] * width)[:width]
        if len(row) <= width
        else [*row[: width - 1], "\n".join(map(str, row[width - 1 :]))]
    )
