"""LibreOffice, asked for the text of the same Word files, counts their paragraphs as this project's resolver does."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.characters import compared, unmarked
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from tests.verify.conftest import Finished


@pytest.mark.conformance
@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_the_same_numbers_and_words(
    language: str, finished: dict[str, Finished], needs: Callable[[str], str], tmp_path: Path
) -> None:
    office = needs("soffice")
    (tmp_path / "report.docx").write_bytes(finished[language].docx)
    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "txt:Text",
         "--outdir", str(tmp_path), str(tmp_path / "report.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    shown = compared((tmp_path / "report.txt").read_text(encoding="utf-8-sig"))
    told = read_docx(Package(finished[language].docx))
    resolved = "".join([compared(unmarked(each.whole)) for each in told.paragraphs])
    # The masthead floats over page one, and LibreOffice leaves out of its text what floats.
    assert resolved.endswith(shown)
    assert len(shown) > 0.9 * len(resolved)
