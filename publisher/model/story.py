"""What a document says, line by line, drawn from its resolved form, and how two texts are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile, zip_longest
from typing import Literal, assert_never

from publisher.model.inline import (
    Call,
    Deleted,
    Emphasis,
    Inline,
    Inlines,
    Inserted,
    LeftToRight,
    LineBreak,
    Reference,
    Symbol,
    Text,
    WrittenCall,
    WrittenLink,
)  # fmt: skip
from publisher.model.resolved import Block, Cell, Document, EndRule, Figure, Heading, Number, Paragraph, Table

CALL_OPEN, CALL_CLOSE = "\ue000", "\ue001"  # private use: they stand around a footnote mark inside a line of text

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


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the story: where it comes from, its number as printed, its text with note marks in place.

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


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A cross-reference: the line it stands in, its target, what it shows and the words printed."""

    line: str
    target: str
    shows: str
    words: str


@dataclass(frozen=True, slots=True)
class Story:
    """The stories of one document: masthead, body, notes, references, and what page one has at its foot."""

    masthead: tuple[Line, ...]
    body: tuple[Line, ...]  # title, subtitle, contents and blocks in reading order
    notes: tuple[NoteLine, ...]  # series “text” and “first-page”, in order of their calls
    references: tuple[ReferenceLine, ...]
    job: tuple[str, ...]


def expected(document: Document, deleted: bool = False) -> Story:
    """The stories `document` must tell in every format; `deleted` keeps the struck words of a redline."""
    body = tuple(_body(document, deleted))
    notes = tuple(
        NoteLine(note.id, note.series, note.mark, written(note.text, deleted))
        for note in document.notes
        if deleted or note.change != "deleted"
    )
    references = [reference for block in _blocks(document) for reference in _references(block)]
    references += [
        ReferenceLine(note.id, found.target, found.shows, written(found.children, deleted))
        for note in document.notes
        for found in _walk(note.text)
        if isinstance(found, Reference)
    ]
    job = document.masthead.job
    return Story(tuple(_masthead(document)), body, notes, tuple(references), (job.printed,) if job else ())


def written(inlines: Inlines, deleted: bool = False) -> str:
    """The characters of `inlines` with footnote marks between CALL_OPEN and CALL_CLOSE."""
    pieces: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Symbol(text):
                pieces.append(text)
            case Emphasis(children) | LeftToRight(children) | Reference(_, children, _) | Inserted(children):
                pieces.append(written(children, deleted))
            case Deleted(children):
                pieces.append(written(children, deleted) if deleted else "")
            case WrittenLink(_, words):
                pieces.append(written(words, deleted))
            case Call(_, mark, _):
                pieces.append(f"{CALL_OPEN}{mark}{CALL_CLOSE}")
            case LineBreak():
                pieces.append(" ")
            case WrittenCall():
                pass
            case _:
                assert_never(inline)
    return "".join(pieces)


@lru_cache(maxsize=8192)  # each line is asked for by every format's reader
def compared(text: str) -> str:
    """`text` as the files are compared; each step says why it may not count as a difference."""
    # NFKC: a font's character map may give back the compatibility form of a glyph (“ﬁ”, Arabic presentation forms,
    # superscript figures of marks); combining marks have one order.
    text = unicodedata.normalize("NFKC", text)
    # White space: a line end swallows its space in a PDF; a tab, a space or an indent may stand after a number.
    # Bidirectional controls and joiners: they steer drawing and have no glyph, so a PDF cannot give them back.
    return text.translate(_DROPPED)


def unmarked(text: str) -> str:
    """`text` without the signs around footnote marks, the marks themselves kept."""
    return text.replace(CALL_OPEN, "").replace(CALL_CLOSE, "")


def readable(text: str) -> str:
    """`text` for a message: a mark as [1], white space as single spaces."""
    return re.sub(r"\s+", " ", text.replace(CALL_OPEN, "[").replace(CALL_CLOSE, "]")).strip()


