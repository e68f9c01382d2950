"""The PDF: both standards in one file, notes tagged and linked, the same bytes twice, nothing read from outside."""

from __future__ import annotations

import hashlib
import io
import mimetypes
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest

from publisher.failures import MissingDependency
from publisher.model.finished import finished
from publisher.model.inline import Call
from publisher.model.resolved import Block, Division, Document, Figure, Note, Row
from publisher.model.workspace import Workspace
from publisher.render.page import render_page
from publisher.render.pdf import DrawnPdf, write_pdf
from publisher.render.pdf.engine import engine as engine_of_process
from publisher.render.sources import OutsideSources, find_source
from tests.render.sheets import (
    CHINESE,
    ENGLISH,
    REISSUE,
    arabic,
    cells,
    chinese,
    english,
    numbered,
    plain,
    table,
    words,
)

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [english(), english("geneva"), english("new-york"), chinese(), arabic()]
KNOWN_FALSE = "STREAM-LENGTH-001"  # page-validation counts a final carriage return of a stream as its end
Draw = Callable[[Document], DrawnPdf]

documents = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda document: f"{document.language}-{document.profile.name}"
)


def body(*blocks: Block, notes: tuple[Note, ...] = (REISSUE,)) -> Document:
    """The English document with other words."""
    return replace(english(), divisions=(Division("body", "body", blocks),), notes=notes, contents=())


def drawn(document: Document, workspace: Workspace) -> DrawnPdf:
    """Draw `document` without keeping it."""
    document = finished(document)
    return write_pdf(render_page(document, workspace), document, workspace)


@documents
def test_no_fault_against_pdf_a_and_pdf_ua(
    document: Document, pdf_file: Callable[[Document], Path], draw: Draw
) -> None:
    path = pdf_file(document)
    for profile in ("3a", "ua1"):
        failures = page_validation.validate_pdf(str(path), profile=profile).failures
        assert [f"{one.rule_id} {one.message}" for one in failures if not one.rule_id.endswith(KNOWN_FALSE)] == []
    assert draw(document).messages == ()


@documents
def test_identifiers_lead_to_pages(document: Document, draw: Draw) -> None:
    result = draw(document)
    blocks = [block.id for division in document.divisions for block in division.blocks]
    assert all(1 <= result.pages[block] <= result.page_count for block in blocks)
    assert [result.pages[block] for block in blocks] == sorted(result.pages[block] for block in blocks)


def test_metadata_outline_language_and_source(draw: Draw) -> None:
    with pikepdf.open(io.BytesIO(draw(chinese()).data)) as pdf:
        assert str(pdf.Root.Lang) == "zh-Hans"
        assert str(pdf.docinfo.Title) == chinese().properties.title
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert titles == ["会议安排（议程项目1-5）", "选举", "附件一 通过的决定"]
        assert bytes(pdf.attachments["record.yaml"].get_file().read_bytes()) == b"symbol: HSP/HA.2/16\n"
        assert str(pdf.Root.AF[0].AFRelationship) == "/Source"
        assert str(pdf.docinfo.CreationDate) == "D:20250614000000Z"


