"""The columns of a table from the head rows of its file.

A head over several columns has theirs under it.
"""

from __future__ import annotations

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.words import Given, LocatedDict, LocatedList
from publisher.read.grid import Grid


def columns_of(grid: Grid, at: Position | None) -> tuple[LocatedList, list[Diagnostic]]:
    """The entries of `columns`, and findings on columns without a head.

    The first may be without.
    """
    width = len(grid.rows[0]) if grid.heads else max((len(row) for row in grid.rows), default=0)
    columns = LocatedList(at)
    findings: list[Diagnostic] = []
    _fill(columns, grid, 0, 0, width, at, findings)
    return columns, findings


def _fill(
    columns: LocatedList, grid: Grid, row: int, first: int, end: int, at: Position | None, findings: list[Diagnostic]
) -> None:
    column = first
    while column < end:
        cell = grid.rows[row][column] if row < grid.heads and column < len(grid.rows[row]) else None
        over = min(cell.columns, end - column) if cell is not None else 1
        place = _place(grid, row, column, at)
        entry = LocatedDict(place)
        if over > 1 and row + 1 < grid.heads and cell is not None:
            _put(entry, "head", Given(cell.text, place), place)
            under = LocatedList(place)
            _fill(under, grid, row + 1, column, column + over, at, findings)
            _put(entry, "columns", under, place)
        else:
            over = 1
            words = [below.text for below in _down(grid, row, column) if below is not None]
            if not any(words) and column and grid.heads:
                said = f"column {column + 1} has no head"
                hint = "Write one in the file, name the range with its head, or give `columns`."
                findings.append(finding("TB007", said, _place(grid, max(0, grid.heads - 1), column, at), hint=hint))
            _put(entry, "head", Given(" ".join(word for word in words if word), place), place)
        columns.append(entry)
        columns.values_at.append(place)
        column += over


def _down(grid: Grid, row: int, column: int) -> list[Given | None]:
    return [grid.rows[r][column] for r in range(row, grid.heads) if column < len(grid.rows[r])]


def _place(grid: Grid, row: int, column: int, at: Position | None) -> Position:
    if row < len(grid.places) and column < len(grid.places[row]):
        return grid.places[row][column]
    return at or Position("", 1)


def _put(entry: LocatedDict, key: str, value: object, at: Position) -> None:
    entry[key] = value
    entry.keys_at[key] = entry.values_at[key] = at
