"""Losses planted in the cells of CSV and Excel files between reading and resolving: each is caught at its cell."""

from __future__ import annotations

import datetime
import io
import pickle
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from publisher.language import vocabulary
from publisher.model.document import Document
from publisher.model.reference import load_reference
from publisher.model.words import Given
from publisher.model.workspace import Workspace, workspace_for
from publisher.model.written_table import Table
from publisher.read import Reading, read
from publisher.render.html import write_html
from publisher.render.page import render_page
from publisher.resolve import resolve
from publisher.typed import typed_of
from publisher.verify import verify_html
from tests.conftest import RECORD, TODAY, WORDS
from tests.typed.test_planted_losses import put, slots

FORMS = ("", ", figures: {thousands: profile}")
NAMED = ("table: {}", "file: {{name: {}}}, table: ", "file: {{name: {}}}, table: null")  # ways to name the file
ROWS = """\
District,Wells,Share,Change,Seen on
North,1234567,5.5,-12.75,2024
South,-6085,(7.02),+3,A/72/226
East,1017,0.10,(1 200),n.a.
Total,1230499,12.62,-9,
"""
ACCOUNTING = '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)'
LOSSES: dict[str, Callable[[str], str]] = {
    "a figure is rounded": lambda text: re.sub(r"\.\d+", "", text, count=1),
    "a last digit is raised": lambda text: re.sub(r"\d(?=\D*$)", lambda one: str((int(one[0]) + 1) % 10), text),
    "a sign is dropped": lambda text: text.lstrip("+-−(").rstrip(")"),
    "a per cent sign is dropped": lambda text: text.rstrip("%\u00a0 "),
    "a cell is lost": lambda text: "",
}


def workbook() -> bytes:
    """Figures with formats, days, percentages, and a word."""
    made, data = openpyxl.Workbook(), io.BytesIO()
    sheet = made.active
    assert sheet is not None
    day = datetime.date(2025, 3, 28)
    rows: list[list[Any]] = [
        ["Member", "Reported", "Landings", "Change", "Rate", "Code", datetime.date(2026, 3, 1), "Below", "Kept"],
        ["Comoros", day, 4120.5, -0.0329, -7.25, "0012", -1234.5, -12, 12.5],
        ["Kenya", day.replace(day=2), 6305, 0.05, 3.5, "A-7", 0, 13, 7],
        ["Total", None, 10425.5, -0.01, -3.75, None, 1234.5, -1, None],
    ]
    for row in rows:
        sheet.append(row)
    for under in sheet.iter_rows(min_row=2):
        for cell, form in zip(under[1:], ("dd/mm/yyyy", "#,##0.0", "0.0%"), strict=False):
            cell.number_format = form
        for cell, form in zip(under[6:], (ACCOUNTING, "0;[Red]0", "@"), strict=True):
            cell.number_format = form
    sheet["G1"].number_format = "mmm yyyy"
    made.save(data)
    return data.getvalue()


@pytest.fixture(
    params=[
        *((name, form, NAMED[0]) for name in ("rows.csv", "rows.xlsx") for form in FORMS),
        *((name, "", named) for name in ("rows.csv", "rows.xlsx") for named in NAMED[1:]),
    ],
    ids="".join,
)
def sheet(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Workspace, Reading]:
    name, form, named = request.param
    entry = f"  - {{{named.format(name)}, id: rows, title: Rows of a file{form}}}\n"
    (tmp_path / "record.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "en.yaml").write_text(WORDS.replace("body:\n", "body:\n" + entry, 1), encoding="utf-8")
    (tmp_path / name).write_bytes(ROWS.encode() if name == "rows.csv" else workbook())
    workspace = workspace_for(tmp_path, TODAY)
    return workspace, read(workspace, "en")


def found(workspace: Workspace, reading: Reading, document: Document) -> list[str]:
    """The places at which the second reading finds the page otherwise than the files."""
    words = vocabulary("en", workspace)
    resolved = resolve(document, workspace, load_reference(workspace.reference), words).document
    assert resolved is not None
    typed = typed_of(workspace.folder, "en.yaml", reading.sources, words)
    typed = pickle.loads(pickle.dumps(typed))  # a process of its own proves the PDF
    page = write_html(render_page(resolved, workspace), resolved, workspace)
    told = verify_html(page, resolved, "x.html", typed)
    return [str(one.at) for one in told if one.code in ("OUT095", "OUT096", "OUT097")]


def cells(document: Document) -> Iterator[tuple[tuple[object, ...], Given]]:
    """Every cell of the table, its heads left out, and the steps to it."""
    table = document.words.body[0]
    assert isinstance(table, Table)
    for path, text in slots(table):
        if path[0] in ("table", "total") and isinstance(text, Given) and text.text:
            yield path, text


def with_cells(document: Document, *changed: tuple[tuple[object, ...], Given]) -> Document:
    words = document.words
    for path, cell in changed:
        words = put(words, ("body", 0, *path), cell)
    return replace(document, words=words)


def changed(cell: Given, text: str) -> Given:
    return replace(cell, text=text, exact="", parts=())


def test_nothing_is_found_where_nothing_is_lost(sheet: tuple[Workspace, Reading]) -> None:
    workspace, reading = sheet
    assert reading.document is not None
    assert found(workspace, reading, reading.document) == []


@pytest.mark.parametrize("loss", LOSSES)
def test_every_loss_in_every_cell_is_caught(sheet: tuple[Workspace, Reading], loss: str) -> None:
    workspace, reading = sheet
    document = reading.document
    assert document is not None
    applied = [(path, cell, LOSSES[loss](cell.text)) for path, cell in cells(document)]
    planted = [(path, cell, text) for path, cell, text in applied if text != cell.text]
    missed = [
        (cell.text, text)
        for path, cell, text in planted
        if not found(workspace, reading, with_cells(document, (path, changed(cell, text))))
    ]
    assert missed == []
    assert planted or loss == "a per cent sign is dropped"


def test_every_swap_of_neighbours_is_caught(sheet: tuple[Workspace, Reading]) -> None:
    """In a row, and down a column."""
    workspace, reading = sheet
    document = reading.document
    assert document is not None
    every = dict(cells(document))
    pairs = [
        (one, other)
        for one in every
        for other in every
        if one[0] == other[0] == "table" and _beside(one, other) and every[one].text != every[other].text
    ]
    missed = [
        (every[one].text, every[other].text)
        for one, other in pairs
        if not found(workspace, reading, with_cells(document, (one, every[other]), (other, every[one])))
    ]
    assert missed == [] and len(pairs) >= 8


def _beside(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    (_, row, column), (_, row2, column2) = one[:3], other[:3]
    return (row == row2 and column2 == column + 1) or (column == column2 and row2 == row + 1)  # type: ignore[operator]
