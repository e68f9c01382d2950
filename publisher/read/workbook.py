"""Reads the cells of an XLSX sheet as the sheet shows them.

Number formats, days, merged and hidden cells.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.catalogue import finding
from publisher.language import Vocabulary
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.files import MOST_YAML, Refused, read_regular
from publisher.model.inline import plain
from publisher.model.words import Given
from publisher.model.written_table import SheetFile
from publisher.read.grid import MOST_CELLS, Grid
from publisher.read.number_format import digits, shown
from publisher.read.rich_text import parts_of
from publisher.read.shape import nearest
from publisher.read.source import CONTROL

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet of Excel
MOST_REACHED = 2_000_000  # cells of the rectangle that holds all there is
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=[\"'](\d+)[\"']")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]+)(\d+)[\"']")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)[\"']")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # beginning of files of Excel 97, and of encrypted ones
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Area:
    """Rows and columns of a sheet from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


def workbook_grid(path: Path, asked: SheetFile, at: Position | None, words: Callable[[], Vocabulary]) -> Grid:
    """The cells of the sheet that is asked for.

    `at` is where the author names the file.
    """
    try:
        data = read_regular(path, MOST_YAML)
    except (OSError, Refused) as refusal:
        return Grid(findings=[finding("TB002", f"“{asked.name}” cannot be read: {refusal}", at, span=asked.name)])
    fault, formulas = _fault(data, asked.name)
    if fault:
        return Grid(findings=[finding("TB002", fault[0], at, span=asked.name, hint=fault[1])])
    import openpyxl  # slow to load and seldom needed

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, rich_text=True, keep_links=False)
        written = openpyxl.load_workbook(io.BytesIO(data), keep_links=False) if formulas else None
    except Exception:  # openpyxl raises whatever its parsers meet in a broken file
        said, hint = f"“{asked.name}” is not an Excel file that can be read", "Save it again in Excel, or as CSV."
        return Grid(findings=[finding("TB002", said, at, span=asked.name, hint=hint)])
    sheet, findings = _sheet(book, asked, at)
    if sheet is None:
        return Grid(findings=findings)
    reading = _Reading(sheet, written[sheet.title] if written is not None else None, asked, words)
    grid = reading.grid(at)
    grid.findings[:0] = findings
    return grid


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
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
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


def _sheet(book: Any, asked: SheetFile, at: Position | None) -> tuple[Worksheet | None, list[Diagnostic]]:
    """The sheet named, else the one that is open in Excel, else the first that can be seen."""
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if asked.sheet is not None:
        if asked.sheet in sheets:
            return sheets[asked.sheet], []
        said = f"“{asked.name}” has no sheet “{asked.sheet}”; it has: {', '.join(sheets)}"
        return None, [finding("TB010", said, at, span=asked.sheet, hint=nearest(asked.sheet, sheets))]
    seen = [sheet for sheet in sheets.values() if sheet.sheet_state == "visible" and sheet.max_row * sheet.max_column]
    if not seen:
        return None, [finding("TB010", f"“{asked.name}” has no sheet that can be seen", at, span=asked.name)]
    filled = [sheet for sheet in seen if any(cell.value is not None for row in sheet.iter_rows() for cell in row)]
    chosen = book.active if book.active in seen else (filled or seen)[0]
    if len(filled) < 2 and chosen in filled:
        return chosen, []
    said = f"“{asked.name}” has {len(seen)} sheets; “{chosen.title}”, the open one, is printed"
    hint = f"Name the sheet: file: {{name: {asked.name}, sheet: {chosen.title}}}"
    return chosen, [finding("TB011", said, at, span=asked.name, hint=hint)]


