"""The semantic page: its vocabulary is closed, every kind of block is in it, a document may override a template."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from publisher.model.finished import finished
from publisher.model.inline import Call, Deleted, Inserted, WrittenCall
from publisher.model.resolved import Division, Document, Heading, Note
from publisher.model.workspace import Workspace
from publisher.render.page import render_page
from publisher.render.vocabulary import OutsideVocabulary, check_vocabulary
from tests.render.sheets import arabic, chinese, english, numbered, section, words, workspace


@pytest.mark.parametrize("document", [english(), chinese(), arabic()], ids=lambda document: document.language)
def test_every_block_stands_on_the_page_with_its_number(document: Document, sheets_workspace: Workspace) -> None:
    root = etree.fromstring(render_page(document, sheets_workspace).encode())
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for division in document.divisions:
        for block in division.blocks:
            assert block.id in ids
            number = getattr(block, "number", None)
            if number and not (isinstance(block, Heading) and block.kind in ("annex", "appendix")):
                element = root.xpath("//*[@id=$id]", id=block.id)[0]
                assert element[0].get("class") == "number"
                assert element[0].text == number.printed
                assert element.get("data-pattern") == number.pattern
    assert {note.id for note in document.notes} <= {i.removeprefix("note-") for i in ids if i.startswith("note-")}


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("<html>\n<blink/></html>", "element “blink” on line 2"),
        ('<html><p class="numbered fancy"/></html>', "class “fancy” on line 1"),
        ('<html><main><p class="emblem"/></main></html>', "class “emblem”"),
        ("<html><p></html>", "not well-formed"),
    ],
)
def test_what_is_outside_the_vocabulary_is_refused(page: str, name: str) -> None:
    with pytest.raises(OutsideVocabulary, match=name):
        check_vocabulary(page)


def test_an_unresolved_part_is_refused(sheets_workspace: Workspace) -> None:
    document = replace(english(), divisions=(Division("body", "body", (numbered(1, words(WrittenCall("x"))),)),))
    with pytest.raises(OutsideVocabulary, match="WrittenCall"):
        render_page(document, sheets_workspace)


def test_words_are_escaped(sheets_workspace: Workspace) -> None:
    document = replace(english(), title=(words("<script>alert(1)</script> & “more”"),))
    root = etree.fromstring(render_page(document, sheets_workspace).encode())
    assert root.findtext(".//h1") == "<script>alert(1)</script> & “more”"
    assert root.find(".//script") is None


def test_a_control_character_shows_as_a_replacement_character(sheets_workspace: Workspace) -> None:
    root = etree.fromstring(
        render_page(replace(english(), title=(words("One\x0btwo\x00"),)), sheets_workspace).encode()
    )
    assert root.findtext(".//h1") == "One\ufffdtwo\ufffd"


def test_heading_levels_never_skip_one(sheets_workspace: Workspace) -> None:
    blocks = (section("a", 3, "1.", "Deep at once"), section("b", 1, "I.", "Up"), section("c", 4, "(a)", "Deep"))
    root = etree.fromstring(
        render_page(
            finished(replace(english(), divisions=(Division("body", "body", blocks),))), sheets_workspace
        ).encode()
    )
    assert [root.xpath("//*[@id=$id]", id=i)[0].tag for i in "abc"] == ["h2", "h2", "h3"]
    assert "depth-4" in root.xpath("//*[@id='c']")[0].get("class")


def test_the_note_of_a_reissue_is_called_at_the_symbol(sheets_workspace: Workspace) -> None:
    root = etree.fromstring(render_page(english(), sheets_workspace).encode())
    call = root.find(".//header//p[@class='symbol-line']/span[@class='call']")
    assert call is not None
    assert (call.get("data-mark"), call[0].text) == ("*", "Reissued for technical reasons on 6 August 2025.")


def test_a_second_call_has_no_second_note(sheets_workspace: Workspace) -> None:
    call = Call("n1", "1", "text")
    body = (numbered(1, words("One", call, ".")), numbered(2, words("Two", call, ".")))
    document = replace(
        english(), divisions=(Division("body", "body", body),), notes=(Note("n1", "text", "1", 1, words("Note.")),)
    )
    root = etree.fromstring(render_page(finished(document), sheets_workspace).encode())
    assert [len(element) for element in root.iterfind(".//main//span[@class='call']")] == [1, 0]


def test_changes_of_a_redline_are_marked(sheets_workspace: Workspace) -> None:
    body = (replace(numbered(1, words(Inserted(words("new ")), Deleted(words("old")))), change="inserted"),)
    root = etree.fromstring(
        render_page(replace(english(), divisions=(Division("body", "body", body),)), sheets_workspace).encode()
    )
    paragraph = root.xpath("//p[@id='body-1']")[0]
    assert paragraph.get("data-change") == "inserted"
    assert (paragraph.findtext("ins"), paragraph.findtext("del")) == ("new ", "old")


def test_a_template_in_the_document_folder_comes_first(tmp_path: Path) -> None:
    own = workspace(tmp_path)
    folder = tmp_path / "templates" / "page"
    folder.mkdir(parents=True)
    (folder / "session-report.xhtml.j2").write_text(
        '{% extends "page/base.xhtml.j2" %}{% block foot %}{% endblock %}', encoding="utf-8"
    )
    assert "<footer" not in render_page(english(), own)


def test_no_line_ends_between_the_marks_of_two_notes(sheets_workspace: Workspace) -> None:
    line = words("session", Call("one", "1", "text"), ", ", Call("two", "2", "text"), " of the body")
    notes = tuple(Note(name, "text", mark, int(mark), words(name)) for name, mark in (("one", "1"), ("two", "2")))
    document = replace(
        english(), divisions=(Division("body", "body", (numbered(1, line),)),), notes=(*english().notes, *notes)
    )
    root = etree.fromstring(render_page(document, sheets_workspace).encode())
    first = root.xpath("//*[@data-mark='1']")[0]
    assert first.tail == ",\u00a0" and root.xpath("//*[@data-mark='2']")[0].tail == " of the body"
