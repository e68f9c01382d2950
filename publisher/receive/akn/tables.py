"""Tables of AKN4UN files as the tables of a language file."""

from __future__ import annotations

from typing import Any

from publisher.receive.akn.source import AKN, Element, tag
from publisher.receive.akn.words import Notes, text_of
from publisher.receive.folder import OneLine


def table(element: Element, notes: Notes) -> dict[str, Any]:
    """A table without empty columns, its first rows the head.

    Where they are one.
    """
    rows = [_row(row, notes) for row in element.iterfind(f"{AKN}tr")]
    heads = [all(tag(cell) == "th" for cell in row) for row in element.iterfind(f"{AKN}tr")]
    width = max((len(row) for row in rows), default=0)
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    kept = [column for column in range(width) if any(row[column] for row in filled)]
    filled = [[row[column] for column in kept] for row in filled]
    ahead = next((place for place, head in enumerate(heads) if not head), len(heads))
    body = [row for row in filled[ahead:] if any(row)] or [[""] * len(kept)]
    columns = [{"head": " ".join(filter(None, (row[place] for row in filled[:ahead])))} for place in range(len(kept))]
    return {
        "table": [OneLine([cell or None for cell in row]) for row in body],
        "columns": [OneLine(column) for column in columns],
    }


def _row(row: Element, notes: Notes) -> list[str]:
    """The words of each cell, one over several columns followed by empty ones."""
    cells: list[str] = []
    for cell in row:
        if tag(cell) not in ("td", "th"):
            continue
        words = " ".join(filter(None, (text_of(part, notes) for part in cell)))
        loose = text_of(cell, notes) if not len(cell) else ""
        cells += [words or loose, *[""] * (int(cell.get("colspan", "1") or 1) - 1)]
    return cells
