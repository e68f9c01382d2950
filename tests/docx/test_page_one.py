"""Page one and tables of the Word file: order of its notes, label over the page numbers, what keeps together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from publisher.model.inline import Call
from publisher.model.resolved import Division, MastheadLine, Note, Paragraph
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from publisher.verify import verify_docx
from tests.docx.conftest import Writer
from tests.docx.test_references import W, drawn
from tests.render import sheets


def paragraphs(root: Any, style: str) -> list[Any]:
    return [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None]


def test_notes_of_the_symbol_come_before_those_of_the_lines_below_it(write: Writer) -> None:
    sheet = sheets.english()
    note = Note("agenda", "first-page", "**", 2, sheets.words("HSP/HA.2/1."))
    line = MastheadLine("item", sheets.words("Item 2 of the provisional agenda", Call("agenda", "**", "first-page")))
    masthead = replace(sheet.masthead, lines=(MastheadLine("organ", sheets.words("The Assembly")), line))
    body = Division("body", "body", (Paragraph("one", "unnumbered", None, sheets.words("One.")),))
    document = replace(sheet, masthead=masthead, divisions=(body,), contents=(), notes=(sheets.REISSUE, note))
    written = write(document)
    first, second = [told.text for told in read_docx(Package(written.data)).notes]
    assert ("Reissued" in first, "HSP/HA.2/1." in second) == (True, True)
    assert [found.code for found in verify_docx(written.data, document, "file.docx") if found.code == "OUT021"] == []


def test_the_contents_name_the_column_of_pages(write: Writer) -> None:
    document = replace(sheets.english(), contents_page_label="Page")
    label = paragraphs(drawn(write(document).data), "ContentsPage")
    assert ["".join(text.text for text in p.iter(f"{W}t")) for p in label] == ["Page"]


def test_officers_stay_with_what_introduces_them(write: Writer) -> None:
    officers = [
        Paragraph(f"o{n}", "labelled", None, sheets.words("Name"), label=sheets.words("President:")) for n in (1, 2)
    ]
    before = Paragraph("before", "unnumbered", None, sheets.words("The Assembly elected:"))
    body = Division("body", "body", (before, *officers))
    document = replace(sheets.english(), divisions=(body,), contents=(), notes=(sheets.REISSUE,))
    root = drawn(write(document).data)
    keeps = [p.find(f"{W}pPr/{W}keepNext") is not None for p in paragraphs(root, "Labelled")]
    assert keeps == [True, False]


def test_figures_are_not_broken_and_stand_off_from_words(write: Writer) -> None:
    root = drawn(write(sheets.english()).data)
    cells = [cell for cell in root.iter(f"{W}tc") if cell.find(f"{W}tcPr/{W}noWrap") is not None]
    assert cells
    assert all(cell.find(f"{W}p/{W}pPr/{W}jc").get(f"{W}val") == "right" for cell in cells)
