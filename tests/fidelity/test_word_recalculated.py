"""Another word processor opens the Word file, works out its numbers and references anew, and shows what was resolved."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.characters import compared, unmarked
from publisher.model.workspace import workspace_for
from publisher.verify.expected import expected
from tests.fidelity.test_seed import ROOT, differences


@pytest.mark.conformance
@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_libreoffice_shows_the_resolved_words(language: str, needs: Callable[[str], str], tmp_path: Path) -> None:
    from publisher.language import vocabulary
    from publisher.model.reference import load_reference
    from publisher.read import read
    from publisher.render.docx import write_docx
    from publisher.render.page import render_page
    from publisher.resolve import resolve

    office = needs("soffice")
    space = workspace_for(ROOT / "data" / "DEMO-CVW.3-15", datetime.date(2027, 11, 12))
    reading = read(space, language)
    assert reading.document is not None
    resolved = resolve(reading.document, space, load_reference(space.reference), vocabulary(language, space)).document
    assert resolved is not None
    pages = {line.id: 1 + place // 20 for place, line in enumerate(expected(resolved).body)}
    (tmp_path / "file.docx").write_bytes(write_docx(render_page(resolved, space), resolved, space, pages, 9))
    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "txt:Text",
         "--outdir", str(tmp_path), str(tmp_path / "file.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    shown = compared((tmp_path / "file.txt").read_text(encoding="utf-8-sig"))
    wanted = "".join(
        compared(unmarked(line.whole)) + (str(pages[line.id]) if line.kind == "contents-entry" else "")
        for line in expected(resolved).body
    )
    start = shown.find(wanted[:20])
    assert differences(wanted, shown[max(start, 0) :]) == []
