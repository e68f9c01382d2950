"""Cells of a CSV or XLSX file as shown, on their way into a table."""

from __future__ import annotations

from dataclasses import dataclass, field

from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.words import Given

MOST_CELLS = 200_000  # of one file
MOST_COLUMNS = 63  # of a table of Word


@dataclass(slots=True)
class Grid:
    """The rows of a file, of equal or unequal length.

    None is an empty cell, or one that a merged cell covers. `heads` is how many rows at the top are heads; `places`
    gives for each cell where it stands in the file.
    """

    rows: list[list[Given | None]] = field(default_factory=list)
    places: list[list[Position]] = field(default_factory=list)
    heads: int = 1
    findings: list[Diagnostic] = field(default_factory=list)

    def compact(self) -> None:
        """Leave out rows and columns in which nothing stands.

        As below and beside the table of a sheet.
        """
        kept = [number for number, row in enumerate(self.rows) if any(_filled(cell) for cell in row)]
        self.heads = sum(1 for number in kept if number < self.heads) or min(1, self.heads)
        self.rows, self.places = [self.rows[n] for n in kept], [self.places[n] for n in kept]
        width = max((len(row) for row in self.rows), default=0)
        covered = {
            column + more
            for row in self.rows
            for column, cell in enumerate(row)
            if cell is not None
            for more in range(cell.columns if cell.text else 0)
        }
        columns = [column for column in range(width) if column in covered]
        if len(columns) < width:
            self.rows = [[row[c] for c in columns if c < len(row)] for row in self.rows]
            self.places = [[row[c] for c in columns if c < len(row)] for row in self.places]


def _filled(cell: Given | None) -> bool:
    return cell is not None and bool(cell.text)
