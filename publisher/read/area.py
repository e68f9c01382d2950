"""Which cells of a sheet are asked for, and which of their rows are heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet of Excel
_CORNERS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?")
_MOST_HEADS = 5


@dataclass(frozen=True, slots=True)
class Area:
    """Rows and columns of a sheet from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __and__(self, other: Area) -> Area:
        """What both hold."""
        return Area(
            max(self.top, other.top),
            max(self.left, other.left),
            min(self.bottom, other.bottom),
            min(self.right, other.right),
        )


def corners(text: str) -> Area | None:
    """The area between two cells: B4:H20, $B$4:$H$20; nothing where the text names none."""
    found = _CORNERS.fullmatch(text.strip())
    if found is None:
        return None
    columns = sorted(_number(letters) for letters in (found[1], found[3] or found[1]))
    rows = sorted(int(digits) for digits in (found[2], found[4] or found[2]))
    return Area(rows[0], columns[0], rows[1], columns[1]) if columns[1] <= MOST_COLUMNS else None


def named_areas(book: Any) -> dict[str, tuple[str, str]]:
    """The ranges and tables of a workbook by name: the title of their sheet, and their corners."""
    found = {}
    for sheet in book.worksheets:
        found.update({table.displayName: (sheet.title, table.ref) for table in sheet.tables.values()})
    for holder in (book, *book.worksheets):
        for name, defined in holder.defined_names.items():
            places = list(defined.destinations) if defined.type == "RANGE" else []
            if len(places) == 1 and corners(places[0][1]) and not name.startswith("_xlnm."):
                found[name] = places[0]
    return found


def heads_of(sheet: Worksheet, rows: list[int], columns: list[int]) -> int:
    """How many of the rows that are seen are heads.

    Merged cells say how far down the head goes; one over several columns, and no deeper, has theirs below if any.
    """
    heads = 1
    for number, row in enumerate(rows):
        if number >= heads:
            break
        for area, over in _seen(sheet, rows, columns, row):
            deep = sum(1 for other in rows if area.top <= other <= area.bottom)
            below = number + deep
            flat = deep == 1 and len(over) > 1
            more = flat and below < len(rows) and _is_head(sheet, row, rows[below], columns, over)
            heads = max(heads, below + more)
    return min(heads, _MOST_HEADS)


def _seen(sheet: Worksheet, rows: list[int], columns: list[int], row: int) -> Iterator[tuple[Area, list[int]]]:
    """The merged cells that begin in a row, with the columns of each that are seen."""
    for one in sheet.merged_cells.ranges:
        area = Area(one.min_row, one.min_col, one.max_row, one.max_col)
        over = [column for column in columns if area.left <= column <= area.right]
        if area.top == row and over:
            yield area, over


def _is_head(sheet: Worksheet, row: int, below: int, columns: list[int], over: list[int]) -> bool:
    """Whether the row under a head over several columns holds their heads: words, or figures that nothing stands beside.

    Beside them nothing stands in both rows, for a head is not said twice.
    """
    under = [sheet.cell(below, column).value for column in over]
    if sum(value is not None for value in under) < min(2, len(over)):
        return False
    if any(isinstance(value, str) for value in under):
        return True
    beside = [column for column in columns if column not in over]
    return not any(sheet.cell(row, c).value is not None and sheet.cell(below, c).value is not None for c in beside)


def _number(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column
