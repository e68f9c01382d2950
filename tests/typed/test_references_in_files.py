"""References of every kind stand in the finished files as they were resolved, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher import pipeline
from publisher.model.workspace import workspace_for
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
