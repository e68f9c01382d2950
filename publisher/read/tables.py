"""Takes rows of tables from CSV and XLSX files of the document folder.

The first row of a file is the head. Where the table gives `columns` itself, these stand and the head of the file is
left out.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.words import LocatedDict, LocatedList, LocatedStr
from publisher.read.files import path_fault
from publisher.read.shape import nearest
from publisher.read.source import MOST_BYTES, load

MOST_CELLS = 200_000
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
Cell = tuple[str | int | float | None, int, int]  # value, line, column


def take_in_tables(value: Any, folder: Path, file: str) -> tuple[list[Diagnostic], dict[str, str]]:
    """Put the rows of table files in the place of their names; give back the findings and the text of the CSV files."""
    findings: list[Diagnostic] = []
    texts: dict[str, str] = {}
    for part in _mappings(value):
        name = part.get("table")
        if isinstance(name, LocatedStr):
            findings += _take_in(part, name, folder, texts)
    return findings, texts


def _mappings(value: Any) -> Iterator[LocatedDict]:
    """Every mapping of a file, without recursion."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, LocatedDict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, LocatedList):
            waiting.extend(node)


def _take_in(part: LocatedDict, name: LocatedStr, folder: Path, texts: dict[str, str]) -> list[Diagnostic]:
    rows, findings = _rows(folder, name, texts)
    head, body = (rows[0], rows[1:]) if rows else ([], [])
    if not findings and not rows:
        findings = [finding("TB002", f"“{name}” has no rows", name.at, span=name)]
    part["table"] = _located(body, name)
    if "columns" not in part:
        columns = LocatedList(name.at)
        for value, line, column in head:
            entry = LocatedDict(Position(name, line, column))
            entry["head"] = LocatedStr("" if value is None else str(value), Position(name, line, column))
            entry.keys_at["head"] = entry.values_at["head"] = Position(name, line, column)
            columns.append(entry)
            columns.values_at.append(Position(name, line, column))
        part["columns"] = columns
        part.keys_at["columns"] = part.values_at["columns"] = name.at
    return findings


def _located(rows: Iterable[list[Cell]], name: LocatedStr) -> LocatedList:
    found = LocatedList(name.at)
    for row in rows:
        cells = LocatedList(Position(name, row[0][1], 1) if row else name.at)
        for value, line, column in row:
            at = Position(name, line, column)
            cells.append(LocatedStr(value, at) if isinstance(value, str) else value)
            cells.values_at.append(at)
        found.append(cells)
        found.values_at.append(cells.at or name.at)
    return found


def _rows(folder: Path, name: LocatedStr, texts: dict[str, str]) -> tuple[list[list[Cell]], list[Diagnostic]]:
    if fault := path_fault(folder, name):
        return [], [_file_finding(fault, name, folder)]
    match Path(name).suffix.lower():
        case ".csv":
            text, findings = load(folder / name, str(name))
            if text is None:
                return [], findings
            texts[str(name)] = text
            return _csv(text, name)
        case ".xlsx":
            return _xlsx(folder / name, name)
    return [], [finding("TB002", f"“{name}” is neither a CSV nor an XLSX file", name.at, span=name)]


def _csv(text: str, name: LocatedStr) -> tuple[list[list[Cell]], list[Diagnostic]]:
    separator = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[Cell]] = []
    try:
        before = 0
        for values in lines:
            if values:
                rows.append([(_cell(value), before + 1, column) for column, value in enumerate(values, 1)])
            before = lines.line_num
    except csv.Error as error:
        return [], [finding("TB002", f"“{name}” is not a CSV file: {error}", Position(name, lines.line_num), span=name)]
    return rows, []


def _cell(value: str) -> str | int | float | None:
    text = value.strip()
    if not text:
        return None
    if _NUMBER.fullmatch(text) and len(text) < 16:
        return float(text) if "." in text else int(text)
    return text


def _xlsx(path: Path, name: LocatedStr) -> tuple[list[list[Cell]], list[Diagnostic]]:
    import openpyxl  # slow to load and seldom needed

    broken = [
        finding(
            "TB002",
            f"“{name}” is not an Excel file that can be read",
            name.at,
            span=name,
            hint="Open it in Excel and save it again as .xlsx, or as CSV.",
        )
    ]
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > 8 * MOST_BYTES:
                return [], [
                    finding(
                        "TB002",
                        f"“{name}” unpacks to more than {8 * MOST_BYTES // 1024 // 1024} MB",
                        name.at,
                        span=name,
                    )
                ]
        sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
        rows: list[list[Cell]] = []
        cells = 0
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
            cells += len(values)
            if cells > MOST_CELLS:
                return [], [finding("TB002", f"“{name}” has more than {MOST_CELLS} cells", name.at, span=name)]
            if any(value is not None for value in values):
                rows.append([(_excel(value), number, column) for column, value in enumerate(values, 1)])
        return rows, []
    except Exception:  # openpyxl raises whatever its parsers meet in a broken file
        return [], broken


def _excel(value: Any) -> str | int | float | None:
    match value:
        case None | bool():
            return None if value is None else str(value).lower()
        case int() | float():
            return int(value) if float(value).is_integer() else float(value)
        case datetime.datetime():
            return value.date().isoformat()
    return _cell(str(value)) if str(value).strip() else None


def _file_finding(fault: str, name: LocatedStr, folder: Path) -> Diagnostic:
    code = "TB002" if fault.startswith("there is no") else "TB003"
    names = [path.name for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    return finding(code, fault, name.at, span=name, hint=nearest(str(name), names))
