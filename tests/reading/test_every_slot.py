"""A distinct word in every text of every kind of block: each view finds it, or names the slot it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.check import passage as checked
from publisher.model.finished import symbol_notes
from publisher.model.inline import Call, Deleted, Inline, Inlines, Inserted, Reference, Text, plain, replaced, walk
from publisher.model.reading import Slot, lines, texts, with_texts
from publisher.model.resolved import Document, Facts
from publisher.render.akn import write_akn
from publisher.render.page import render_page
from publisher.revise import passages, redline
from publisher.revise.passages import LEFT_OUT as NOT_REVISED
from publisher.revise.redline import LEFT_OUT as NOT_MARKED
from publisher.succession.concordance import words_of
from publisher.verify import expected as proved
from publisher.verify import verify_akn, verify_docx, verify_html, verify_pdf
from tests.reading.planting import BLOCKS, planted, sample, with_calls, with_words
from tests.verify.conftest import Finished
from tests.verify.samples import words, workspace

DOCUMENT, FIELDS = with_words(sample())
SLOT_OF = {
    plain(text): slot
    for line in lines(DOCUMENT)
    for slot, text in ((Slot.LABEL, line.lead), (line.slot, line.inlines))
    if text
}


def expected_words() -> str:
    story = proved.expected(DOCUMENT)
    every = [line.whole for line in (*story.masthead, *story.body)] + [note.text for note in story.notes]
    return "\n".join(every)


def marked_words(kind: type[Inserted] | type[Deleted], old: Document, new: Document) -> str:
    made = redline(old, new)
    parts = (part for line in lines(made) for part in walk((*line.lead, *line.inlines)) if isinstance(part, kind))
    return "\n".join(plain(part.children) for part in parts)


def drawn_page(folder: Path) -> str:
    return render_page(DOCUMENT, workspace(folder))


VIEWS: dict[str, tuple[Callable[[Path], str], Iterable[Slot]]] = {
    "reading": (lambda _: "\n".join(plain((*line.lead, *line.inlines)) for line in lines(DOCUMENT)), ()),
    "verify": (lambda _: expected_words(), proved.LEFT_OUT),
    "check": (lambda _: "\n".join(passage.text for passage in checked.passages_of(DOCUMENT)), checked.LEFT_OUT),
    "revise": (lambda _: "\n".join(passage.text for passage in passages(DOCUMENT)), NOT_REVISED),
    "redline, added": (lambda _: marked_words(Inserted, sample(), DOCUMENT), NOT_MARKED),
    "redline, struck": (lambda _: marked_words(Deleted, DOCUMENT, sample()), NOT_MARKED),
    "concordance": (lambda _: "\n".join(plain(text) for text in words_of(DOCUMENT).values()), ()),
    "page": (drawn_page, ()),
    "akn": (lambda _: write_akn(DOCUMENT).decode(), (Slot.CONTENTS,)),  # whoever reads it makes the contents
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_word_is_found_by_every_view(view: str, tmp_path: Path) -> None:
    tell, left_out = VIEWS[view]
    told = tell(tmp_path)
    lost = {word for word in FIELDS if word not in told}
    assert {SLOT_OF[word] for word in lost} == set(left_out), {FIELDS[word] for word in lost}


def test_the_reading_knows_every_text_that_the_types_know() -> None:
    assert set(SLOT_OF) >= set(FIELDS)
    assert {SLOT_OF[word] for word in FIELDS} == set(Slot)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_changing_nothing_changes_nothing_and_every_change_is_read_back(block: object) -> None:
    assert with_texts(block, lambda text: text) == block  # type: ignore[type-var]

    def twice(text: Inlines) -> Inlines:
        return (*text, Text("!"))

    before = [(slot, twice(text)) for slot, text in texts(block)]  # type: ignore[arg-type]
    assert list(texts(with_texts(block, twice))) == before  # type: ignore[type-var]


def test_a_note_may_be_called_from_every_text() -> None:
    document, called = with_calls(sample())
    story = proved.expected(document)
    assert [call.note for line in (*story.masthead, *story.body) for call in line.calls] == called
    assert symbol_notes(document) == ("reissue",)


def test_files_with_a_note_called_in_every_text_are_right(tmp_path: Path) -> None:
    """Titles of tables and figures, source lines, labels, cells: each file with the mark there tells the document."""
    document, called = with_calls(sample())
    exchanged = replace(document, facts=Facts(organ="habitat-assembly", date="2025-06-14"))
    made = Finished(document, workspace(tmp_path))
    found = [
        *verify_pdf(made.pdf, document, "report.pdf"),
        *verify_docx(made.docx, document, "report.docx", made.pages),
        *verify_html(made.html, document, "report.html"),
        *verify_akn(write_akn(exchanged), exchanged, "report.akn.xml"),
    ]
    assert [f"{each.code} {each.message}" for each in found] == []
    assert len(called) > 10


def test_references_are_read_in_every_text() -> None:
    def sow(field: str, text: Inlines) -> Inlines:
        return (*text, Reference("opening", words(field), "number"))

    document = planted(sample(), sow)
    told = {reference.words for reference in proved.expected(document).references}
    fields = set(FIELDS.values()) - {"Figure.alternative"}
    assert told == fields


@pytest.mark.parametrize("which", ["first", "second", "both"])
def test_a_redline_may_strike_any_note(which: str, tmp_path: Path) -> None:
    document, called = with_calls(sample())
    gone = {"first": called[:1], "second": called[1:2], "both": called[3:5]}[which]
    new = without_notes(document, gone)
    marked = redline(document, new)
    made = Finished(marked, workspace(tmp_path))
    assert [f"{each.code} {each.message}" for each in verify_pdf(made.pdf, marked, "redline.pdf")] == []


def without_notes(document: Document, gone: list[str]) -> Document:
    """`document` without the notes `gone` and their calls, the marks of the others counted anew."""
    kept = [note for note in document.notes if note.series == "text" and note.id not in gone]
    marks = {note.id: str(place) for place, note in enumerate(kept, 1)}

    def once(part: Inline) -> Inlines | None:
        if isinstance(part, Call):
            return (replace(part, mark=marks[part.note]),) if part.note in marks else ()
        return None

    made = planted(document, lambda _, text: replaced(text, once))
    notes = tuple(replace(note, mark=marks[note.id], ordinal=int(marks[note.id])) for note in kept)
    return replace(made, notes=(*document.notes[:1], *notes))
