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
