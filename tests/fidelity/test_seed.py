"""The finished Word file and PDF of HSP/HA.2/16 say what the source says, character by character."""

from __future__ import annotations

import datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from publisher.model.resolved import Document
from publisher.model.workspace import workspace_for
from tests.fidelity.normalization import seed_lines, spaced_stream, stream, without_furniture
from tests.fidelity.stories import FileStory, docx_story, pdf_story

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = (ROOT / "seeds" / "HSP-HA.2-16.zh.txt").read_text(encoding="utf-8")


class Built:
    """The document built once in both formats."""

    def __init__(self) -> None:
        from publisher.language import vocabulary
        from publisher.model.reference import load_reference
        from publisher.read import read
        from publisher.render.docx import write_docx
        from publisher.render.page import render_page
        from publisher.render.pdf import write_pdf
        from publisher.resolve import resolve

        space = workspace_for(ROOT / "data" / "HSP-HA.2-16", datetime.date(2025, 8, 6))
        reading = read(space, "zh")
        assert reading.document is not None
        resolved = resolve(reading.document, space, load_reference(space.reference), vocabulary("zh", space)).document
        assert resolved is not None
        self.document: Document = resolved
        page = render_page(resolved, space)
        self.pdf = write_pdf(page, resolved, space)
        self.docx = write_docx(page, resolved, space, self.pdf.pages, self.pdf.page_count)

    def story(self, kind: str) -> FileStory:
        return pdf_story(self.pdf.data) if kind == "pdf" else docx_story(self.docx)

    def blocks(self, kind: str) -> list[str]:
        job = self.document.masthead.job
        return without_furniture(self.story(kind).blocks, (job.printed, job.recycle) if job else ())


@pytest.fixture(scope="module")
def built() -> Built:
    return Built()


def differences(wanted: str, found: str) -> list[str]:
    """Each difference with twelve characters before it, for a message that can be read."""
    if wanted == found:
        return []
    start = next((at for at, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), 0)
    wanted, found = wanted[max(0, start - 12) : start + 2000], found[max(0, start - 12) : start + 2000]
    return [
        f"{wanted[max(0, i1 - 12) : i1]}[{wanted[i1:i2]} → {found[j1:j2]}]"
        for action, i1, i2, j1, j2 in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes()
        if action != "equal"
    ][:10]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_every_character_of_the_body(kind: str, built: Built) -> None:
    lines, _ = seed_lines(SEED)
    assert differences(stream(lines), stream(built.blocks(kind))) == []


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_every_character_of_the_notes(kind: str, built: Built) -> None:
    _, notes = seed_lines(SEED)
    told = [(mark, body) for mark, body in built.story(kind).notes]
    assert [stream([mark, body]) for mark, body in told] == [stream([mark, body]) for mark, body in notes]


def test_every_space_between_words(built: Built) -> None:
    """Word keeps the spaces as written, so there even they are compared."""
    lines, _ = seed_lines(SEED)
    assert differences(spaced_stream(lines), spaced_stream(built.blocks("docx"))) == []


def test_the_normalizations_hide_no_change() -> None:
    """A single character left out, doubled or exchanged anywhere in the source shows in the stream."""
    lines, _ = seed_lines(SEED)
    whole = stream(lines)
    text = "\n".join(lines)
    places = [at for at in range(0, len(text), 97) if not text[at].isspace() and text[at] not in "-\n"]
    for at in places:
        assert stream((text[:at] + text[at + 1 :]).splitlines()) != whole
        assert stream((text[:at] + "龘" + text[at + 1 :]).splitlines()) != whole
