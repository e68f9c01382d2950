"""Reads a finished PDF back and holds it against the resolved document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import pikepdf

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.resolved import Document
from publisher.typed import Typed
from publisher.verify.addresses import address_findings, as_uri
from publisher.verify.damage import Damaged
from publisher.verify.expected import Story, expected
from publisher.verify.pdf.carried import carried_findings
from publisher.verify.pdf.conformance import STANDARDS, verify_standards
from publisher.verify.pdf.declared import declaration_findings, font_findings, outline_findings, table_findings
from publisher.verify.pdf.direction import said
from publisher.verify.pdf.furniture import furniture_findings
from publisher.verify.pdf.layout import (
    area_findings,
    heading_findings,
    line_break_findings,
    note_place_findings,
    overlap_findings,
    size_findings,
    spoken_findings,
    symbol_findings,
)
from publisher.verify.pdf.order import order_of
from publisher.verify.pdf.printed import printed
from publisher.verify.pdf.reading import PdfFile
from publisher.verify.pdf.story import (
    Located,
    contents_findings,
    locate,
    note_findings,
    sequence_findings,
    story_findings,
)
from publisher.verify.pdf.telling import Telling, read_telling

__all__ = ["STANDARDS", "pages_of", "verify_pdf", "verify_standards"]

# What reading comes upon in a file whose objects can be read but are not what ISO 32000 says they are.
DAMAGE = (Damaged, pikepdf.PdfError, ValueError, KeyError, AttributeError, TypeError)


def verify_pdf(
    data: bytes,
    resolved: Document,
    name: str,
    standards: Collection[str] = tuple(STANDARDS),
    typed: Typed | None = None,
    carried: Mapping[str, bytes] | None = None,
) -> tuple[Diagnostic, ...]:
    """Every way in which the PDF `data` departs from `resolved`.

    It is called `name`; and from what was `typed`, `standards`, and the files it was given to carry.
    """
    try:
        file = PdfFile(data)
        found = (
            *_findings(file, resolved, name, typed),
            *carried_findings(file, carried, resolved, name, typed),
            *verify_standards(data, name, standards),
        )
    except DAMAGE as error:
        return (finding("OUT001", f"the PDF cannot be read: {error}", PagePosition(name)),)
    if warnings := file.pdf.get_warnings():
        message = f"the PDF is damaged and was repaired to be read: {warnings[0]}"
        return (finding("OUT001", message, PagePosition(name)), *found)
    return found


def _findings(file: PdfFile, resolved: Document, name: str, typed: Typed | None) -> tuple[Diagnostic, ...]:
    story, told, located = _told(file, resolved)
    profile, right_to_left = resolved.profile, resolved.direction == "rtl"
    order = order_of(located, told, story, right_to_left)
    places = {index: located.page(index) for index in range(len(located.lines))}
    return (
        *story_findings(located, name),
        *sequence_findings(located.lines, located.matching.differences, places, name),
        *note_findings(story, told, name, right_to_left),
        *order.findings(name),
        *address_findings(story.links, _addresses(file, story.links), PagePosition(name)),
        *(contents_findings(located, name) if resolved.contents_paged else ()),
        *size_findings(file.sheets, profile, name),
        *area_findings(told, located, file.sheets, profile, name),
        *note_place_findings(told, located, file.sheets, profile, name),
        *overlap_findings(told, located, name),
        *line_break_findings(told, located, name),
        *spoken_findings(told, name),
        *symbol_findings(located, name),
        *heading_findings(resolved, located, name),
        *furniture_findings(resolved, file.furniture, file.sheets, profile, name),
        *font_findings(file, told, name),
        *declaration_findings(file, resolved, name),
        *outline_findings(file, resolved, name),
        *table_findings(told, resolved, name),
        *(typed.losses(printed(told, located, story, order, right_to_left), name) if typed else ()),
    )


def _addresses(file: PdfFile, wanted: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The links that lead out of the file: address, words."""
    expected: dict[str, list[str]] = {}
    for address, words in wanted:
        expected.setdefault(as_uri(address), []).append(words)
    links = [part for part in file.tags.walk() if part.address] if file.tags else []
    drawn = [[piece for key in link.content() for piece in file.marked.get(key, ())] for link in links]
    return [
        (link.address, said(pieces, expected.get(as_uri(link.address), ())))
        for link, pieces in zip(links, drawn, strict=True)
    ]


def pages_of(data: bytes, resolved: Document) -> dict[str, int]:
    """The page of the PDF each line and note of `resolved` begins on."""
    _, told, located = _told(PdfFile(data), resolved)
    pages = {line.id: located.page(index) for index, line in enumerate(located.lines) if line.kind != "contents-entry"}
    return pages | {note.body.part.identifier: note.body.page for note in told.notes if note.body.part is not None}


def _told(file: PdfFile, resolved: Document) -> tuple[Story, Telling, Located]:
    story = expected(resolved, deleted=True)  # a marked PDF shows what a redline strikes out
    table_notes = frozenset(f"note-{line.id}" for line in story.body if line.kind == "table-note")
    told = read_telling(file, table_notes)
    job = resolved.masthead.job
    return story, told, locate(story, told, job.recycle if job else "", resolved.direction == "rtl")
