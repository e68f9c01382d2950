"""The rows of a written table, however typed, and their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from publisher.model.diagnostic import Position
from publisher.model.words import Given, Words
from publisher.model.written_table import Cell, Column, GroupHead, SetCell, SetRow, Subtotal, Table, TableRow, TotalRow

Kind = Literal["row", "group", "subtotal", "total"]
Value = Words | Given | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A cell where it stands: paragraphs, first column, reach.

    Columns count from 0.
    """

    paragraphs: tuple[Value, ...]
    column: int
    columns: int = 1
    rows: int = 1
    align: Literal["start", "end", "centre"] | None = None

    @property
    def value(self) -> Value:
        """What it holds, where that is one paragraph."""
        return self.paragraphs[0] if len(self.paragraphs) == 1 else None

    @property
    def at(self) -> Position | None:
        """Where its words were typed."""
        return next((value.at for value in self.paragraphs if value is not None and value.at), None)


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row: its kind, degrees its head is indented, its cells.

    `width` counts the columns that are taken in it.
    """

    kind: Kind
    indent: int
    cells: tuple[Standing, ...]
    width: int

    def value(self, column: int) -> Value:
        """What stands in `column` (from 0) alone.

        Nothing where a cell reaches over it.
        """
        return next((cell.value for cell in self.cells if cell.column == column and cell.columns == 1), None)


def rows(table: Table) -> list[TypedRow]:
    """The rows of `table` in order, the total row last.

    A row without the columns that one above reaches into.
    """
    typed: list[TableRow] = list(table.table) if isinstance(table.table, list) else []
    if table.total is not None:
        typed.append(TotalRow(total=table.total))
    taken: dict[int, int] = {}  # column → further rows that a cell above reaches into
    made = []
    for row in typed:
        kind, indent, cells = _told(row, len(list(leaves(table.columns))))
        standing, further = _placed(cells, taken)
        ends = [cell.column + cell.columns for cell in standing] + [column + 1 for column in taken]
        taken = further
        made.append(TypedRow(kind, indent, standing, max(ends, default=0)))
    return made


def leaves(columns: Sequence[Column]) -> Iterator[Column]:
    """The columns that hold cells, those under a common head in its place."""
    for column in columns:
        if column.columns:
            yield from leaves(column.columns)
        else:
            yield column


def _told(row: TableRow, width: int) -> tuple[Kind, int, Sequence[Cell]]:
    match row:
        case list():
            return "row", 0, row
        case SetRow():
            return "row", row.indent, row.row
        case GroupHead():
            return "group", row.indent, [SetCell(cell=row.group, columns=max(width, 1))]
        case Subtotal():
            return "subtotal", row.indent, row.subtotal
        case TotalRow():
            return "total", row.indent, row.total
        case _:
            assert_never(row)


def _placed(cells: Sequence[Cell], taken: dict[int, int]) -> tuple[tuple[Standing, ...], dict[int, int]]:
    """Each cell in the next column that is free, and what the next row finds taken."""
    made, column = [], 0
    left = {place: more - 1 for place, more in taken.items() if more > 1}
    for cell in cells:
        while column in taken:
            column += 1
        standing = _standing(cell, column)
        made.append(standing)
        if standing.rows > 1:
            left |= dict.fromkeys(range(column, column + standing.columns), standing.rows - 1)
        column += standing.columns
    return tuple(made), left


def _standing(cell: Cell, column: int) -> Standing:
    if isinstance(cell, SetCell):
        inner = cell.cell if isinstance(cell.cell, list) else [cell.cell]
        return Standing(tuple(inner), column, cell.columns, cell.rows, cell.align)
    if isinstance(cell, list):
        return Standing(tuple(cell), column)
    return Standing((cell,), column, cell.columns if isinstance(cell, Given) else 1)