@dataclass
class _Reading:
    """One sheet on its way into a grid."""

    sheet: Worksheet
    written: Worksheet | None  # the same sheet with its formulas
    asked: SheetFile
    words: Callable[[], Vocabulary]

    def grid(self, at: Position | None) -> Grid:
        """The cells that can be seen, in the range that is asked for."""
        area, grid = self._area(), Grid()
        hidden_rows, hidden_columns = (set(), set()) if self.asked.hidden else self._hidden(area)
        spans, covered = self._merged(hidden_rows, hidden_columns)
        rows = [row for row in range(area.top, area.bottom + 1) if row not in hidden_rows]
        columns = [column for column in range(area.left, area.right + 1) if column not in hidden_columns]
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
        grid.heads = self.asked.head if self.asked.head is not None else self._heads(rows)
        return grid

    def _area(self) -> Area:
        if self.asked.range is None:
            return Area(1, 1, self.sheet.max_row, self.sheet.max_column)
        from openpyxl.utils import range_boundaries

        left, top, right, bottom = (number or 1 for number in range_boundaries(self.asked.range))
        top, bottom, left, right = min(top, bottom), max(top, bottom), min(left, right), max(left, right)
        return Area(top, left, min(bottom, self.sheet.max_row), min(right, self.sheet.max_column))

    def _hidden(self, area: Area) -> tuple[set[int], set[int]]:
        rows = {number for number, row in self.sheet.row_dimensions.items() if row.hidden or row.height == 0}
        columns: set[int] = set()
        for column in self.sheet.column_dimensions.values():
            if column.hidden or (column.width == 0 and column.customWidth):
                first, last = column.min or 0, column.max or 0
                columns.update(range(max(first, area.left), min(last, area.right) + 1))
        return rows, columns

    def _merged(self, rows: set[int], columns: set[int]) -> tuple[dict[tuple[int, int], int], set[tuple[int, int]]]:
        """Over how many columns merged cells stand, and the cells they cover."""
        spans: dict[tuple[int, int], int] = {}
        covered: set[tuple[int, int]] = set()
        for area in self.sheet.merged_cells.ranges:
            spans[area.min_row, area.min_col] = sum(
                column not in columns for column in range(area.min_col, area.max_col + 1)
            )
            covered.update(
                (row, column)
                for row in range(area.min_row, area.max_row + 1)
                for column in range(area.min_col, area.max_col + 1)
                if (row, column) != (area.min_row, area.min_col)
            )
        return spans, covered

    def _heads(self, rows: list[int]) -> int:
        """How many rows are heads: a head over several columns has theirs below, merged cells say how far down."""
        heads = 1
        for number, row in enumerate(rows):
            if number >= heads:
                break
            for area in self.sheet.merged_cells.ranges:
                if area.min_row == row:
                    deep = sum(1 for other in rows if area.min_row <= other <= area.max_row)
                    heads = max(heads, number + deep + (area.max_col > area.min_col and number + deep < len(rows)))
        return min(heads, 5)

    def _at(self, row: int, column: int) -> Position:
        from openpyxl.utils import get_column_letter

        name = f"{get_column_letter(column)}{row}"
        return Position(
            self.asked.name, row, column, f"{self.asked.sheet}!{name}" if self.asked.sheet is not None else name
        )

    def _cell(self, row: int, column: int, columns: int, findings: list[Diagnostic]) -> Given | None:
        cell, at = self.sheet.cell(row, column), self._at(row, column)
        value = cell.value
        if value is None:
            formula = self.written.cell(row, column).value if self.written is not None else None
            if formula is not None:
                said = f"the formula {str(getattr(formula, 'text', formula))[:40]} has no stored value"
                findings.append(finding("TB005", said, at, hint="Open the file in Excel and save it."))
            return None
        if cell.data_type == "e":
            hint = "Put the formula right in Excel, or write what is to be printed."
            findings.append(finding("TB006", f"the cell holds the error {value}", at, span=str(value), hint=hint))
            return None
        if isinstance(value, bool):
            said = f"the cell holds the logical value {str(value).upper()}"
            findings.append(finding("TB006", said, at, hint="Write the word that is to be printed."))
            return None
        if isinstance(value, str) or hasattr(value, "as_list"):
            return self._text(value, at, columns, findings)
        text = shown(value, cell.number_format, self.words()).strip()
        if isinstance(value, int | float):
            return Given(text, at, cell.number_format == "General", digits(value), columns=columns)
        return Given(text, at, columns=columns)

    def _text(self, value: Any, at: Position, columns: int, findings: list[Diagnostic]) -> Given:
        text = _decoded(str(value))
        if control := CONTROL.search(text):
            said = f"the control character U+{ord(control.group()):04X} stands in the cell"
            findings.append(finding("RD010", said, at, hint="Delete it."))
        parts = parts_of(value, lambda run: CONTROL.sub("", _decoded(run)))
        lines = [line.strip() for line in CONTROL.sub("", text).strip().split("\n")]
        return Given(plain(parts) or "\n".join(lines), at, parts=parts, columns=columns)


def _decoded(text: str) -> str:
    """The text of a cell with the signs that Excel writes as _x000B_, line ends as one."""
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
