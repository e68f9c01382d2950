"""Sections: notes that restart, tables on their side with their own heads, annexes on a new page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model.inline import Call
from publisher.model.resolved import Division, Heading, Note
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from publisher.verify.docx import verify_docx
from tests.docx import lint
from tests.docx.conftest import PROFILES, Writer
from tests.render import sheets
from tests.render.sheets import numbered, words

W = lint.W
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def decisions(profile: str) -> tuple[Division, tuple[Note, ...]]:
    blocks: list[object] = []
    notes: list[Note] = []
    for which in (1, 2, 3):
        blocks.append(
            Heading(f"decision-{which}", "decision", 1, None, words(f"Decision 2/{which}: A title"), f"2/{which}")
        )
        for place in (1, 2):
            note = Note(
                f"n{which}-{place}", "text", str(place), place, words(f"Note {which}.{place}"), f"decision-{which}"
            )
            notes.append(note)
            blocks.append(numbered(place, words("Words", Call(note.id, note.mark, "text")), f"list-{which}"))
            if place == 1:  # a page on its side inside a decision must not restart its notes
                blocks.append(sheets.table(f"t{which}", landscape=True))
    return Division("body", "body", tuple(blocks)), tuple(notes)  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", PROFILES)
def test_notes_restart_with_each_decision_and_nowhere_else(write: Writer, profile: str) -> None:
    body, notes = decisions(profile)
    document = replace(sheets.english(profile), divisions=(body,), contents=(), notes=(sheets.REISSUE, *notes))
    written = write(document)
    told = read_docx(Package(written.data))
    assert [note.mark for note in told.notes if not note.custom] == ["1", "2"] * 3
    assert not [note for note in told.notes[1:] if note.custom]
    assert verify_docx(written.data, document, "x.docx", written.pages) == ()


@pytest.mark.parametrize("profile", PROFILES)
def test_landscape_pages_have_heads_of_their_own(write: Writer, profile: str) -> None:
    sections = list(lint.parts_of(write(sheets.english(profile)).data)["word/document.xml"].iter(f"{W}sectPr"))
    wide = [section for section in sections if section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"]
    assert len(wide) == 1
    heads = {reference.get(f"{R}id") for reference in wide[0].findall(f"{W}headerReference")}
    others = {r.get(f"{R}id") for s in sections if s is not wide[0] for r in s.findall(f"{W}headerReference")}
    assert heads and not heads & others
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [True] + [False] * (len(sections) - 1)


def test_annex_begins_a_page(write: Writer) -> None:
    body = lint.parts_of(write(sheets.chinese()).data)["word/document.xml"]
    breaking = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert ["".join(t.text for t in p.iter(f"{W}t")) for p in breaking] == ["附件一"]
