"""Puts one Word file together: base, body, notes, numbering, properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.render.docx.blocks import Story, list_number
from publisher.render.docx.elements import Element, paragraph, q, w
from publisher.render.docx.fields import Bookmarks
from publisher.render.docx.footnotes import Footnotes
from publisher.render.docx.manuscript import Manuscript, Revisions
from publisher.render.docx.masthead import (
    ASTERISKS,
    LINE_STYLES,
    LINES,
    fill_base,
    head_and_foot_parts,
    marker,
    turn_rightward,
)
from publisher.render.docx.numbering import ListNumber, Numbering
from publisher.render.docx.properties import write_properties
from publisher.render.docx.runs import Ink, draw
from publisher.render.docx.sections import Kind, take_sections
from publisher.render.docx.settings import set_languages, turn_styles
from publisher.render.docx.styles import Styles
from publisher.render.docx.zip import packed
from publisher.render.vocabulary import OutsideVocabulary

FOOTNOTES = "/footnotes"


def write_docx(page: str, resolved: Document, workspace: Workspace, pages: Mapping[str, int], page_count: int) -> bytes:
    """Give back the Word file of `page`; `pages` are the drawn pages of its blocks, for the fields that name them.

    Raises OutsideVocabulary on an element or class the page may not have.
    """
    root = etree.fromstring(page.encode())
    document = fill_base(resolved, workspace, page_count)
    body = document.part.element.body
    rightward = resolved.direction == "rtl"
    if rightward:
        _turn_base(document)
    set_languages(document.part._styles_part.element, document.settings.element, resolved.properties.language)
    notes_part = _part(document, FOOTNOTES)
    notes = etree.fromstring(notes_part.blob)
    manuscript = _manuscript(root, document, resolved, notes, pages)
    _draw_masthead(root, body, manuscript)
    _draw_body(root, document, body, manuscript, resolved, workspace)
    notes_part._blob = etree.tostring(notes, encoding="UTF-8", xml_declaration=True, standalone=True)
    write_properties(document, resolved.properties)
    return packed(document)


def _manuscript(
    root: Element, document: Any, resolved: Document, notes: Element, pages: Mapping[str, int]
) -> Manuscript:
    styles = Styles(document.part._styles_part.element)
    rightward = resolved.direction == "rtl"
    numbering = Numbering(document.part.numbering_part.element, styles.number_position(), rightward)
    numbers = dict(_numbers(root))
    numbering.prepare(number for number in numbers.values() if not number.deleted)
    note_targets = {alias: note.id for note in resolved.notes for alias in (note.id, f"note-{note.id}", f"call-{note.id}")}
    return Manuscript(
        styles=styles,
        numbering=numbering,
        notes=Footnotes(notes, "FootnoteSingle" if styles.has("FootnoteSingle") else "FootnoteText"),
        bookmarks=Bookmarks(_targets(root, note_targets)),
        revisions=Revisions(resolved.properties.author, resolved.properties.date),
        pages=pages,
        rightward=rightward,
        note_targets=note_targets,
        numbers={identifier: number.printed.rstrip(".") for identifier, number in numbers.items()},
    )


def _numbers(root: Element) -> Iterator[tuple[str, ListNumber]]:
    """Yield every numbered block of the page with its number; an annex answers for its label."""
    for block in root.iter("p", "h2", "h3", "h4", "h5", "h6"):
        number = list_number(block, "text")
        if number is not None:
            yield block.get("id", "").removesuffix("-label" if block.get("class") == "annex-label" else " "), number


def _targets(root: Element, note_targets: Mapping[str, str]) -> Iterator[str]:
    """Yield what the page points to, and every note called twice."""
    for link in root.iter("a"):
        target = (link.get("href") or "").removeprefix("#")
        yield note_targets.get(target, target)
    for call in root.iter("span"):
        if call.get("class") == "call" and call.get("id") is None:
            yield call.get("data-note", "")


def _draw_masthead(root: Element, body: Element, manuscript: Manuscript) -> None:
    """Set the asterisks of the symbol and the lines under the rule, both of which may call notes."""
    head = next(root.iter("header"), None)
    asterisks, lines = marker(body, ASTERISKS), marker(body, LINES)
    place = lines.getparent()
    if head is not None:
        for child in head.iter("p"):
            match (child.get("class") or "").split():
                case ["symbol-line"]:
                    _replace(asterisks, _after_symbol(child, manuscript))
                case ["masthead-line", role] if role in LINE_STYLES:
                    style = manuscript.styles.id(LINE_STYLES[role])
                    place.addprevious(paragraph(style, draw(child, Ink(manuscript.rightward), manuscript)))
                case ["masthead-line", *_]:
                    raise OutsideVocabulary(f"class “{child.get('class')}” on line {child.sourceline} of the page")
    place.getparent().remove(place)


def _after_symbol(line: Element, manuscript: Manuscript) -> list[Element]:
    """Give back the calls, or bare asterisks, that follow the two parts of the symbol."""
    rest = etree.Element("p")
    parts = list(line)
    for part in parts:
        if part.get("class") == "call":
            rest.append(part)
        elif part.tail:
            rest.text = (rest.text or "") + part.tail
    return draw(rest, Ink(), manuscript)


def _replace(run: Element, runs: list[Element]) -> None:
    """Put `runs` where the marker `run` stands, in its type."""
    look = run.find(q("rPr"))
    for made in runs:
        if made.tag == q("r") and look is not None:
            properties = made.find(q("rPr"))
            if properties is None:
                made.insert(0, properties := w("rPr"))
            for child in properties.findall(q("rStyle")):  # beside the symbol the mark stands at full size
                properties.remove(child)
            properties.extend(w(etree.QName(c).localname, val=c.get(q("val"), "")) for c in look)
        run.addprevious(made)
    run.getparent().remove(run)


def _draw_body(
    root: Element, document: Any, body: Element, manuscript: Manuscript, resolved: Document, workspace: Workspace
) -> None:
    main = next(root.iter("main"), None)
    if main is None:
        raise OutsideVocabulary("the page has no main part")
    sections, _ = take_sections(body)
    widths: dict[Kind, int] = {kind: sections.text_width(kind) for kind in ("running", "landscape")}
    restarts = frozenset(note.restart for note in resolved.notes if note.series == "text" and note.restart != "document")
    story = Story(manuscript, sections, document.part, workspace, widths, restarts)
    story.draw_main(main)
    body.extend(story.content)
    body.append(sections.current)
    if manuscript.rightward:
        for section in body.iter(q("sectPr")):
            section.append(w("bidi"))


def _turn_base(document: Any) -> None:
    turn_styles(document.part._styles_part.element)
    turn_rightward(document.part.element.body, masthead=True)
    for part in head_and_foot_parts(document):
        turn_rightward(part.element, masthead=False)


def _part(document: Any, relation: str) -> Any:
    return next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(relation))


