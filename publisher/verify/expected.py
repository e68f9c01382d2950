"""What a finished file must tell, line by line.

The reading of the resolved document, in the units files are held in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from publisher.model import reading
from publisher.model.characters import written
from publisher.model.inline import Call, Deleted, Inline, Inlines, Inserted, Link, Symbol, Text, replaced, walk
from publisher.model.reading import Slot, lines
from publisher.model.resolved import Document, Heading, Number, Table

LineKind = Literal[
    "masthead",
    "title",
    "subtitle",
    "contents-heading",
    "contents-page",
    "contents-entry",
    "heading",
    "label",
    "paragraph",
    "cell",
    "table-note",
    "caption",
    "source",
    "job",
]
# Nothing draws it: verify asks each picture of a file for its alternative text instead (OUT077).
LEFT_OUT = frozenset([Slot.ALTERNATIVE])


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the story: source, number, text with marks in place.

    Marks of footnotes stand between CALL_OPEN and CALL_CLOSE; `role` is the paragraph's role or the heading's kind.
    """

    id: str
    kind: LineKind
    text: str
    printed: str = ""  # the number before the text, or the label of a “labelled” paragraph
    number: Number | None = None
    role: str = ""
    symbols: tuple[str, ...] = ()
    language: str | None = None
    calls: tuple[Call, ...] = ()  # footnotes called in this line, in order
    struck: bool = False  # a redline shows the whole line as struck out
    pieces: str = ""  # the text of a redline, a line end wherever a change begins or ends

    @property
    def whole(self) -> str:
        """The number and the text together, as they follow each other on the page."""
        return self.printed + self.text


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A footnote: identifier, series, mark as printed, body."""

    id: str
    series: str
    mark: str
    text: str
    pieces: str = ""  # as of a line


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A cross-reference: its line, target, what it shows, its words."""

    line: str
    target: str
    shows: str
    words: str


@dataclass(frozen=True, slots=True)
class Story:
    """The stories of one document.

    Masthead, body, notes, references, and the foot of page one.
    """

    masthead: tuple[Line, ...]
    body: tuple[Line, ...]  # title, subtitle, contents and blocks in reading order
    notes: tuple[NoteLine, ...]  # series “text” and “first-page”, in order of their calls
    references: tuple[ReferenceLine, ...]
    links: tuple[tuple[str, str], ...]  # addresses out of the document and the words that lead there, as they come
    job: tuple[str, ...]


def expected(document: Document, deleted: bool = False) -> Story:
    """The stories `document` must tell in every format.

    `deleted` keeps the struck words of a redline.
    """
    masthead: list[Line] = []
    body: list[Line] = []
    notes: list[NoteLine] = []
    references: list[ReferenceLine] = []
    links: list[tuple[str, str]] = []
    for line in lines(document):
        if line.slot in LEFT_OUT or (line.change == "deleted" and not deleted):
            continue
        if line.slot is Slot.FOOTNOTE:
            notes.append(
                NoteLine(line.id, line.role, line.label, written(line.inlines, deleted), _pieces(line.inlines, deleted))
            )
        told = list(_told(line, deleted))
        (masthead if line.slot is Slot.MASTHEAD else body).extend(told)
        place = told[-1].id if told else line.id
        references += [
            ReferenceLine(place, part.target, part.shows, written(part.children, deleted))
            for part in line.references(deleted)
        ]
        links += [
            (part.target, written(part.children, deleted)) for part in line.parts(deleted) if isinstance(part, Link)
        ]
    job = document.masthead.job
    return Story(
        tuple(masthead), tuple(_joined(body)), tuple(notes), tuple(references), tuple(links),
        (job.printed,) if job else (),
    )  # fmt: skip


def _joined(body: list[Line]) -> Iterator[Line]:
    """The body with the lines of the title as one, as the files tell them."""
    title = [line for line in body if line.kind == "title"]
    if said := " ".join(line.text for line in title):
        yield Line("title", "title", said, calls=tuple(call for line in title for call in line.calls))
    yield from body[len(title) :]


