"""The grid of a Word table without its empty rows and columns.

They stand for white space.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from publisher.openxml.content import Cell, Row, Run, Table
from publisher.openxml.package import Element

Reach = tuple[int, int]  # from a column to that after the last


@dataclass(slots=True)
class Grid:
    """Rows of cells over the columns that carry words.

    `columns` are those columns on Word's grid, in order.
    """

    rows: list[Row]
    columns: list[Reach]
    places: dict[Element, Reach]  # the columns each cell reaches over, as counted here
    end: int

    def first(self, cell: Cell) -> int:
        """The first column a cell stands in."""
        return self.places[cell.element][0]

    def spans(self, cell: Cell) -> int:
        """How many columns a cell reaches over.

        0 where it only keeps columns apart.
        """
        first, end = self.places[cell.element]
        return end - first

    def width(self, column: int, widths: Sequence[int]) -> int:
        """The width of a column with the white space after it.

        From those of Word's grid.
        """
        begin = self.columns[column][0] if column else 0
        end = self.columns[column + 1][0] if column + 1 < len(self.columns) else self.end
        return sum(widths[begin:end])


def grid_of(table: Table) -> Grid:
    """The grid of `table`.

    The narrowest cells say where the columns are. A cell reaches over those that lie more than half below it: heads
    and figures seldom begin on the same line of Word's grid, for empty columns stand between them.
    """
    rows = [row for row in table.rows if any(map(holds, row.cells))]
    end = max((cell.column + cell.span for row in table.rows for cell in row.cells), default=0)
    columns: list[Reach] = []
    for cell in sorted((cell for row in rows for cell in row.cells if holds(cell)), key=lambda cell: cell.span):
        begin, after = cell.column, cell.column + cell.span
        if not any(_overlap((begin, after), column) for column in columns):
            columns.append((begin, after))
    columns = sorted(columns) or [(0, max(end, 1))]
    edges = list(accumulate((table.widths[at] or 1 if at < len(table.widths) else 1 for at in range(end)), initial=0))
    places = _places(rows, columns, edges)
    if places is None:  # cells are staggered like bricks: a column begins wherever a cell does
        columns = list(pairwise(sorted(_edges(rows))))
        places = _places(rows, columns, edges) or {}
    return Grid(_merged(rows, places), columns, places, end)


def _edges(rows: Sequence[Row]) -> set[int]:
    cells = [cell for row in rows for cell in row.cells if holds(cell)]
    return {cell.column for cell in cells} | {cell.column + cell.span for cell in cells}


def _places(rows: Sequence[Row], columns: Sequence[Reach], edges: Sequence[int]) -> dict[Element, Reach] | None:
    """The columns each cell reaches over; None where two of a row that hold something would share one."""
    places: dict[Element, Reach] = {}
    for row in rows:
        done = 0
        for cell in row.cells:
            first, last = _reach(cell, columns, edges, done)
            if first < done and last > first:
                return None
            places[cell.element] = first, last
            done = max(done, last)
    return places


def _merged(rows: Sequence[Row], places: dict[Element, Reach]) -> list[Row]:
    """The rows, a cell going on only where one of its columns stands above: else it begins what goes on below it."""
    made: list[Row] = []
    above: set[Reach] = set()
    for row in rows:
        cells = []
        for cell in row.cells:
            reach = places[cell.element]
            is_loose = cell.merged == "goes on" and reach not in above
            cells.append(replace(cell, merged="begins") if is_loose else cell)
        above = {places[cell.element] for cell in cells if cell.merged}
        made.append(replace(row, cells=cells))
    return made


def holds(cell: Cell) -> bool:
    """Whether there is anything in a cell: words, a call, a picture."""
    return any(
        not isinstance(piece, Run) or piece.text.strip() for paragraph in cell.paragraphs for piece in paragraph.pieces
    )


def _reach(cell: Cell, columns: Sequence[Reach], edges: Sequence[int], done: int) -> Reach:
    """The columns from `done` on that a cell reaches over, by width; one at least where it holds something."""

    def in_width(reach: Reach) -> Reach:
        return edges[reach[0]], edges[min(reach[1], len(edges) - 1)]

    own = in_width((cell.column, cell.column + cell.span))
    wide = [in_width(column) for column in columns]
    over = [at for at, (begin, end) in enumerate(wide) if at >= done and 2 * _overlap(own, (begin, end)) > end - begin]
    if not over and holds(cell):
        over = [max(range(min(done, len(columns) - 1), len(columns)), key=lambda at: _overlap(own, wide[at]))]
    if not over:
        at = max(done, sum(begin < own[0] for begin, _ in wide))
        return at, at
    return over[0], over[-1] + 1


def _overlap(one: Reach, other: Reach) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
