"""Takes rows of tables from CSV and XLSX files of the document folder.

The first row of a file is the head, or as many as its merged cells make one. Where the table gives `columns` itself,
these stand and the head of the file is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from publisher.catalogue import finding
from publisher.language import Vocabulary
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.words import Given, LocatedDict, LocatedList, LocatedStr
from publisher.model.written_table import SheetFile
from publisher.read.files import path_fault
from publisher.read.grid import MOST_COLUMNS, Grid
from publisher.read.heads import columns_of
from publisher.read.script import foreign_script
from publisher.read.separated import separated_grid
from publisher.read.shape import nearest
from publisher.read.source import load
from publisher.read.workbook import workbook_grid


def take_in_tables(
    value: Any, folder: Path, words: Callable[[], Vocabulary]
) -> tuple[list[Diagnostic], dict[str, str]]:
    """Put the rows of table files in the place of their names.

    Give back the findings and the text of the CSV files.
    """
    findings: list[Diagnostic] = []
    texts: dict[str, str] = {}
    for part in _mappings(value):
        asked = _asked(part)
        if part.get("file") is not None and part.get("table") is not None:
            said, hint = "the rows are given twice, by “table” and by “file”", "Keep one of the two."
            findings.append(finding("TB002", said, part.keys_at["file"], span="file", hint=hint))
        if asked is not None:
            findings += _take_in(part, asked, folder, texts, words)
        elif part.get("file") is not None and part.get("table") is None:
            _stand_in(part, part.values_at["file"])  # what is wrong with the name of the file is told, and nothing else
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


def _asked(part: LocatedDict) -> SheetFile | None:
    """The file a table names, if it does so without a mistake: `shape` reports the mistakes."""
    name, file = part.get("table"), part.get("file")
    if isinstance(name, LocatedStr):
        return SheetFile.model_construct(name=str(name))
    if not isinstance(file, LocatedDict) or name is not None:
        return None
    try:
        return SheetFile.model_validate(file)
    except ValidationError:
        return None


def _take_in(
    part: LocatedDict, asked: SheetFile, folder: Path, texts: dict[str, str], words: Callable[[], Vocabulary]
) -> list[Diagnostic]:
    file = part.get("file")
    keys_at = file.values_at if isinstance(file, LocatedDict) else {}
    at = keys_at.get("name") or part.values_at.get("table") or part.at
    grid = _grid(folder, asked, at, texts, words, keys_at)
    grid.compact()
    findings = list(grid.findings)
    if grid.rows:
        findings += foreign_script((cell for row in grid.rows for cell in row), words(), asked.name)
    if not findings and (said := _unfit(grid, asked.name)):
        findings = [finding(*said, at, span=asked.name)]
    if findings and (not grid.rows or findings[-1].code in ("TB002", "TB015")):
        over = len(part["columns"]) if isinstance(part.get("columns"), LocatedList) else 1
        grid.rows, grid.places = [[Given(f"[{asked.name}?]", columns=over)]], [[at or Position(asked.name, 1)]]
        grid.heads = 0
    rows = LocatedList(at)
    for cells, places in zip(grid.rows[grid.heads :], grid.places[grid.heads :], strict=True):
        rows.append(_row(cells, places))
        rows.values_at.append(places[0])
    if asked.total and rows:
        part["total"] = rows.pop()
        part.keys_at["total"] = part.values_at["total"] = rows.values_at.pop()
    part["table"] = rows
    part.keys_at.setdefault("table", part.keys_at.get("file", at or Position(asked.name, 1)))
    part.values_at["table"] = at or Position(asked.name, 1)
    if "columns" not in part:
        columns, missing = columns_of(grid, at)
        findings += missing if not findings else []
        part["columns"] = columns
        part.keys_at["columns"] = part.values_at["columns"] = at or Position(asked.name, 1)
    return findings


def _unfit(grid: Grid, name: str) -> tuple[str, str] | None:
    """Why no table can be made of the cells."""
    width = max((len(row) for row in grid.rows), default=0)
    if width > MOST_COLUMNS:
        return "TB015", f"“{name}” has {width} columns; a table may have {MOST_COLUMNS}"
    if len(grid.rows) <= grid.heads:
        return "TB002", f"“{name}” has no rows" + (" below its head" if grid.rows else "")
    return None


def cells_of_file(folder: Path, name: str, sheet: str | None, words: Callable[[], Vocabulary]) -> Grid:
    """The cells of a CSV or XLSX file as shown, for whoever imports them.

    Findings where it cannot be read.
    """
    grid = _grid(folder, SheetFile(name=name, sheet=sheet), None, {}, words, {})
    grid.compact()
    return grid


def _row(cells: list[Given | None], places: list[Position]) -> LocatedList:
    """A row without the cells that a merged cell covers."""
    row, over = LocatedList(places[0]), 0
    for cell, at in zip(cells, places, strict=True):
        if over:
            over -= 1
            continue
        over = cell.columns - 1 if cell is not None else 0
        row.append(cell if cell is not None else Given("", at))
        row.values_at.append(at)
    return row


def _grid(
    folder: Path, asked: SheetFile, at: Position | None, texts: dict[str, str], words: Callable[[], Vocabulary],
    places: Mapping[str, Position],
) -> Grid:  # fmt: skip
    name = asked.name
    if fault := path_fault(folder, name):
        return Grid(findings=[_file_finding(fault, name, at, folder)])
    match Path(name).suffix.lower():
        case ".csv" | ".tsv":
            for key in ("sheet", "range"):
                if (value := getattr(asked, key)) is not None:
                    said = f"“{name}” is a CSV file; it has no {key} “{value}”"
                    hint = f"Take {key}: away, or save the table as an Excel file."
                    return Grid(findings=[finding("TB010", said, places.get(key) or at, span=value, hint=hint)])
            text, findings = load(folder / name, name, folder)
            if text is None:
                return Grid(findings=findings)
            texts[name] = text
            grid = separated_grid(text, name)
            grid.heads = asked.head if asked.head is not None else 1
            return grid
        case ".xlsx" | ".xlsm" | ".xls":
            return workbook_grid(folder / name, asked, at, words, places)
        case _:
            pass
    said, hint = f"“{name}” is neither a CSV nor an XLSX file", "Save the table as .xlsx, or as .csv."
    return Grid(findings=[finding("TB002", said, at, span=name, hint=hint)])


def _stand_in(part: LocatedDict, at: Position) -> None:
    """Put an empty table in the place of one whose file is named in a way that cannot be read."""
    for key in ("table", "columns"):
        if part.get(key) is None:
            part[key] = LocatedList(at)
            part.keys_at[key] = part.values_at[key] = at


def _file_finding(fault: str, name: str, at: Position | None, folder: Path) -> Diagnostic:
    code = "TB002" if fault.startswith("there is no") else "TB003"
    names = [path.name for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    return finding(code, fault, at, span=name, hint=nearest(name, names))