def _told(line: reading.Line, deleted: bool) -> Iterator[Line]:
    """The lines that a text of the document is told in: none where it is empty, two where a label stands apart."""
    match line.slot:
        case Slot.MASTHEAD:
            yield _line(line, "masthead", deleted, line.id, role=line.role)
        case Slot.NAME:
            yield _line(line, "title", deleted)
        case Slot.SUBTITLE:
            yield _line(line, "subtitle", deleted)
        case Slot.CONTENTS:
            kind: LineKind = "contents-entry" if line.role == "entry" else "contents-heading"
            kind = "contents-page" if line.role == "page" else kind
            yield _line(line, kind, deleted, printed=line.label)
        case Slot.TEXT:
            yield from _text(line, deleted)
        case Slot.TITLE:
            if line.label:
                yield Line(f"{line.id}-label", "caption", line.label, struck=line.change == "deleted")
            if line.inlines:
                yield _line(line, "caption", deleted, f"{line.id}-title")
        case Slot.UNIT:
            if line.inlines:
                yield _line(line, "caption", deleted, f"{line.id}-unit")
        case Slot.HEAD | Slot.CELL | Slot.TOTAL:
            role = "head" if line.slot is Slot.HEAD else "row"
            yield _line(line, "cell", deleted, f"{line.id}-r{_row(line, deleted)}c{line.column}", role=role)
        case Slot.NOTE:
            yield _line(line, "table-note", deleted, printed=line.label)
        case Slot.SOURCE:
            if line.inlines:
                yield _line(line, "source", deleted, f"{line.id}-source")
        case Slot.FOOTNOTE | Slot.LABEL | Slot.ALTERNATIVE:
            pass  # a note is held apart, a label stands in the line of its paragraph
        case _:
            assert_never(line.slot)


def _text(line: reading.Line, deleted: bool) -> Iterator[Line]:
    number = line.number
    if not isinstance(line.block, Heading):
        printed = number.printed if number else written(line.lead, deleted)
        yield _line(line, "paragraph", deleted, printed=printed, number=number, role=line.role)
        return
    if line.block.label and number:
        label = f"{line.id}-label"
        yield Line(label, "label", "", number.printed, number, line.role, struck=line.change == "deleted")
        if line.inlines:
            yield _line(line, "heading", deleted, role=line.role)
        return
    yield _line(
        line, "heading", deleted, printed=number.printed if number else "", number=number, role=line.role
    )  # fmt: skip


def _line(
    line: reading.Line, kind: LineKind, deleted: bool, id: str = "", *, printed: str = "", number: Number | None = None,
    role: str = "",
) -> Line:  # fmt: skip
    symbols = tuple(part.text for part in line.parts(deleted) if isinstance(part, Symbol))
    return Line(
        id or line.id, kind, written(line.inlines, deleted), printed, number, role, symbols,
        line.language, line.calls(deleted), line.change == "deleted", _pieces(line.inlines, deleted),
    )  # fmt: skip


def _pieces(inlines: Inlines, deleted: bool) -> str:
    """The text of a line that a redline changes in part, a line end wherever a change begins or ends."""
    if not any(isinstance(part, Deleted | Inserted) for part in walk(inlines)):
        return ""

    def apart(part: Inline) -> Inlines | None:
        return (Text("\n"), part, Text("\n")) if isinstance(part, Deleted | Inserted) else None

    return written(replaced(inlines, apart), deleted)


def _row(line: reading.Line, deleted: bool) -> int:
    """The row of a cell among those of the whole table that are told, from 1."""
    assert isinstance(line.block, Table)
    if line.slot is Slot.HEAD:
        return line.row
    above = line.block.rows[: line.row - 1]
    hidden = 0 if deleted else sum(row.change == "deleted" for row in above)
    return len(line.block.head) + line.row - hidden
