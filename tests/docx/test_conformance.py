"""Outside referees: openxml-audit finds nothing in the files, LibreOffice draws the pages as they are meant."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import openxml_audit
import pdfplumber
import pytest

from publisher.model.characters import compared, unmarked
from publisher.model.workspace import shipped
from publisher.verify.expected import expected
from tests.docx.conftest import PROFILES, SHEETS, Writer, Written
from tests.docx.test_redline import document as redline
from tests.docx.test_sections import decisions
from tests.render import sheets

pytestmark = pytest.mark.conformance


# A number of that list takes away the one that the style gives (ECMA-376 Part 1, 17.9.18); the referee looks for the list.
NO_LIST = "Numbering definition '0' referenced but not found"


def faults(path: Path) -> list[str]:
    result = openxml_audit.OpenXmlValidator().validate(str(path))
    return [str(error) for error in result.errors if NO_LIST not in str(error)]


@pytest.mark.parametrize(("language", "profile"), list(product(SHEETS, PROFILES)))
def test_open_xml(sheet: Callable[[str, str], Written], tmp_path: Path, language: str, profile: str) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(sheet(language, profile).data)
    assert faults(path) == []


def test_open_xml_of_a_redline_and_of_restarting_notes(write: Writer, tmp_path: Path) -> None:
    body, notes = decisions("geneva")
    restarting = replace(sheets.english("geneva"), divisions=(body,), contents=(), notes=(sheets.REISSUE, *notes))
    for name, document in (("redline", redline()), ("restarting", restarting)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(write(document).data)
        assert faults(path) == []


@pytest.mark.parametrize("profile", PROFILES)
def test_open_xml_of_the_bases(profile: str) -> None:
    assert faults(shipped("templates") / "word" / f"{profile}.docx") == []


@pytest.mark.parametrize(("language", "profile"), [("en", "nairobi"), ("zh", "geneva"), ("en", "new-york")])
def test_libreoffice_draws_numbers_notes_and_heads(
    sheet: Callable[[str, str], Written], needs: Callable[[str], str], tmp_path: Path, language: str, profile: str
) -> None:
    office, written = needs("soffice"), sheet(language, profile)
    (tmp_path / "sheet.docx").write_bytes(written.data)
    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(tmp_path / "sheet.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    with pdfplumber.open(tmp_path / "sheet.pdf") as pdf:
        pages = [compared(page.extract_text()) for page in pdf.pages]
    symbol = written.document.running.symbol
    assert [place for place, page in enumerate(pages, 1) if symbol not in page] in ([], [1])  # its parts differ in size
    for place, page in enumerate(pages[1:], 2):
        assert page.removesuffix(compared(written.document.running.job)).rpartition("/")[0].endswith(str(place)) or (
            page.endswith(str(place)) or f"{place}/{len(pages)}" in page
        )
    _in_order(written, "".join(pages))
    for note in written.document.notes:
        said = compared(unmarked("".join(part.text for part in note.text if hasattr(part, "text"))))
        assert sum(said in page for page in pages) == 1, note.id


def _in_order(written: Written, drawn: str) -> None:
    """Every number with the first words behind it stands on the pages, one after the other."""
    place = 0
    for line in expected(written.document).body:
        if line.number is None or line.kind not in ("paragraph", "heading"):
            continue
        wanted = compared(unmarked(line.whole))[:18]
        found = drawn.find(wanted, place)
        assert found >= 0, line.whole[:60]
        place = found
