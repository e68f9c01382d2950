"""The HTML: one file, its notes at the end of their division with links both ways, its landmarks in place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from publisher.model.inline import Call
from publisher.model.resolved import Document, Note
from publisher.model.workspace import Workspace
from publisher.render.html import write_html
from publisher.render.page import render_page
from tests.render.sheets import arabic, chinese, english, words

documents = pytest.mark.parametrize(
    "document", [english(), chinese(), arabic()], ids=lambda document: document.language
)


def written(document: Document, workspace: Workspace) -> html.HtmlElement:
    """The root of the HTML file of `document`."""
    return html.document_fromstring(write_html(render_page(document, workspace), document, workspace).decode())


@documents
def test_every_link_has_its_target_and_nothing_is_fetched(document: Document, sheets_workspace: Workspace) -> None:
    root = written(document, sheets_workspace)
    identifiers = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers))
    for link in root.iter("a"):
        assert link.get("href").removeprefix("#") in identifiers
    assert all(image.get("src").startswith("data:image/") and image.get("alt") for image in root.iter("img"))
    assert not root.xpath("//link | //script | //*[contains(@src, '//') and not(starts-with(@src, 'data:'))]")


@documents
def test_notes_are_linked_both_ways_at_the_end_of_their_division(
    document: Document, sheets_workspace: Workspace
) -> None:
    root = written(document, sheets_workspace)
    assert document.notes
    for note in document.notes:
        body = root.xpath("//p[@id=$id]", id=f"note-{note.id}")[0]
        assert body.getparent().get("role") == "doc-endnotes"
        assert body.getparent().getnext() is None or body.getparent().getparent().tag == "main"
        back = body[0]
        assert (back.text, back.get("role")) == (note.mark, "doc-backlink")
        call = root.xpath("//a[@id=$id]", id=back.get("href").removeprefix("#"))[0]
        assert (call.text, call.get("href")) == (note.mark, f"#note-{note.id}")
        assert call.getparent().tag == "sup"


@documents
def test_language_direction_landmarks_and_heads(document: Document, sheets_workspace: Workspace) -> None:
    root = written(document, sheets_workspace)
    assert (root.get("lang"), root.get("dir")) == (document.properties.language, document.direction)
    assert root.xpath("count(//main) = 1 and count(//h1) = 1 and count(//header) = 1")
    first = root.find("body")[0]
    assert (first.get("class"), first.get("href")) == ("skip", "#main")
    assert all(head.get("scope") for head in root.iter("th"))
    assert root.xpath("//span[@class='number']")[0].tail.startswith(" ")


def test_a_note_of_the_title_stands_below_the_title(sheets_workspace: Workspace) -> None:
    notes = (*english().notes, Note("t", "first-page", "**", 2, words("Of the title.")))
    document = replace(english(), title=(words("Title", Call("t", "**", "first-page")),), notes=notes)
    root = written(document, sheets_workspace)
    assert root.xpath("string(//h1)") == "Title**"
    assert root.xpath("//p[@id='note-t']")[0].getparent().getprevious().get("class") == "subtitle"
