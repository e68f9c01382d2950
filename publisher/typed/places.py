"""The cells of a sheet by their names, and the areas that a workbook or an author names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MOST_COLUMNS = 16_384  # of a sheet of Excel
_AREA = re.compile(r"\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?")
_MOST_HEADS = 5


@dataclass(frozen=True, slots=True)
class Area:
    """Rows and columns from 1, ends included."""

    top: int
    left: int
    bottom: int
    right: int


EVERYWHERE = Area(1, 1, 1 << 30, 1 << 30)


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of a cell such as B4."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]), column


def name_of(row: int, column: int) -> str:
    """B4 of row 4 and column 2."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def area_of(reference: str) -> Area | None:
    """The area of B4:H20 or $B$4:$H$20; nothing where the text is a name."""
    if not _AREA.fullmatch(reference.strip()):
        return None
    first, _, last = reference.strip().replace("$", "").partition(":")
    (top, left), (bottom, right) = place_of(first), place_of(last or first)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def parted(reference: str) -> tuple[str, str]:
    """The sheet and the cells of 'My sheet'!A1:B2; no sheet where none is named."""
    sheet, _, cells = reference.rpartition("!")
    return sheet.strip("'").replace("''", "'"), cells


def heads_of(merged: list[Area], rows: Sequence[tuple[int, Mapping[int, str]]], columns: list[int]) -> int:
    """How many of the rows, each with its cells by column, are heads: as deep as merged cells reach.

    Under a head over several columns stand theirs, unless nothing stands there, or figures in rows that are full.
    """
    heads, number = 1, 0
    while number < min(heads, len(rows)):
        row, above = rows[number]
        for area, over in _beginning(merged, row, columns):
            height = sum(area.top <= other <= area.bottom for other, _ in rows)
            deep = number + height
            heads = max(heads, deep)
            if height == 1 and len(over) > 1 and deep < len(rows) and _parts(above, rows[deep][1], columns, over):
                heads = max(heads, deep + 1)
        number += 1
    return min(heads, _MOST_HEADS)


def _beginning(merged: list[Area], row: int, columns: list[int]) -> Iterator[tuple[Area, list[int]]]:
    for area in merged:
        over = [column for column in columns if area.left <= column <= area.right]
        if area.top == row and over:
            yield area, over


def _parts(above: Mapping[int, str], below: Mapping[int, str], columns: list[int], over: list[int]) -> bool:
    """Whether cells of one row are the heads under one of the row above; in each, words and figures by column."""
    under = [below[column] for column in over if column in below]
    if len(under) < 2:
        return False
    said_twice = any(column in above and column in below for column in columns if column not in over)
    return "words" in under or not said_twice


def named_areas(book: Any, tables: list[tuple[str, Any]], main: str) -> dict[str, tuple[str, str]]:
    """Sheet and cells of the ranges and tables of a workbook, by their names in small letters.

    `tables` are the roots of the parts that describe tables, each with the name of its sheet.
    """
    found = {(one.get("displayName") or "").casefold(): (sheet, one.get("ref") or "") for sheet, one in tables}
    found |= {(one.get("name") or "").casefold(): parted(one.text or "") for one in book.iter(f"{main}definedName")}
    return found
