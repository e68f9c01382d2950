"""How a DOCX is read: each part of the file once however many sections name it, and one part apart from the next."""

from __future__ import annotations

import zipfile
from collections import Counter
from typing import Any

import pytest
from lxml import etree

from publisher.verify import verify_docx
from tests.verify.conftest import Finished
from tests.verify.surgery import Parcel, W


def test_each_part_is_unpacked_once(finished: dict[str, Finished], monkeypatch: pytest.MonkeyPatch) -> None:
    english = finished["en"]
    data, read = english.docx, Counter[str]()
    unpack = zipfile.ZipFile.read

    def counted(archive: zipfile.ZipFile, name: str, *rest: Any) -> bytes:
        read[name] += 1
        return unpack(archive, name, *rest)

    monkeypatch.setattr(zipfile.ZipFile, "read", counted)
    assert verify_docx(data, english.document, "report.docx", english.pages) == ()
    assert {"word/document.xml", "word/styles.xml", "word/footnotes.xml"} < set(read)
    assert set(read.values()) == {1}


def test_a_field_left_open_in_one_head_swallows_nothing_of_the_next(finished: dict[str, Finished]) -> None:
    english = finished["en"]
    file = Parcel(english.docx)

    def open_field(root: Any) -> None:
        run = etree.SubElement(next(root.iter(f"{W}p")), f"{W}r")
        etree.SubElement(run, f"{W}fldChar", {f"{W}fldCharType": "begin"})

    file.edit("word/headerEven.xml", open_field)
    assert verify_docx(file.bytes(), english.document, "report.docx", english.pages) == ()
