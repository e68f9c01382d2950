"""Puts one Word file together: base, body, notes, numbering, properties."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.render.docx.blocks import Story
from publisher.render.docx.carried import carried_lists, is_redline, lines_of, usual_forms
from publisher.render.docx.elements import Element, paragraph, q, w
from publisher.render.docx.fields import Bookmarks
from publisher.render.docx.footnotes import Footnotes
from publisher.render.docx.manuscript import Manuscript, Revisions
from publisher.render.docx.masthead import (
    LINE_STYLES,
    LINES,
    fill_base,
    first_line_with_a_note,
    head_and_foot_parts,
    keep_leftward,
    marker,
    shows_picture,
    side_by_side,
    turn_rightward,
)
from publisher.render.docx.numbering import Numbering
from publisher.render.docx.properties import write_properties
from publisher.render.docx.pruning import prune
from publisher.render.docx.runs import Ink, draw, draw_hidden_call
from publisher.render.docx.sections import Kind, foot_in_text, take_sections
from publisher.render.docx.settings import set_languages, suit_script, turn_styles
from publisher.render.docx.styles import Styles
from publisher.render.docx.targets import targets_of
from publisher.render.docx.zip import packed
from publisher.render.vocabulary import OutsideVocabulary

FOOTNOTES = "/footnotes"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def write_docx(page: str, resolved: Document, workspace: Workspace, pages: Mapping[str, int], page_count: int) -> bytes:
    """The Word file of `page`.

    `pages` are the drawn pages of its blocks, for the fields that name them. Raises OutsideVocabulary on an element
    or class the page may not have.
    """
    root = etree.fromstring(page.encode())
    document = fill_base(resolved, workspace, page_count)
    body = document.part.element.body
    rightward = resolved.direction == "rtl"
    if rightward:
        _turn_base(document)
    set_languages(document.part._styles_part.element, document.settings.element, resolved.properties.language)
    suit_script(document.part._styles_part.element, resolved.properties.language)
    notes_part = _part(document, FOOTNOTES)
    notes = etree.fromstring(notes_part.blob)
    manuscript = _manuscript(root, document, resolved, notes, pages, _relating(document.part, notes_part))
    calls = _draw_masthead(root, body, manuscript)
    _draw_body(root, document, body, manuscript, resolved, workspace, calls)
    notes_part._blob = etree.tostring(notes, encoding="UTF-8", xml_declaration=True, standalone=True)
    prune(document, notes)
    write_properties(document, resolved.properties)
    return packed(document)


def _manuscript(
    root: Element, document: Any, resolved: Document, notes: Element, pages: Mapping[str, int],
    relate: Callable[[str, bool], str],
) -> Manuscript:  # fmt: skip
    styles = Styles(document.part._styles_part.element)
    rightward = resolved.direction == "rtl"
    numbering = Numbering(document.part.numbering_part.element, styles, rightward)
    lines = list(lines_of(root))
    numbering.prepare(lines, () if is_redline(root) else carried_lists(lines, usual_forms(resolved, styles)))
    targets = targets_of(root, {note.id: note.mark for note in resolved.notes})
    return Manuscript(
        styles=styles,
        numbering=numbering,
        notes=Footnotes(notes, "FootnoteSingle" if styles.has("FootnoteSingle") else "FootnoteText"),
        bookmarks=Bookmarks(target.anchor for target in targets.values()),
        revisions=Revisions(resolved.properties.author, resolved.properties.date),
        pages=pages,
        rightward=rightward,
        targets=targets,
        sequences={},
        small_unit=resolved.profile.tables.unit == resolved.profile.tables.head,
        beside_words=round(20 * resolved.profile.tables.beside_words),
        relate=relate,
    )


def _relating(body: Any, notes: Any) -> Callable[[str, bool], str]:
    """What makes a relation to an address outside, of the part of the notes or of the body, once for each address."""

    def relate(address: str, in_note: bool) -> str:
        return str((notes if in_note else body).relate_to(address, HYPERLINK, is_external=True))

    return relate


def _draw_masthead(root: Element, body: Element, manuscript: Manuscript) -> list[Element]:
    """Set the lines under the masthead rule; give back the calls of the notes that belong to the symbol.

    Word keeps no notes in the head of a page, and LibreOffice floats no table that calls one or stands before one that
    does; so the asterisks of the symbol are plain characters and their notes are called, without a visible mark, by
    the title, or by the first of these lines that calls a note itself.
    """
    place = marker(body, LINES).getparent()
    calls: list[Element] = []
    sides: dict[Element, list[Element]] = {}
    for child in root.iterfind("body/header//p"):
        match (child.get("class") or "").split():
            case ["symbol-line"]:
                for call in child.iter("span"):
                    if call.get("class") == "call":
                        calls += draw_hidden_call(call, manuscript)
            case ["masthead-line", role, *light] if role in LINE_STYLES:
                style, ink = manuscript.styles.id(LINE_STYLES[role]), Ink(manuscript.rightward, light=bool(light))
                made, home = paragraph(style, draw(child, ink, manuscript)), child.getparent()
                if (home.get("class") or "").startswith("side "):
                    sides.setdefault(home, []).append(made)
                else:
                    place.addprevious(made)
            case ["masthead-line", *_]:
                raise OutsideVocabulary(f"class “{child.get('class')}” on line {child.sourceline} of the page")
            case _:
                pass
    if sides:
        place.addprevious(side_by_side(list(sides.values()), manuscript.rightward))
    place.getparent().remove(place)
    return calls


def _draw_body(
    root: Element,
    document: Any,
    body: Element,
    manuscript: Manuscript,
    resolved: Document,
    workspace: Workspace,
    calls: list[Element],
) -> None:
    main = next(root.iter("main"), None)
    if main is None:
        raise OutsideVocabulary("the page has no main part")
    foot_begins = foot_in_text(body, document.part)
    sections = take_sections(body)
    widths: dict[Kind, int] = {kind: sections.text_width(kind) for kind in ("running", "landscape")}
    restarts = frozenset(
        note.restart for note in resolved.notes if note.series == "text" and note.restart != "document"
    )
    story = Story(manuscript, sections, document.part, workspace, widths, restarts, foot_begins)
    story.draw_main(main)
    first = first_line_with_a_note(body)
    for call in reversed(calls):
        (story.content[0] if first is None else first).insert(1, call)
    body.extend(story.content)
    body.append(sections.current)
    if manuscript.rightward:
        for section in body.iter(q("sectPr")):
            section.append(w("bidi"))


def _turn_base(document: Any) -> None:
    """Turn the base round for a right-to-left language, wherever in it the masthead and the foot of page one stand."""
    turn_styles(document.part._styles_part.element)
    for part in (document.part, *head_and_foot_parts(document)):
        if shows_picture(part, "bar code"):
            keep_leftward(part.element)
        else:
            turn_rightward(part.element, masthead=shows_picture(part, "emblem"))


def _part(document: Any, relation: str) -> Any:
    return next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(relation))