_CONTROLS = (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
_SPACES = tuple(point for point in range(0x3001) if chr(point).isspace())
_DROPPED = dict.fromkeys((*_CONTROLS, *_SPACES))


def _walk(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        match inline:
            case Emphasis(children) | LeftToRight(children) | Reference(_, children, _) | Inserted(children):
                yield from _walk(children)
            case _:
                pass


def _symbols(inlines: Inlines) -> tuple[str, ...]:
    return tuple(inline.text for inline in _walk(inlines) if isinstance(inline, Symbol))


def _calls(inlines: Inlines) -> tuple[Call, ...]:
    return tuple(inline for inline in _walk(inlines) if isinstance(inline, Call))


def _masthead(document: Document) -> Iterator[Line]:
    """The lines of page one above the title, in the order a reader meets them."""
    head = document.masthead
    symbol = head.symbol_organ + head.symbol_rest + head.asterisks
    plain = [
        ("organization", head.organization), ("symbol", symbol), ("emblem-words", head.emblem_words),
        ("programme", head.programme), ("distribution", head.distribution), ("date", head.date),
        ("language", head.language), ("original", head.original),
    ]  # fmt: skip
    for name, text in plain:
        if text:
            yield Line(f"masthead-{name}", "masthead", text, role=name)
    for number, line in enumerate(head.lines, 1):
        yield Line(f"masthead-line-{number}", "masthead", written(line.text), role=line.role, calls=_calls(line.text))


def _body(document: Document, deleted: bool) -> Iterator[Line]:
    title = " ".join(written(part, deleted) for part in document.title)
    if title:
        yield Line("title", "title", title, calls=tuple(call for part in document.title for call in _calls(part)))
    for number, part in enumerate(document.subtitle, 1):
        yield Line(f"subtitle-{number}", "subtitle", written(part, deleted), calls=_calls(part))
    blocks = list(_blocks(document))
    opening = len(list(takewhile(_is_summary, blocks)))  # the summary a document opens with stands before its contents
    for block in blocks[:opening]:
        yield from _lines(block, deleted)
    if document.contents:
        yield Line("contents", "contents-heading", document.contents_heading)
        if document.contents_page_label:
            yield Line("contents-page", "contents-page", document.contents_page_label)
        for entry in document.contents:
            if deleted or entry.change != "deleted":
                text = written(entry.text, deleted)
                yield Line(entry.target, "contents-entry", text, entry.number, struck=entry.change == "deleted")
    for block in blocks[opening:]:
        yield from _lines(block, deleted)


def _is_summary(block: Block) -> bool:
    return "summary" in (getattr(block, "kind", ""), getattr(block, "role", ""))


def _blocks(document: Document) -> Iterator[Block]:
    for division in document.divisions:
        yield from division.blocks


def _lines(block: Block, deleted: bool) -> Iterator[Line]:
    if isinstance(block, EndRule) or block.change != "deleted":
        yield from _told(block, deleted)
    elif deleted:
        yield from (replace(line, struck=True) for line in _told(block, deleted))


def _told(block: Block, deleted: bool) -> Iterator[Line]:
    match block:
        case Heading():
            yield from _heading(block, deleted)
        case Paragraph():
            number = block.number
            printed = number.printed if number else written(block.label, deleted)
            yield Line(
                block.id, "paragraph", written(block.text, deleted), printed, number, block.role,
                _symbols(block.text), block.language, _calls(block.text),
            )  # fmt: skip
        case Table():
            yield from _table(block, deleted)
        case Figure():
            if block.label:
                yield Line(f"{block.id}-label", "caption", block.label)
            if block.title:
                yield Line(f"{block.id}-title", "caption", written(block.title, deleted))
            if block.source:
                yield Line(f"{block.id}-source", "source", written(block.source, deleted))
        case EndRule():
            pass
        case _:
            assert_never(block)


def _heading(block: Heading, deleted: bool) -> Iterator[Line]:
    text, number = written(block.text, deleted), block.number
    if block.kind in ("annex", "appendix") and number:
        yield Line(f"{block.id}-label", "label", "", number.printed, number, block.kind)
        if text:
            yield Line(block.id, "heading", text, "", None, block.kind, _symbols(block.text), None, _calls(block.text))
        return
    printed = number.printed if number else ""
    yield Line(block.id, "heading", text, printed, number, block.kind, _symbols(block.text), None, _calls(block.text))


def _table(block: Table, deleted: bool) -> Iterator[Line]:
    if block.label:
        yield Line(f"{block.id}-label", "caption", block.label)
    if block.title:
        yield Line(f"{block.id}-title", "caption", written(block.title, deleted))
    rows = [*block.head, *_rows(block, deleted), *((block.total,) if block.total else ())]
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            yield _cell(block, cell, row, column, "head" if row <= len(block.head) else "row", deleted)
    for note in block.notes:
        if note.change == "deleted" and not deleted:
            continue
        yield Line(note.id, "table-note", written(note.text, deleted), note.mark)
    if block.source:
        yield Line(f"{block.id}-source", "source", written(block.source, deleted))


def _rows(block: Table, deleted: bool) -> Iterator[tuple[Cell, ...]]:
    for row, change in zip_longest(block.rows, block.row_changes, fillvalue=""):
        if isinstance(row, tuple) and (deleted or change != "deleted"):
            yield row


def _cell(block: Table, cell: Cell, row: int, column: int, role: str, deleted: bool) -> Line:
    text = written(cell.text, deleted)
    name = f"{block.id}-r{row}c{column}"
    return Line(name, "cell", text, role=role, symbols=_symbols(cell.text), calls=_calls(cell.text))


def _references(block: Block) -> Iterator[ReferenceLine]:
    parts: list[Inlines] = []
    match block:
        case Heading() | Paragraph():
            parts = [block.text]
        case Table():
            parts = [cell.text for row in (*block.head, *block.rows) for cell in row]
        case _:
            pass
    for inline in (inline for part in parts for inline in _walk(part)):
        if isinstance(inline, Reference):
            yield ReferenceLine(block.id, inline.target, inline.shows, written(inline.children))
