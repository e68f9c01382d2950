"""Every hand-made document in every profile: read back it says what was resolved, and nothing in it leads nowhere."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import product

import pytest

from publisher.verify.docx import verify_docx
from tests.docx import lint
from tests.docx.conftest import PROFILES, SHEETS, Writer, Written

ALL = pytest.mark.parametrize(("language", "profile"), list(product(SHEETS, PROFILES)))


@ALL
def test_reads_back_as_resolved(sheet: Callable[[str, str], Written], language: str, profile: str) -> None:
    written = sheet(language, profile)
    assert verify_docx(written.data, written.document, "sheet.docx", written.pages) == ()


@ALL
def test_leads_nowhere_wrong(sheet: Callable[[str, str], Written], language: str, profile: str) -> None:
    assert lint.findings(sheet(language, profile).data) == []


def test_same_bytes_again(sheet: Callable[[str, str], Written], write: Writer) -> None:
    written = sheet("zh", "nairobi")
    assert write(written.document).data == written.data


def test_zip_is_plain(sheet: Callable[[str, str], Written]) -> None:
    with zipfile.ZipFile(BytesIO(sheet("en", "geneva").data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]


def test_dates_are_the_documents_own(sheet: Callable[[str, str], Written]) -> None:
    core = lint.parts_of(sheet("en", "geneva").data)["docProps/core.xml"]
    said = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert said["created"] == said["modified"] == "2025-06-14T00:00:00Z"
    assert said["language"] == "en"


@ALL
def test_holds_nothing_that_nobody_uses_or_would_pick(
    sheet: Callable[[str, str], Written], language: str, profile: str
) -> None:
    parts = lint.parts_of(sheet(language, profile).data)
    styles = {style.get(f"{lint.W}styleId"): style for style in parts.pop("word/styles.xml").iter(f"{lint.W}style")}
    named = ("pStyle", "rStyle", "tblStyle")
    used = {e.get(f"{lint.W}val") for part in parts.values() for e in part.iter(*(lint.W + name for name in named))}
    used |= {e.get(f"{lint.W}val") for s in styles.values() for e in s.iter(f"{lint.W}basedOn", f"{lint.W}next")}
    idle = [styles[name] for name in styles.keys() - used]
    gallery = f"{lint.W}qFormat"
    assert [s.get(f"{lint.W}styleId") for s in idle if s.get(f"{lint.W}customStyle") and s.find(gallery) is None] == []
    letter = "" if profile == "new-york" else "G"
    picked = {f"SingleTxt{letter}", f"HCh{letter}", f"H56{letter}", "Item4", "AgendaEntry2", f"Bullet1{letter}", "TOC3"}
    assert picked <= styles.keys()
    references = [
        e for e in parts["word/document.xml"].iter() if str(e.tag).endswith(("headerReference", "footerReference"))
    ]
    heads = [name for name in parts if name.startswith(("word/header", "word/footer"))]
    assert len({e.get(lint.R_ID) for e in references}) == len(heads)
