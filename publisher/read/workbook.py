"""Reads the cells of an XLSX sheet as the sheet shows them.

Number formats, days, merged and hidden cells.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publisher.catalogue import finding
from publisher.language import Vocabulary
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.files import MOST_YAML, Refused, read_regular
from publisher.model.inline import plain
from publisher.model.words import Given
from publisher.model.written_table import SheetFile
from publisher.read.area import MOST_COLUMNS, MOST_ROWS, Area, corners, heads_of, named_areas
from publisher.read.grid import MOST_CELLS, Grid
from publisher.read.number_format import digits, shown, shown_text
from publisher.read.rich_text import parts_of
from publisher.read.shape import nearest
from publisher.read.source import CONTROL

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_REACHED = 2_000_000  # cells of the rectangle that holds all there is
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=[\"'](\d+)[\"']")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]+)(\d+)[\"']")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)[\"']")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # beginning of files of Excel 97, and of encrypted ones
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FIRST_YEAR = 1900  # of the days of a sheet
# Numbers of formats that Excel in Chinese writes without saying what they are (ECMA-376 part 1, 18.8.30).
_DAYS_IN_CHINESE = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'), **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分" AM/PM',
    35: 'h"时"mm"分"ss"秒" AM/PM', 55: 'h"时"mm"分" AM/PM', 56: 'h"时"mm"分"ss"秒" AM/PM',
}  # fmt: skip
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def workbook_grid(
    path: Path, asked: SheetFile, at: Position | None, words: Callable[[], Vocabulary],
    places: Mapping[str, Position] = MappingProxyType({}),
) -> Grid:  # fmt: skip
    """The cells of the sheet that is asked for.

    `at` is where the author names the file, `places` where its sheet and range.
    """
    try:
        data = read_regular(path, MOST_YAML)
    except (OSError, Refused) as refusal:
        return Grid(findings=[finding("TB002", f"“{asked.name}” cannot be read: {refusal}", at, span=asked.name)])
    fault, formulas = _fault(data, asked.name)
    if fault:
        return Grid(findings=[finding("TB002", fault[0], at, span=asked.name, hint=fault[1])])
    import openpyxl  # slow to load and seldom needed
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    BUILTIN_FORMATS.update(_DAYS_IN_CHINESE)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, rich_text=True, keep_links=False)
        written = openpyxl.load_workbook(io.BytesIO(data), keep_links=False) if formulas else None
    except Exception:  # openpyxl raises whatever its parsers meet in a broken file
        said, hint = f"“{asked.name}” is not an Excel file that can be read", "Save it again in Excel, or as CSV."
        return Grid(findings=[finding("TB002", said, at, span=asked.name, hint=hint)])
    title, area, fault_of_range = _range(book, asked, places.get("range") or at)
    if fault_of_range is not None:
        return Grid(findings=[fault_of_range])
    sheet, findings = _sheet(book, asked.name, title, places.get("sheet") or at)
    if sheet is None:
        return Grid(findings=findings)
    filled = Area(1, 1, sheet.max_row, sheet.max_column)
    seen = area & filled if area is not None else filled
    if seen.top > seen.bottom or seen.left > seen.right:
        said = f"in {asked.range} of “{asked.name}” nothing stands; “{sheet.title}” is filled to {sheet.dimensions}"
        return Grid(findings=[finding("TB002", said, places.get("range") or at, span=str(asked.range))])
    reading = _Reading(sheet, written[sheet.title] if written is not None else None, asked, words, seen)
    grid = reading.grid(at)
    grid.findings[:0] = findings
    return grid


def _range(book: Any, asked: SheetFile, at: Position | None) -> tuple[str | None, Area | None, Diagnostic | None]:
    """The sheet and the area that are asked for, by cells or by the name of a range or table."""
    if asked.range is None:
        return asked.sheet, None, None
    title, mark, cells = asked.range.rpartition("!")
    title = title.strip("'").replace("''", "'")
    if (area := corners(cells)) is not None:
        return (title if mark else asked.sheet), area, None
    names = named_areas(book)
    found = next((place for name, place in names.items() if name.casefold() == asked.range.casefold()), None)
    if found is not None and (area := corners(found[1])) is not None:
        return found[0], area, None
    said = f"“{asked.name}” has no range or table “{asked.range}”" + (f"; it has: {', '.join(names)}" if names else "")
    hint = nearest(asked.range, names) or "Name the first and the last cell, head included: B4:H20."
    return None, None, finding("TB010", said, at, span=asked.range, hint=hint)


def _fault(data: bytes, name: str) -> tuple[tuple[str, str] | None, bool]:
    """What keeps a file from being opened, with a hint, and whether it holds formulas."""
    if not data:
        return (f"“{name}” is empty", ""), False
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return (f"“{name}” is protected by a password", "Save it without a password."), False
        return (f"“{name}” is a file of Excel 97 to 2003", "Open it in Excel and save it as .xlsx."), False
    cells, formulas = 0, False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > 8 * MOST_YAML:
                return (f"“{name}” unpacks to more than {8 * MOST_YAML // 1024 // 1024} MB", ""), False
            for part in parts.namelist():
                if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                    xml = parts.read(part)
                    cells += xml.count(b"<c ")
                    if said := _too_wide(xml):
                        return (
                            f"“{name}”: {said}",
                            "Delete the empty rows and columns below and beside the table.",
                        ), False
                    formulas = formulas or b"<f" in xml
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return (f"“{name}” is not an Excel file that can be read", "Open it in Excel and save it again."), False
    if cells > MOST_CELLS:
        return (f"“{name}” has more than {MOST_CELLS} cells", "Keep the table in a file of its own."), False
    return None, formulas


def _too_wide(xml: bytes) -> str:
    """What is said of a sheet that reaches further than a table can, be there a cell in it or not."""
    rows = [int(number) for number in _ROW.findall(xml)]
    cells = [_place(*found) for found in _CELL.findall(xml)]
    merged = [(_place(*found[:2]), _place(*found[2:])) for found in _MERGED.findall(xml)]
    bottom = max((*rows, *(row for row, _ in cells), *(row for _, (row, _) in merged)), default=0)
    right = max((*(column for _, column in cells), *(column for _, (_, column) in merged)), default=0)
    if bottom > MOST_ROWS or right > MOST_COLUMNS:
        return f"a cell lies in row {bottom}, column {right}, where no sheet has any"
    if bottom * right > MOST_REACHED:
        return f"it reaches to row {bottom}, column {right}"
    if sum((last[0] - first[0] + 1) * (last[1] - first[1] + 1) for first, last in merged) > MOST_CELLS:
        return f"its merged cells cover more than {MOST_CELLS} cells"
    return ""


def _place(letters: bytes, digits: bytes) -> tuple[int, int]:
    """Row and column, from 1, of a cell such as B4; a number too long for any sheet stays too long."""
    column = 0
    for letter in letters[:6]:
        column = column * 26 + letter - 64
    return int(digits[:12]), column


def _sheet(book: Any, name: str, title: str | None, at: Position | None) -> tuple[Worksheet | None, list[Diagnostic]]:
    """The sheet named, else the one that is open in Excel, else the first that can be seen."""
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if title is not None:
        if title in sheets:
            return sheets[title], []
        said = f"“{name}” has no sheet “{title}”; it has: {', '.join(sheets)}"
        return None, [finding("TB010", said, at, span=title, hint=nearest(title, sheets))]
    seen = [sheet for sheet in sheets.values() if sheet.sheet_state == "visible" and sheet.max_row * sheet.max_column]
    if not seen:
        return None, [finding("TB010", f"“{name}” has no sheet that can be seen", at, span=name)]
    filled = [sheet for sheet in seen if any(cell.value is not None for row in sheet.iter_rows() for cell in row)]
    chosen = book.active if book.active in seen else (filled or seen)[0]
    if len(filled) < 2 and chosen in filled:
        return chosen, []
    said = f"“{name}” has {len(seen)} sheets; “{chosen.title}”, the open one, is printed"
    hint = f"Name the sheet: file: {{name: {name}, sheet: {chosen.title}}}"
    return chosen, [finding("TB011", said, at, span=name, hint=hint)]


@dataclass
class _Reading:
    """One sheet on its way into a grid."""

    sheet: Worksheet
    written: Worksheet | None  # the same sheet with its formulas
    asked: SheetFile
    words: Callable[[], Vocabulary]
    area: Area  # that is asked for, as far as it is filled

    def grid(self, at: Position | None) -> Grid:
        """The cells that can be seen, in the range that is asked for."""
        area, grid = self.area, Grid()
        hidden_rows, hidden_columns = (set(), set()) if self.asked.hidden else self._hidden(area)
        rows = [row for row in range(area.top, area.bottom + 1) if row not in hidden_rows]
        columns = [column for column in range(area.left, area.right + 1) if column not in hidden_columns]
        spans, covered = self._merged(columns)
        left_out = 0
        for row in range(area.top, area.bottom + 1):
            cells: list[Given | None] = []
            for column in range(area.left, area.right + 1):
                if row in hidden_rows or column in hidden_columns:
                    left_out += self.sheet.cell(row, column).value is not None
                elif (row, column) in covered:
                    cells.append(None)
                else:
                    cells.append(self._cell(row, column, spans.get((row, column), 1), grid.findings))
            if row not in hidden_rows:
                grid.rows.append(cells)
                grid.places.append([self._at(row, column) for column in columns])
        if left_out:
            said = f"{left_out} cells of hidden rows or columns of “{self.asked.name}” are not printed"
            hint = f"To print them: file: {{name: {self.asked.name}, hidden: true}}"
            grid.findings.append(finding("TB012", said, at, span=self.asked.name, hint=hint))
        grid.heads = self.asked.head if self.asked.head is not None else heads_of(self.sheet, rows, columns)
        return grid

    def _hidden(self, area: Area) -> tuple[set[int], set[int]]:
        rows = {number for number, row in self.sheet.row_dimensions.items() if row.hidden or row.height == 0}
        columns: set[int] = set()
        for column in self.sheet.column_dimensions.values():
            if column.hidden or (column.width == 0 and column.customWidth):
                first, last = column.min or 0, column.max or 0
                columns.update(range(max(first, area.left), min(last, area.right) + 1))
        return rows, columns

    def _merged(self, columns: list[int]) -> tuple[dict[tuple[int, int], int], set[tuple[int, int]]]:
        """Over how many of the columns that are seen merged cells stand, and the cells they cover."""
        spans: dict[tuple[int, int], int] = {}
        covered: set[tuple[int, int]] = set()
        for area in self.sheet.merged_cells.ranges:
            spans[area.min_row, area.min_col] = sum(area.min_col <= column <= area.max_col for column in columns)
            covered.update(
                (row, column)
                for row in range(area.min_row, area.max_row + 1)
                for column in range(area.min_col, area.max_col + 1)
                if (row, column) != (area.min_row, area.min_col)
            )
        return spans, covered

    def _at(self, row: int, column: int) -> Position:
        from openpyxl.utils import get_column_letter

        name = f"{get_column_letter(column)}{row}"
        return Position(
            self.asked.name, row, column, f"{self.asked.sheet}!{name}" if self.asked.sheet is not None else name
        )

    def _cell(self, row: int, column: int, columns: int, findings: list[Diagnostic]) -> Given | None:
        cell, at = self.sheet.cell(row, column), self._at(row, column)
        value, form = cell.value, cell.number_format
        if value is None:
            formula = self.written.cell(row, column).value if self.written is not None else None
            if formula is not None:
                said = f"the formula {str(getattr(formula, 'text', formula))[:40]} has no stored value"
                findings.append(finding("TB005", said, at, hint="Open the file in Excel and save it."))
            return None
        if fault := _unprintable(value, cell.data_type):
            findings.append(finding("TB006", fault[0], at, span=str(value), hint=fault[1]))
            return None
        if isinstance(value, str) or hasattr(value, "as_list"):
            return self._text(value, at, columns, findings, form)
        text = shown(value, form, self.words()).strip()
        if not text and value:
            said = f"the number format “{form}” hides {value}; nothing is printed"
            hint = "Give the cell a number format that shows it, or empty it."
            findings.append(finding("TB012", said, at, hint=hint))
            return None
        if isinstance(value, int | float):
            return Given(text, at, form == "General", digits(value), columns=columns)
        return Given(text, at, columns=columns)

    def _text(self, value: Any, at: Position, columns: int, findings: list[Diagnostic], form: str) -> Given:
        text = shown_text(_decoded(str(value)), form)
        if control := CONTROL.search(text):
            said = f"the control character U+{ord(control.group()):04X} stands in the cell"
            findings.append(finding("RD010", said, at, hint="Delete it."))
        parts = parts_of(value, lambda run: CONTROL.sub("", _decoded(run)))
        lines = [line.strip() for line in CONTROL.sub("", text).strip().split("\n")]
        return Given(plain(parts) or "\n".join(lines), at, parts=parts, columns=columns)


def _unprintable(value: Any, kind: str) -> tuple[str, str] | None:
    """Why a value cannot be printed, with a hint."""
    if kind == "e":
        return f"the cell holds the error {value}", "Put the formula right in Excel, or write what is to be printed."
    if isinstance(value, bool):
        return f"the cell holds the logical value {str(value).upper()}", "Write the word that is to be printed."
    if isinstance(value, datetime.date) and value.year < _FIRST_YEAR:
        return "a number below nought stands in the format of a day", "Put the number or its format right in Excel."
    return None


def _decoded(text: str) -> str:
    """The text of a cell with the signs that Excel writes as _x000B_, line ends as one."""
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
