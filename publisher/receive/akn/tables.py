"""Tables of AKN4UN files as the tables of a language file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from publisher.receive.akn.shape import holds_blocks, tag
from publisher.receive.akn.source import AKN, Element
from publisher.receive.akn.words import Notes, one_line, text_of
from publisher.receive.folder import OneLine

_WIDEST, _LONGEST = 60, 500  # columns and rows that a cell may reach over


@dataclass(frozen=True, slots=True)
class _Cell:
    words: str
    column: int
    columns: int
    rows: int


def table(element: Element, notes: Notes) -> dict[str, Any]:
    """A table without empty columns, its first rows the head where they are one; of one column, a box."""
    if all(len(row.findall(f"{AKN}td")) == 1 for row in element.iterfind(f"{AKN}tr")):
        return _box(element, notes)
    rows = _grid(list(element.iterfind(f"{AKN}tr")), notes)
    heads = [all(tag(cell) == "th" for cell in row) for row in element.iterfind(f"{AKN}tr")]
    kept = sorted({cell.column for row in rows for cell in row if cell.words}) or [0]
    ahead = next((place for place, head in enumerate(heads) if not head), len(heads))
    spanned = any(cell.rows > 1 for row in rows for cell in row)  # over empty rows, too
    body = [row for row in rows[ahead:] if spanned or any(cell.words for cell in row)]
    columns = [
        {"head": one_line(cell.words for row in rows[:ahead] for cell in row if cell.column == column)}
        for column in kept
    ]
    return {
        "table": [OneLine(_row(row, kept)) for row in body] or [OneLine([None] * len(kept))],
        "columns": [OneLine(column) for column in columns],
    }


def _box(element: Element, notes: Notes) -> dict[str, Any]:
    """A frame round some lines, however the record divides them into cells."""
    cells = list(element.iter(f"{AKN}td"))
    lines = (text_of(line, notes) for cell in cells for line in (cell if holds_blocks(cell) else (cell,)))
    return {"box": None, "body": [{"unnumbered": line} for line in lines if line]}


def _grid(rows: Sequence[Element], notes: Notes) -> list[list[_Cell]]:
    """The cells of each row in the columns they begin in, room left for those that reach down from above."""
    made: list[list[_Cell]] = []
    reaching: dict[int, int] = {}  # column → rows below that a cell above it reaches over
    for row in rows:
        made.append([])
        taken = {column for column, left in reaching.items() if left > 0}
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
        column = 0
        for cell in row:
            if tag(cell) not in ("td", "th"):
                continue
            while column in taken:
                column += 1
            lines = cell if holds_blocks(cell) else (cell,)
            words = " ".join(filter(None, (text_of(part, notes) for part in lines)))
            columns, below = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _LONGEST)
            made[-1].append(_Cell(words, column, columns, below))
            reaching |= dict.fromkeys(range(column, column + columns), below - 1)
            column += columns
    return made


def _span(cell: Element, name: str, most: int) -> int:
    given = cell.get(name, "").strip()
    return min(max(int(given[:4]), 1), most) if given.isdecimal() else 1


def _row(row: Sequence[_Cell], kept: Sequence[int]) -> list[Any]:
    """The cells of a row that begin in columns that are kept, nothing where one has no words."""
    made: list[Any] = []
    for cell in row:
        if cell.column not in kept:
            continue
        columns = sum(cell.column <= column < cell.column + cell.columns for column in kept)
        more = ({"columns": columns} if columns > 1 else {}) | ({"rows": cell.rows} if cell.rows > 1 else {})
        made.append({"cell": cell.words or None} | more if more else cell.words or None)
    return made