def test_the_type_of_what_is_attached_is_not_that_of_the_machine(
    sheets_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = (mimetypes, mimetypes.MimeTypes())
    monkeypatch.setattr("weasyprint.pdf.anchors.MIMETYPES", tables[1])
    for known in tables:
        for ending in (".yaml", ".xml", ".odd"):
            known.add_type("text/strange", ending)
    document = finished(chinese())
    names = ("record.yaml", "A.akn.xml", "A.odd")
    data = write_pdf(
        render_page(document, sheets_workspace), document, sheets_workspace, dict.fromkeys(names, b"x")
    ).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        types = {name: str(pdf.attachments[name].get_file().mime_type) for name in names}
    assert list(types.values()) == ["application/yaml", "application/xml", "application/octet-stream"]


def elements(node: Any) -> Iterator[Any]:
    """Yield the structure elements below `node`, in order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_each_note_is_tagged_and_linked_both_ways(draw: Draw) -> None:
    with pikepdf.open(io.BytesIO(draw(english()).data)) as pdf:
        tree = list(elements(pdf.Root.StructTreeRoot))
        notes = {str(one.ID): one for one in tree if one.S == "/Note"}
        assert {"note-reissue", "note-n1", "note-n2", "note-n3"} <= set(notes)
        for name in ("n1", "n2", "n3"):
            note = notes[f"note-{name}"]
            label = note.K[0]
            assert (label.S, label.K[0].S) == ("/Lbl", "/Link")
            siblings = list(note.P.K)
            reference = siblings[siblings.index(note) - 1]
            assert (reference.S, reference.K[0].S) == ("/Reference", "/Link")
            there = next(kid.Obj for kid in reference.K[0].K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid)
            back = next(kid.Obj for kid in label.K[0].K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid)
            assert (str(there.Dest), str(back.Dest)) == (f"note-{name}", f"call-{name}")


def test_subparagraphs_are_lists_within_lists(draw: Draw) -> None:
    with pikepdf.open(io.BytesIO(draw(english()).data)) as pdf:
        items = {str(one.ID): one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/LI"}
        for item in items.values():
            assert [str(kid.S) for kid in item.K] == ["/Lbl", "/LBody"]
            assert item.P.S == "/L"
        within = [(name, str(item.P.P.P.get("/ID", ""))) for name, item in items.items() if item.P.P.S == "/LBody"]
        assert within[:3] == [("i2", "i1"), ("i3", "i2"), ("i4", "i3")]


def test_a_block_over_two_pages_is_one_element_and_heads_are_not_repeated(
    draw: Draw, sheets_workspace: Workspace
) -> None:
    result = drawn(body(numbered(1, words(ENGLISH * 60)), table("long", rows=120)), sheets_workspace)
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        tree = list(elements(pdf.Root.StructTreeRoot))
        identifiers = [str(one.ID) for one in tree if "/ID" in one]
        assert len(identifiers) == len(set(identifiers))
        assert sum(one.S == "/THead" for one in tree) == 1
        assert sum(one.S == "/TR" for one in tree) == 122
        paragraph = next(one for one in tree if str(one.get("/ID", "")) == "body-1")
        pages = {
            kid.Pg.objgen for kid in paragraph.K if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR"
        }
        assert paragraph.S == "/P"
        assert pages
        assert all(b"/Artifact" in page.Contents.read_bytes() for page in pdf.pages[1:])


def test_same_bytes_in_two_processes_and_with_the_plain_import(sheets_workspace: Workspace, draw: Draw) -> None:
    script = (
        "import sys, hashlib; from pathlib import Path\n"
        "if sys.argv[1] == 'plain': import weasyprint\n"
        "from tests.render import sheets; from publisher.render.page import render_page\n"
        "from publisher.render.pdf import write_pdf\n"
        "place = sheets.workspace(Path(sys.argv[2]))\n"
        "for document in (sheets.chinese(), sheets.english()):\n"
        "    page, sources = render_page(document, place), {'record.yaml': b'symbol: HSP/HA.2/16\\n'}\n"
        "    data = write_pdf(page, document, place, sources).data\n"
        "    print(hashlib.sha256(data).hexdigest())\n"
    )
    here = [hashlib.sha256(draw(document).data).hexdigest() for document in (chinese(), english())]
    for way in ("plain", "quick"):
        command = [sys.executable, "-c", script, way, str(sheets_workspace.folder)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
        assert done.stdout.split() == here, way


def test_no_line_begins_with_punctuation_or_a_mark(sheets_workspace: Workspace) -> None:
    notes = tuple(Note(f"n{n}", "text", str(n), n, words("注。")) for n in range(1, 61))
    paragraphs = [
        numbered(n, words(CHINESE[: 20 + n], Call(f"n{n}", str(n), "text"), "，", CHINESE[n:], "。"))
        for n in range(1, 61)
    ]
    document = replace(chinese(), divisions=(Division("body", "body", tuple(paragraphs)),), notes=(REISSUE, *notes))
    import pdfplumber

    lines = 0
    with pdfplumber.open(io.BytesIO(drawn(document, sheets_workspace).data)) as pdf:
        for page in pdf.pages:
            for line in page.extract_text_lines():
                column = [char for char in line["chars"] if char["x0"] > 112 and char["top"] < 640]
                if column and line["x0"] > 112:
                    lines += 1
                    assert column[0]["text"] not in "，。、；：！？）》”’"
                    assert column[0]["size"] > 7
    assert lines > 60


@pytest.mark.parametrize("seed", range(3))
def test_notes_stand_on_the_page_of_their_call(seed: int, sheets_workspace: Workspace) -> None:
    count = 45
    notes = tuple(
        Note(f"m{n}", "text", str(n), n, words(ENGLISH * ((n * (seed + 3)) % 5 + 1))) for n in range(1, count)
    )
    paragraphs = [
        numbered(n, words(ENGLISH * ((n + seed) % 4 + 1), Call(f"m{n}", str(n), "text"), " More."))
        for n in range(1, count)
    ]
    assert drawn(body(*paragraphs, notes=(REISSUE, *notes)), sheets_workspace).messages == ()


def test_a_note_longer_than_a_page_is_reported(sheets_workspace: Workspace) -> None:
    note = Note("n1", "text", "1", 1, words(ENGLISH * 60))
    result = drawn(body(numbered(1, words("Text.", Call("n1", "1", "text"))), notes=(REISSUE, note)), sheets_workspace)
    assert any("note-n1" in message and "longer" in message for message in result.messages)


def test_a_paragraph_of_forty_thousand_characters_and_a_long_word_fit(sheets_workspace: Workspace) -> None:
    document = body(numbered(1, words((ENGLISH * 200)[:40_000])), numbered(2, words("x" * 5_000)))
    result = drawn(document, sheets_workspace)
    assert result.messages == ()
    assert result.page_count > 8


def test_a_table_wider_than_the_page_is_reported(sheets_workspace: Workspace) -> None:
    result = drawn(body(table("wide", rows=3, columns=90)), sheets_workspace)
    assert any("“wide” has more or wider columns" in message for message in result.messages)


@pytest.mark.parametrize("path", ["../secret.svg", "/etc/passwd", "https://example.org/a.svg", "file:///etc/passwd"])
def test_a_picture_outside_the_document_is_not_read(path: str, sheets_workspace: Workspace) -> None:
    (sheets_workspace.folder.parent / "secret.svg").write_text("<svg/>", encoding="utf-8")
    with pytest.raises(OutsideSources):
        find_source(path, sheets_workspace)
    figure = Figure("f", None, (), path, words("Something else"), ())
    assert any("Failed to load image" in message for message in drawn(body(figure), sheets_workspace).messages)


def test_without_pango_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch, sheets_workspace: Workspace
) -> None:
    def cannot() -> None:
        raise OSError("cannot load library 'libgobject-2.0-0'")

    engine_of_process.cache_clear()
    monkeypatch.setattr("publisher.render.pdf.engine.door.load_weasyprint", cannot)
    with pytest.raises(MissingDependency, match=r"apt-get install libpango-1\.0-0"):
        drawn(body(plain("p", "unnumbered", "Text.")), sheets_workspace)
    engine_of_process.cache_clear()


def test_cells_of_numbers_are_not_broken(sheets_workspace: Workspace) -> None:
    from publisher.model.resolved import Table

    grid = Table("t", None, (), (), (Row(cells("Label", "1 234 567.8", align="end")),), (0.5, 0.5), (), (), False, "t")
    assert drawn(body(grid), sheets_workspace).messages == ()


def test_contents_lead_to_pages_and_their_dots_are_not_read(draw: Draw) -> None:
    result = draw(english())
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        tree = list(elements(pdf.Root.StructTreeRoot))
        entries = [one for one in tree if one.S == "/TOCI"]
        assert len(entries) == len(english().contents)
        assert all(one.P.S == "/TOC" for one in entries)
    import pdfplumber

    with pdfplumber.open(io.BytesIO(result.data)) as pages:
        dots = [char for char in pages.pages[0].chars if char["text"] == "." and char["tag"] == "Artifact"]
        assert len(dots) > 50
        lines = pages.pages[0].extract_text_lines()
        for entry in english().contents:
            (line,) = [
                one
                for one in lines
                if one["text"].endswith(f". {result.pages[entry.target]}")
                and entry.number in one["text"]
                and str(entry.text[0].text) in one["text"]
            ]
            assert line["x1"] == pytest.approx(538.6, abs=1.5)


def test_vowel_signs_are_said_as_written(sheets_workspace: Workspace) -> None:
    document = replace(arabic(), divisions=(Division("body", "body", (numbered(1, words("وأُجري تصويت.")),)),), notes=())
    with pikepdf.open(io.BytesIO(drawn(document, sheets_workspace).data)) as pdf:
        said = [str(one.ActualText) for one in elements(pdf.Root.StructTreeRoot) if "/ActualText" in one]
    assert said == ["وأُجري تصويت."]


def test_chinese_quotation_marks_are_wide_and_figures_are_not(sheets_workspace: Workspace) -> None:
    document = replace(
        chinese(), divisions=(Division("body", "body", (numbered(1, words("主题为“住房”2025年")),)),), notes=()
    )
    import pdfplumber

    with pdfplumber.open(io.BytesIO(drawn(document, sheets_workspace).data)) as pages:
        chars = {char["text"]: char for char in pages.pages[0].chars if char["top"] > 200}
    assert "CJK" in chars["“"]["fontname"]
    assert "Liberation" in chars["2"]["fontname"]
    assert chars["”"]["adv"] == pytest.approx(chars["主"]["adv"], rel=0.01)


def test_a_second_reissue_prints_two_asterisks(sheets_workspace: Workspace) -> None:
    from tests.render.sheets import masthead

    notes = (Note("r1", "first-page", "*", 1, words("First.")), Note("r2", "first-page", "**", 2, words("Second.")))
    document = replace(body(numbered(1, words("Text.")), notes=notes), masthead=masthead(asterisks="**"))
    import pdfplumber

    with pdfplumber.open(io.BytesIO(drawn(document, sheets_workspace).data)) as pages:
        text = pages.pages[0].extract_text()
    assert text.count("*") == 2 + 1 + 2  # the symbol, then the marks of the two notes


def test_a_line_full_but_for_its_last_space_is_not_broken_after_its_first_word() -> None:
    from publisher.render.pdf.engine import engine

    weasyprint = engine().weasyprint
    words = "Of that number, one hundred thousand were found"
    for width in range(180, 320):
        page = f"<p style='font:10pt Liberation Serif;width:{width}px'>{words} <b>in working order</b> on that day</p>"
        [first, *_] = _lines(weasyprint.HTML(string=page).render().pages[0]._page_box)
        assert first.startswith("Of that number,"), (width, first)


def _lines(box: Any) -> list[str]:
    if type(box).__name__ == "LineBox":
        return ["".join(inner.text for inner in box.descendants() if hasattr(inner, "text"))]
    return [line for child in getattr(box, "children", ()) for line in _lines(child)]
