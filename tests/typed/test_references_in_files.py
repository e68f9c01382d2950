"""References of every kind stand in the finished files as they were resolved, and nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher import pipeline
from publisher.language import vocabulary
from publisher.model.workspace import workspace_for
from publisher.typed import typed_of
from publisher.verify import verify_html
from tests.conftest import RECORD, TODAY

ONLY = """\
title: [References]
agenda: {opening: Opening., adoption: Adoption.}
body:
  - heading: Introduction
    body:
      - See [](#annex), [](#appendix), [](#inserted), [](#table) and [](#second).
      - {paragraph: The second paragraph., id: second}
      - {paragraph: An inserted paragraph., number: 2 bis, id: inserted}
annexes:
  - id: annex
    title: The only annex
    body:
      - See [](#second), [](#inserted) and [](#here).
      - {paragraph: Here., id: here}
      - {appendix: An appendix, id: appendix, body: ["Words, see [](#here)."]}
      - table: [[North, 5]]
        columns: [{head: District}, {head: Wells, align: end}]
        title: Wells
        id: table
"""


@pytest.mark.conformance
def test_both_files_are_proved(small_document: Callable[..., Path]) -> None:
    built = pipeline.build(workspace_for(small_document(ONLY, RECORD), TODAY), "en", ["pdf", "docx"])
    assert [found.message for found in built.diagnostics if found.code.startswith("OUT")] == []
    assert set(built.files) == {"pdf", "docx"}


ALONE = """\
title: [References]
agenda: {opening: Opening., adoption: Adoption.}
body:
  - See [](#item), [](#of-appendix) and [](#inserted).
  - {paragraph: "Two things:", items: [{item: one;, id: item}, two.]}
  - {paragraph: An inserted paragraph., number: 2 bis, id: inserted}
  - table: [["[](#item)", "{{ meeting(1).date | date }}", 5], ["{{ meeting(1).number }}", North, "[](#inserted)"]]
    columns: [Where, When, What]
    title: Cells of nothing but a fact or a reference
annexes:
  - {id: one, title: First, body: [Words.]}
  - id: two
    title: Second
    body:
      - Words.
      - {appendix: An appendix, body: [{paragraph: "More, see [](#item).", id: of-appendix}, Words., Words., Words.]}
"""


@pytest.mark.conformance
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_the_program_writes_is_no_fault_of_the_author(small_document: Callable[..., Path], language: str) -> None:
    """Cells of one fact or reference, subparagraphs that Word cannot count, paragraphs of another division."""
    record = RECORD.replace("original: en", f"original: {language}")
    words = ALONE if language == "en" else re.sub(r"See (.*) and (.*)\.", r"انظر \1، \2.", ALONE)
    folder = small_document(words, record, language=language)
    built = pipeline.build(workspace_for(folder, TODAY), language, ["pdf", "docx"])
    assert [found.message for found in built.diagnostics if found.code[:2] in ("OU", "RF")] == []
    assert set(built.files) == {"pdf", "docx"} and not built.rejected


@pytest.mark.parametrize("lost", ["North", "5"])
def test_a_cell_beside_one_of_a_fact_is_missed_where_it_is_lost(small_document: Callable[..., Path], lost: str) -> None:
    workspace = workspace_for(small_document(ALONE, RECORD), TODAY)
    built = pipeline.build(workspace, "en", ["html"])
    assert built.resolved is not None and built.proofs == ()
    page = built.files["html"].decode()
    typed = typed_of(workspace.folder, "en.yaml", {"en.yaml": ALONE}, vocabulary("en", workspace))
    begin, _, end = page.partition("<tbody")
    spoilt = begin + "<tbody" + end.replace(f">{lost}<", "><", 1)
    found = [one.code for one in verify_html(spoilt.encode(), built.resolved, "x.html", typed)]
    assert spoilt != page and {"OUT095", "OUT096"} & set(found)
