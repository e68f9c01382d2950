"""Bold, raised and lowered letters, links: in each file as resolved, and a link that leads elsewhere is seen."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from publisher.model.inline import Bold, Call, Deleted, Inlines, Inserted, Superscript, walk
from publisher.model.resolved import Document, Note, Paragraph
from publisher.resolve.scripts import BREAK, with_symbols
from publisher.revise import redline
from publisher.verify import verify_docx, verify_html, verify_pdf
from publisher.wording import parse
from tests.reading.planting import planted, sample
from tests.verify.conftest import Finished
from tests.verify.samples import workspace
from tests.verify.surgery import Parcel, W

TYPED = (
    "An area of 5 km^{2} of CO_{2}, **bold and *both* words**, see [the resolution](A/RES/73/239), [](S/RES/2231 (2015)) "
    "and <https://unhabitat.org/sites/default/files/documents/2025-06/a-very-long-report-name.pdf>."
)
ADDRESSES = [
    "https://undocs.org/A/RES/73/239",
    "https://undocs.org/S/RES/2231(2015)",
    "https://unhabitat.org/sites/default/files/documents/2025-06/a-very-long-report-name.pdf",
]


def read(typed: str) -> Inlines:
    return with_symbols(parse(typed))


def document() -> Document:
    """A link in every text that may hold one, all marks in a paragraph and in a note."""

    def sow(field: str, text: Inlines) -> Inlines:
        if field in ("Figure.alternative", "ContentsEntry.text", "Note.text"):
            return text
        return (*text, *read(f" [x]({ADDRESSES[0]})"))

    made = planted(sample(), sow)
    note = Note("far", "text", "2", 2, read(f"See [there]({ADDRESSES[1]}) and m^{{2}}."))
    return with_paragraph(replace(made, notes=(*made.notes, note)), read(TYPED))


def with_paragraph(document: Document, text: Inlines) -> Document:
    """`document` with `text` as its last paragraph, which calls the second note."""
    paragraph = Paragraph("marked", "unnumbered", None, (*text, Call("far", "2", "text")))
    body = document.divisions[0]
    blocks = (*(block for block in body.blocks if block.id != "marked"), paragraph)
    return replace(document, divisions=(replace(body, blocks=blocks),))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    return Finished(document(), workspace(tmp_path_factory.mktemp("looks")))


def test_every_file_is_right(made: Finished) -> None:
    found = [
        *verify_pdf(made.pdf, made.document, "report.pdf"),
        *verify_docx(made.docx, made.document, "report.docx", made.pages),
        *verify_html(made.html, made.document, "report.html"),
    ]
    assert [f"{each.code} {each.message}" for each in found] == []


def test_word_has_the_looks(made: Finished) -> None:
    root = etree.fromstring(Parcel(made.docx).parts["word/document.xml"])
    looks: dict[str, set[str]] = {}
    for run in root.iter(f"{W}r"):
        said = "".join(text.text or "" for text in run.iter(f"{W}t"))
        looks.setdefault(said.strip(), set()).update(
            etree.QName(each).localname + (each.get(f"{W}val") or "") for each in run.iterfind(f"{W}rPr/*")
        )
    assert "b" in looks["bold and"] and "b" in looks["both"] and "rStyleEmphasis" in looks["both"]
    assert "vertAlignsuperscript" in looks["2"] and "vertAlignsubscript" in looks["2"]


def test_an_address_may_break_where_it_should(made: Finished) -> None:
    (link,) = (part for part in read(f"<{ADDRESSES[2]}>"))
    assert f"files/{BREAK}documents/{BREAK}2025-06/" in link.children[0].text  # type: ignore[union-attr]


def wrong_in_word(data: bytes) -> bytes:
    file = Parcel(data)

    def change(root: object) -> None:
        next(each for each in root if each.get("TargetMode") == "External").set("Target", "https://elsewhere.org")  # type: ignore[attr-defined]

    return file.edit("word/_rels/document.xml.rels", change)


def wrong_in_pdf(data: bytes) -> bytes:
    pdf, out = pikepdf.open(BytesIO(data)), BytesIO()
    for annotation in pdf.pages[0].Annots:
        if "/URI" in annotation.get("/A", {}):
            annotation.A.URI = pikepdf.String("https://elsewhere.org")
            break
    pdf.save(out)
    return out.getvalue()


def test_a_link_that_leads_elsewhere_is_seen(made: Finished) -> None:
    document = made.document
    codes = [
        {each.code for each in verify_pdf(wrong_in_pdf(made.pdf), document, "report.pdf")},
        {each.code for each in verify_docx(wrong_in_word(made.docx), document, "report.docx", made.pages)},
        {each.code for each in verify_html(made.html.replace(b"73/239", b"73/1"), document, "report.html")},
    ]
    assert all("OUT086" in found for found in codes)


def test_a_redline_shows_a_change_of_look(tmp_path: Path) -> None:
    old = document()
    marked = redline(old, with_paragraph(old, read(TYPED.replace("**", "").replace("^{2}", "2"))))
    changed = marked.divisions[0].blocks[-1]
    assert isinstance(changed, Paragraph)
    assert {type(part) for part in walk(changed.text)} >= {Deleted, Inserted, Bold, Superscript}
    made = Finished(marked, workspace(tmp_path))
    assert [each.message for each in verify_pdf(made.pdf, marked, "redline.pdf")] == []
