"""Where the cells of a table stand, those that reach over rows and columns among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from publisher.model.resolved import Cell


class Standing(NamedTuple):
    """A cell, the column it begins at, and what stands before it.

    `beside` is “figures” or “words” where a cell of words follows such a cell, also one that reaches down from a row above.
    """

    cell: Cell
    column: int
    beside: str


def standing(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Standing]]:
    """The cells of each row where they stand."""
    covered: dict[int, tuple[int, str]] = {}  # column → rows that a cell above still covers, and how that is set
    for row in rows:
        column, before = 0, ""
        reaching: dict[int, tuple[int, str]] = {}
        made = []
        for cell in row:
            while column in covered:
                before = covered[column][1]
                column += 1
            kind = {"end": "figures", "start": "words"}.get(before, "") if cell.align == "start" else ""
            made.append(Standing(cell, column, kind))
            if cell.rows > 1:
                reaching |= dict.fromkeys(range(column, column + cell.columns), (cell.rows, cell.align))
            column, before = column + cell.columns, cell.align
        yield made
        covered = {place: (left - 1, align) for place, (left, align) in (covered | reaching).items() if left > 1}
