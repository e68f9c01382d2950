"""Signs that YAML takes for figures, days or switches are printed as they are typed, wherever words stand."""

from __future__ import annotations

import html
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from publisher import pipeline
from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.read import read
from tests.conftest import RECORD, TODAY
from tests.typed.test_planted_cells import found, with_cells
from tests.typed.test_planted_losses import slots

BARE = """2025-03-04 2025-02-30 1_000 0o17 0x1F 1e3 12e-1 yes no on off y N true True FALSE 12:30 190:20:30 007 +5 .5 5. -0
.inf .NaN 2001-12-14t21:59:43.10-05:00 0b101 = << 1e999 99999999999999999999 2.10""".split()  # noqa: SIM905  signs read better than quoted ones
WORDS = """\
title: [{bare}]
agenda: {{opening: Opening of the session., adoption: Adoption of the agenda.}}
body:
  - {bare}
  - heading: {bare}
    body:
      - {{unnumbered: {bare}}}
      - {{paragraph: Calls a note, items: [{bare}, {{item: {bare}}}]}}
      - {{bullets: [{bare}]}}
      - {{quotation: [{bare}]}}
  - id: rows
    table: [[{bare}, {{cell: {bare}}}], [[{bare}, {bare}], null], {{group: {bare}}}, {{total: [Total, {bare}]}}]
    columns: [{{head: {bare}}}, {bare}]
    title: {bare}
    source: {bare}
  - Calls.[^one]
footnotes: {{one: {bare}}}
"""


def cells(document: Any) -> list[tuple[Any, Any]]:
    """The cells of the one table, and the steps to each."""
    return [(path, cell) for path, cell in slots(document.words.body[0]) if path[0] == "table"]


def built(folder: Path, sign: str) -> tuple[str, list[str]]:
    """The page on which `sign` stands for every word, and what is wrong with it."""
    (folder / "record.yaml").write_text(RECORD, encoding="utf-8")
    (folder / "en.yaml").write_text(WORDS.format(bare=sign), encoding="utf-8")
    made = pipeline.build(workspace_for(folder, TODAY), "en", ["html"])
    wrong = [f"{one.at} {one.code} {one.message}" for one in made.diagnostics if one.severity is Severity.ERROR]
    return made.files["html"].decode(), wrong


@pytest.mark.parametrize("bare", BARE)
def test_bare_signs_are_printed_as_those_in_quotation_marks_are(bare: str, tmp_path: Path) -> None:
    page, wrong = built(tmp_path, bare)
    quoted, _ = built(tmp_path, f'"{bare}"')
    assert wrong == []
    assert page.count(html.escape(bare, quote=False)) >= WORDS.count("{bare}")
    assert page == quoted


NOUGHT = """\
title: [Title]
body:
  - {{table: [[a, 0], [b, 7]], columns: [{head}], figures: {{nil: {nil}}}}}
"""


@pytest.mark.parametrize(("nil", "printed"), [("0", "0"), ("0.0", "0.0"), ("–", "–"), ("no", "no")])
def test_what_stands_for_nought_is_printed_as_typed(nil: str, printed: str, tmp_path: Path) -> None:
    (tmp_path / "record.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "en.yaml").write_text(NOUGHT.format(nil=nil, head="A, 2027"), encoding="utf-8")
    made = pipeline.build(workspace_for(tmp_path, TODAY), "en", ["html"])
    assert f">{printed}</td>" in made.files["html"].decode() and not made.proofs
    assert [one.code for one in made.diagnostics if one.severity is Severity.ERROR] == []


def test_a_sheet_may_have_a_year_for_its_name(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title in ("2026", "2027"):
        sheet = book.create_sheet(title)
        for row in ["Place", "Wells"], ["North", title]:
            sheet.append(row)
    book.save(tmp_path / "rows.xlsx")
    (tmp_path / "record.yaml").write_text(RECORD, encoding="utf-8")
    entry = "{file: {name: rows.xlsx, sheet: 2027}, table: }"
    (tmp_path / "en.yaml").write_text(f"title: [Title]\nbody:\n  - {entry}\n", encoding="utf-8")
    reading = read(workspace_for(tmp_path, TODAY), "en")
    assert reading.document is not None and [str(cell) for _, cell in cells(reading.document)] == ["North", "2027"]


@pytest.mark.parametrize("bare", ["2025-03-04", "True", "0o17"])
def test_another_reading_of_bare_signs_is_caught_in_every_cell(bare: str, tmp_path: Path) -> None:
    (tmp_path / "record.yaml").write_text(RECORD, encoding="utf-8")
    words = f"title: [Title]\nbody:\n  - {{table: [[a, {bare}], [{bare}, b]], columns: [{{head: A}}, {{head: B}}]}}\n"
    (tmp_path / "en.yaml").write_text(words, encoding="utf-8")
    workspace = workspace_for(tmp_path, TODAY)
    reading = read(workspace, "en")
    assert reading.document is not None
    other = {"2025-03-04": "4 March 2025", "True": "true", "0o17": "15"}[bare]
    planted = [(path, cell) for path, cell in cells(reading.document) if str(cell) == bare]
    assert len(planted) == 2 and not found(workspace, reading, reading.document)
    for path, cell in planted:
        assert found(workspace, reading, with_cells(reading.document, (path, replace(cell, text=other))))
