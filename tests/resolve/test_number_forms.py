"""Figures print as they were typed; another form only where it is asked for, and never at the cost of a digit."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher import pipeline
from publisher.model.inline import plain
from publisher.model.resolved import Table
from publisher.model.workspace import workspace_for
from tests.conftest import RECORD, TODAY

WORDS = """\
title: [Figures]
agenda: {opening: Opening., adoption: Adoption.}
body:
  - heading: Introduction
    body:
      - table: [%s]
        columns: [%s]
%s
"""


def printed(folder: Path, cells: list[str], more: str = "", column: str = "{head: A}") -> tuple[list[str], set[str]]:
    """What a table of one column prints, and the codes found."""
    rows = ", ".join(f"[{cell}]" for cell in cells)
    (folder / "record.yaml").write_text(RECORD, encoding="utf-8")
    (folder / "en.yaml").write_text(WORDS % (rows, column, more), encoding="utf-8")
    examined = pipeline.examine(workspace_for(folder, TODAY), "en")
    assert examined.resolved is not None, examined.diagnostics
    table = next(b for d in examined.resolved.divisions for b in d.blocks if isinstance(b, Table))
    return [plain(row.cells[0].text) for row in table.rows], {
        d.code for d in examined.diagnostics if d.code[:2] == "TB"
    }


TYPED = ["007", "0x1F", "12e-1", "+5", ".5", "2.10", "64.9", "1200", "2024", "-3.3", "0"]


def test_figures_print_as_they_were_typed(tmp_path: Path) -> None:
    assert printed(tmp_path, TYPED) == (TYPED, set())


@pytest.mark.parametrize(
    ("cells", "more", "expected"),
    [
        (["3.3", "5", "0"], "        decimals: 1", ["3.3", "5.0", "0.0"]),
        (["12500", "3000"], "        decimals: 1", ["12500", "3000"]),
        (
            ["12500", "-3000", "0"],
            "        figures: {thousands: comma, negative: brackets, nil: –}",
            ["12,500", "(3,000)", "–"],
        ),
        (["12500.5", "+7"], "        figures: {thousands: space}", ["12\u00a0500.5", "+7"]),
        (["12500.5", "-7"], "        figures: {thousands: point, negative: minus}", ["12.500,5", "−7"]),
        (["2023", "2024"], "        figures: {thousands: profile}", ["2023", "2024"]),
        (["007", "0x1F", '"1200"', "12e-1"], "        figures: {thousands: profile}", ["007", "0x1F", "1200", "12e-1"]),
    ],
)
def test_another_form_where_it_is_asked_for(tmp_path: Path, cells: list[str], more: str, expected: list[str]) -> None:
    assert printed(tmp_path, cells, more) == (expected, set())


def test_a_column_has_a_form_of_its_own(tmp_path: Path) -> None:
    form = "        figures: {thousands: comma}"
    assert printed(tmp_path, ["1200", "3400"], form, "{head: Code, figures: typed}")[0] == ["1200", "3400"]
    assert printed(tmp_path, ["5", "12"], "", "{head: Rate, figures: {decimals: 1}}")[0] == ["5.0", "12.0"]


def test_a_form_that_would_lose_a_digit_is_an_error_and_loses_none(tmp_path: Path) -> None:
    assert printed(tmp_path, ["64.93", "5.1"], "        decimals: 1") == (["64.93", "5.1"], {"TB008"})


@pytest.mark.parametrize(("profile", "shown"), [("new-york", "12\u00a0500.5"), ("nairobi", "12,500.5")])
def test_thousands_of_the_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, profile: str, shown: str) -> None:
    monkeypatch.setitem(globals(), "RECORD", RECORD.replace("profile: nairobi", f"profile: {profile}"))
    assert printed(tmp_path, ["12500.5", "7"], "        figures: {thousands: profile}") == ([shown, "7"], set())
