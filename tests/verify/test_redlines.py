"""A redline tells the new words with all changes accepted, the old ones with all rejected, numbers and notes included."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from publisher.model.resolved import Document, Paragraph
from publisher.revise import redline
from publisher.verify import verify_docx, verify_html, verify_pdf, verify_redline
from tests.verify.conftest import Finished
from tests.verify.samples import CHINESE, ENGLISH, Sayings, report, words, workspace
from tests.verify.surgery import Parcel, W


def revised(document: Document, say: Sayings) -> Document:
    """`document` with a word exchanged, a paragraph left out, a statement put in, a note reworded."""
    body, annex = document.divisions
    blocks = [block for block in body.blocks if getattr(block, "id", "") != "chair"]
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.id == "body-9":
            blocks[place] = replace(block, text=words(say.long.replace(say.long[4:8], "")))
    blocks.insert(5, Paragraph("added", "unnumbered", None, words(say.heads[2], say.word)))
    notes = (*document.notes[:1], replace(document.notes[1], text=words(say.word)), *document.notes[2:])
    return replace(document, divisions=(replace(body, blocks=tuple(blocks)), annex), notes=notes)


@pytest.fixture(scope="module", params=[ENGLISH, CHINESE], ids=["en", "zh"])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Document, Document, Finished]:
    old = report(request.param)
    new = revised(old, request.param)
    folder: Path = tmp_path_factory.mktemp("redline")
    return old, new, Finished(redline(old, new), workspace(folder))


def test_accepted_it_is_the_new_text_and_rejected_the_old(pair: tuple[Document, Document, Finished]) -> None:
    old, new, marked = pair
    assert [each.message for each in verify_redline(marked.docx, old, new, "redline.docx")] == []


def test_one_text_taken_for_the_other_is_seen(pair: tuple[Document, Document, Finished]) -> None:
    old, new, marked = pair
    assert len(verify_redline(marked.docx, new, old, "redline.docx")) > 4


def test_a_change_that_lost_its_mark_is_seen(pair: tuple[Document, Document, Finished]) -> None:
    old, new, marked = pair
    file = Parcel(marked.docx)

    def change(root: object) -> None:
        inserted = next(each for each in root.iter(f"{W}ins") if each.find(f"{W}r/{W}t") is not None)  # type: ignore[attr-defined]
        for run in list(inserted):
            inserted.addprevious(run)
        inserted.getparent().remove(inserted)

    assert verify_redline(file.edit("word/document.xml", change), old, new, "redline.docx")


def test_the_marked_files_tell_the_marked_document(pair: tuple[Document, Document, Finished]) -> None:
    _, _, marked = pair
    assert [each.message for each in verify_pdf(marked.pdf, marked.document, "redline.pdf")] == []
    assert [each.message for each in verify_html(marked.html, marked.document, "redline.html")] == []
    found = verify_docx(marked.docx, marked.document, "redline.docx", marked.pages, tracked=True)
    assert [each.message for each in found] == []
