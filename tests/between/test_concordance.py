"""Two languages side by side: every passage beside its counterpart, drawn, tagged and proved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from publisher.model.inline import plain
from publisher.model.resolved import Table
from publisher.model.workspace import workspace_for
from publisher.pipeline import understand
from publisher.succession.concordance import concordance_of, side_by_side
from tests.conftest import TODAY, WORDS
from tests.house.conftest import Told

ARABIC = """\
title: [مذكرة بشأن مسألة صغيرة]
agenda: {opening: افتتاح الدورة., adoption: إقرار جدول الأعمال.}
body:
  - heading: مقدمة
    body:
      - لا تقول الفقرة الأولى الكثير (انظر HSP/HA.2/12).[^small]
footnotes: {small: حاشية في أسفل الصفحة.}
"""


def test_passages_stand_beside_their_counterparts(small_document: Callable[..., Path]) -> None:
    small_document(WORDS)
    workspace = workspace_for(small_document(ARABIC, language="ar"), TODAY)
    left, right = (understand(workspace, code).forms() for code in ("en", "ar"))
    document = side_by_side(workspace, left[1], right[1])
    [table, _] = document.divisions[0].blocks
    assert isinstance(table, Table)
    rows = [tuple(plain(cell.text) for cell in row.cells) for row in table.rows]
    assert rows[1:3] == [
        ("I. Introduction", "أولا - مقدمة"),
        ("1. The first paragraph says little.[1]", "1 - لا تقول الفقرة الأولى الكثير (انظر HSP/HA.2/12).[1]"),
    ]
    assert rows[3][1] == "—" and rows[3][0].startswith("2. ")  # not translated yet
    assert {cell.direction for row in table.rows for cell in row.cells[1:]} == {"rtl"}


def test_a_concordance_is_proved(small_document: Callable[..., Path]) -> None:
    small_document(WORDS)
    workspace = workspace_for(small_document(ARABIC, language="ar"), TODAY)
    for pair in (("en", "ar"), ("ar", "en")):
        stem, built = concordance_of(workspace, *pair)
        assert stem == f"HSP-HA.2-99.{pair[0]}-{pair[1]}.concordance"
        assert not built.rejected and built.files["pdf"].startswith(b"%PDF")
        assert built.diagnostics == ()


def test_the_command_wants_two_languages(small_document: Callable[..., Path], publisher: Callable[..., Told]) -> None:
    folder = small_document(WORDS)
    assert publisher("concordance", folder, "--languages", "en").exit_code == 2
    assert publisher("concordance", folder, "--languages", "en,ru").exit_code == 2
