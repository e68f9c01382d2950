"""Random corrections of the shipped documents, in six languages: corrigendum proved, redline accepted and rejected.

More of them: `python -m tests.revise.random_edits 500 --redline 100`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.characters import compared
from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from publisher.render.docx import write_docx
from publisher.render.page import render_page
from tests.revise.libreoffice import settle
from tests.revise.random_edits import correction, proved
from tests.revise.redlines import findings, tracked


@pytest.mark.parametrize("block", range(4))
def test_corrections_are_proved(block: int) -> None:
    outcomes = [proved(seed) for seed in range(10 * block, 10 * block + 10)]
    assert sum(outcome.result == "proved" for outcome in outcomes) >= 6
    assert {outcome.result for outcome in outcomes} <= {"proved", "refused: renumbers", "unchanged"}


@pytest.mark.parametrize("seed", range(1, 9))
def test_redlines_tell_both_texts(seed: int) -> None:
    assert findings(seed) == []


@pytest.mark.conformance
@pytest.mark.parametrize(
    "seed", [2, 4, 6, 21]
)  # note added and removed, paragraph bis and removed, titles, cells, facts
def test_libreoffice_accepts_and_rejects_to_the_same_texts(
    seed: int, needs: Callable[[str], str], tmp_path: Path
) -> None:
    old, new, _, workspace = correction(seed)
    assert old is not None and new is not None
    office, profile = needs("soffice"), tmp_path / "profile"
    marked = tmp_path / "redline.docx"
    marked.write_bytes(tracked(old, new, workspace))
    for command, document in (("AcceptAllTrackedChanges", new), ("RejectAllTrackedChanges", old)):
        clean = tmp_path / f"{command}-wanted.docx"
        clean.write_bytes(drawn(document, workspace))
        settled = settle(office, profile, marked, command)
        assert said(settled) == said(settle(office, profile, clean, ""))


def drawn(document: Document, workspace: Workspace) -> bytes:
    return write_docx(render_page(document, workspace), document, workspace, {}, 0)


def said(path: Path) -> list[str]:
    """What a Word file says, paragraph by paragraph with its number, then its notes."""
    told = read_docx(Package(path.read_bytes()))
    lines = [compared(paragraph.whole) for paragraph in told.paragraphs if paragraph.whole.strip()]
    return [*lines, *(compared(str(note)) for note in told.notes)]
