"""Neighbours of faults found by trying: the finished files, read by other readers, hold what was typed."""

from __future__ import annotations

import datetime
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from lxml import etree
from openpyxl.workbook.defined_name import DefinedName

from publisher import pipeline
from publisher.model.workspace import workspace_for

RECORD = """\
symbol: DEMO/CVW.3/77
kind: note
profile: geneva
organ: conference-on-village-wells
session: {{number: 3}}
place: geneva
distribution: general
date: 2027-10-12
original: {language}
meetings:
- {{number: 1, date: 2027-10-04, half: morning}}
"""
TABLE = "    - {entry}\n      title: Data\n"
NEIGHBOURS = yaml.safe_load(Path(__file__).with_name("neighbours.yaml").read_text(encoding="utf-8"))
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def folder_of(case: dict[str, Any], folder: Path) -> Path:
    language = case.get("language", "en")
    body = "".join(f"    {line}\n" for line in case.get("body", "").splitlines())
    body = body or TABLE.format(entry=case.get("entry", "table: data.xlsx"))
    folder.mkdir()
    (folder / "record.yaml").write_text(RECORD.format(language=language), encoding="utf-8")
    words = f"title:\n- Wells\nbody:\n- heading: Introduction\n  body:\n{body}"
    (folder / f"{language}.yaml").write_text(words, encoding="utf-8")
    if "sheet" in case:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in case["sheet"]:
            sheet.append(row)
        for cell, form in case.get("formats", {}).items():
            sheet[cell].number_format = form
        for area in case.get("merged", ()):
            sheet.merge_cells(area)
        book.defined_names.update({name: DefinedName(name, attr_text=at) for name, at in case.get("names", {}).items()})
        book.save(folder / "data.xlsx")
    return folder


def in_word(data: bytes) -> str:
    """The words of the document part, a line for each paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        root = etree.fromstring(parts.read("word/document.xml"))
    return "\n".join("".join(text.text or "" for text in line.iter(f"{_W}t")) for line in root.iter(f"{_W}p"))


def in_pdf(data: bytes, folder: Path) -> str:
    (folder / "read.pdf").write_bytes(data)
    command = ["pdftotext", "-layout", "read.pdf", "-"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout.decode()


def plain(text: str) -> str:
    return " ".join(re.sub("[\u200b-\u200f\u202a-\u202e\u2060-\u2069]", "", text).split())


@pytest.mark.slow
@pytest.mark.parametrize("case", NEIGHBOURS, ids=lambda case: case["name"])
def test_what_is_typed_is_what_other_readers_find(case: dict[str, Any], tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    folder, language = folder_of(case, tmp_path / "case"), case.get("language", "en")
    built = pipeline.build(workspace_for(folder, datetime.date(2027, 12, 1)), language, ("pdf", "docx"))
    found = [f"{one.code} {one.at}" for one in built.diagnostics]
    if told := case.get("told"):
        assert [one for one in told if one not in found] == []
    else:
        assert [one for one in found if one.startswith(("OUT", "TB", "RD"))] == [] and not built.rejected
    read = {"docx": in_word(built.files["docx"])}
    if language != "ar":  # other readers of a PDF give the signs of such lines in their own order
        read["pdf"] = in_pdf(built.files["pdf"], tmp_path)
    for text in map(plain, read.values()):
        assert [said for said in case.get("printed", ()) if plain(said) not in text] == []
        assert [said for said in case.get("absent", ()) if plain(said) in text] == []
