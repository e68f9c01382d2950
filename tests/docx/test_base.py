"""A base opened once serves many documents: none leaves anything in the next, and tags may be split as Word splits them."""

from __future__ import annotations

import dataclasses
import io
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.workspace import shipped
from publisher.render.docx.base import BrokenBase, filled
from publisher.render.docx.elements import characters_of
from publisher.render.docx.zip import packed
from tests.docx import lint
from tests.docx.conftest import SHEETS, Writer, Written

FACTS = {
    "masthead": dict(**dict.fromkeys(
        ["organization", "symbol_organ", "symbol_rest", "asterisks", "emblem_words", "programme", "distribution",
         "date", "language", "original"], "R&D\tone\ntwo"
    )),
    "running": {"symbol": "<A/1>", "job": ""},
    "job": None,
    "page_count": 3,
}  # fmt: skip


def changed(base: Path, old: str, new: str) -> None:
    """Put `new` for `old` in the main document of `base`, as an editor would who saves it anew."""
    parts = read(base)
    assert old.encode() in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode())
    before = base.stat().st_mtime_ns
    with zipfile.ZipFile(base, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    os.utime(base, ns=(before, before + 1_000_000))


def read(base: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(base) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return Path(shutil.copy(shipped("templates") / "word" / "geneva.docx", tmp_path))


def test_documents_do_not_meet_in_the_base(sheet: Callable[[str, str], Written], write: Writer) -> None:
    first = sheet("en", "geneva")
    other = write(dataclasses.replace(first.document, masthead=SHEETS["zh"]("geneva").masthead))
    assert other.data != first.data
    assert write(first.document).data == first.data


def test_the_package_is_the_one_the_library_would_save(base: Path) -> None:
    document, stored = filled(base, FACTS), io.BytesIO()
    document.save(stored)
    assert lint.parts_of(packed(document)).keys() == lint.parts_of(stored.getvalue()).keys()
    with zipfile.ZipFile(stored) as saved, zipfile.ZipFile(io.BytesIO(packed(document))) as ours:
        assert {name: saved.read(name) for name in saved.namelist()} == {n: ours.read(n) for n in ours.namelist()}


def test_facts_are_characters_and_lines_and_tabs_in_them_are_drawn(base: Path) -> None:
    body = filled(base, FACTS).part.element.body
    assert "R&Done" in characters_of(body)
    assert list(body.iter(f"{lint.W}tab")) and list(body.iter(f"{lint.W}br"))


def test_a_tag_that_word_has_split_over_runs_is_one_tag(base: Path) -> None:
    changed(base, "{{ masthead.organization }}", "{{ masthead.</w:t></w:r><w:r><w:t>organization }}")
    assert "masthead" not in characters_of(filled(base, FACTS).part.element.body)


def test_an_edited_base_is_read_again_and_a_tag_that_is_none_is_the_operators(base: Path) -> None:
    filled(base, FACTS)
    changed(base, "{{ masthead.organization }}", "{{ masthead. }}")
    with pytest.raises(BrokenBase, match=r"geneva\.docx cannot be understood"):
        filled(base, FACTS)


def test_every_picture_of_a_file_has_an_identifier_of_its_own(sheet: Callable[[str, str], Written]) -> None:
    parts = lint.parts_of(sheet("en", "new-york").data)
    found = [picture.get("id") for part in parts.values() for picture in part.iter(lint.DRAWN)]
    assert len(found) > 2
    assert len(found) == len(set(found))
