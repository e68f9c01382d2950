"""The printed texts of a resolved document, one after the other, each with the place it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from publisher.model.diagnostic import Position
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
from publisher.model.resolved import Cell, Document, EndRule, Figure, Heading, Note, Number, Paragraph, Table

# White space that only steers drawing reads as a space; controls that steer direction read as nothing.
_SPACES = re.compile("[\u00a0\u202f\u2009\u2007]")
_CONTROLS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One printed text: `text` with plain spaces for recognising, `raw` as printed, offsets the same in both.

    `kind` is title, masthead, heading, paragraph, cell, note, caption; `scope` names what it stands in: the decision
    (“decision 2/6”) or else the division; `calls` are footnote calls by the offset they follow; `fact` names
    the fact a paragraph states, `expected` what the wording would have said where the author wrote it.
    """

    index: int
    id: str
    kind: str
    role: str
    text: str
    raw: str
    division: str
    scope: str
    at: Position | None
    number: Number | None = None
    calls: tuple[tuple[int, Call], ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    references: tuple[tuple[int, int, Reference], ...] = ()
    language: str | None = None
    depth: int = 0
    fact: str = ""
    expected: str = ""

    @property
    def quoted(self) -> bool:
        """True where the words are another's, reproduced as received."""
        return self.role in ("statement", "quotation", "signature") or self.language is not None


@dataclass(slots=True)
class _Flat:
    """Inlines laid flat while they are walked."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    calls: list[tuple[int, Call]] = field(default_factory=list)
    emphasis: list[tuple[int, int]] = field(default_factory=list)
    references: list[tuple[int, int, Reference]] = field(default_factory=list)

    def add(self, text: str) -> None:
        text = _CONTROLS.sub("", text)
        self.pieces.append(text)
        self.length += len(text)

    def walk(self, inlines: Inlines) -> None:
        for inline in inlines:
            self._one(inline)

    def _one(self, inline: Inline) -> None:
        start = self.length
        match inline:
            case Text(text) | Symbol(text):
                self.add(text)
            case LineBreak():
                self.add(" ")
            case Call():
                self.calls.append((start, inline))
            case Emphasis(children):
                self.walk(children)
                self.emphasis.append((start, self.length))
            case Reference(_, children, _):
                self.walk(children)
                self.references.append((start, self.length, inline))
            case LeftToRight(children) | Inserted(children):
                self.walk(children)
            case WrittenLink(_, words):
                self.walk(words)
            case WrittenCall() | Deleted():
                pass
            case _:
                assert_never(inline)


@dataclass(slots=True)
class _Gatherer:
    """Where the reading has come to: division, scope, and the passages so far."""

    division: str = "front"
    scope: str = "front"
    passages: list[Passage] = field(default_factory=list)

    def add(
        self, id: str, kind: str, role: str, inlines: Inlines | str, at: Position | None, *,
        number: Number | None = None, language: str | None = None, depth: int = 0, fact: str = "", expected: str = "",
    ) -> None:  # fmt: skip
        flat = _Flat()
        flat.walk((Text(inlines),) if isinstance(inlines, str) else inlines)
        raw = "".join(flat.pieces)
        self.passages.append(Passage(
            len(self.passages), id, kind, role, _SPACES.sub(" ", raw), raw, self.division, self.scope, at, number,
            tuple(flat.calls), tuple(flat.emphasis), tuple(flat.references), language, depth, fact, expected,
        ))  # fmt: skip


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Every printed text of `document` in reading order, the notes last."""
    gatherer = _Gatherer()
    for line in document.masthead.lines:
        gatherer.add(f"masthead-{line.role}", "masthead", line.role, line.text, None)
    for title in document.title:
        gatherer.add("title", "title", "title", title, None)
    for subtitle in document.subtitle:
        gatherer.add("subtitle", "title", "subtitle", subtitle, None)
    # a corrigendum quotes the words at fault, often less than a sentence; what is to be read instead was checked in
    # the corrected data, and the proof holds both against the issued text
    for division in () if document.kind == "corrigendum" else document.divisions:
        gatherer.division = gatherer.scope = division.id
        for block in division.blocks:
            _block(gatherer, block)
    gatherer.division = gatherer.scope = "notes"
    for note in document.notes:
        _note(gatherer, note)
    return tuple(gatherer.passages)


def _block(gatherer: _Gatherer, block: Heading | Paragraph | Table | Figure | EndRule) -> None:
    match block:
        case Heading():
            gatherer.scope = block.id if block.kind == "decision" else gatherer.division
            gatherer.add(block.id, "heading", block.kind, block.text, block.at, number=block.number, depth=block.depth)
        case Paragraph():
            text = (*block.label, Text(" "), *block.text) if block.label else block.text
            gatherer.add(
                block.id, "paragraph", block.role, text, block.at, number=block.number, language=block.language,
                fact=block.fact, expected=block.expected,
            )  # fmt: skip
        case Table():
            _table(gatherer, block)
        case Figure():
            gatherer.add(block.id, "caption", "figure", block.title, block.at)
            gatherer.add(block.id, "caption", "source", block.source, block.at)
        case EndRule():
            pass
        case _:
            assert_never(block)


def _table(gatherer: _Gatherer, table: Table) -> None:
    gatherer.add(table.id, "caption", "table", table.title, table.at)
    rows = (*table.head, *table.rows, *((table.total,) if table.total else ()))
    for number, cells in enumerate(rows):
        for cell in cells:
            _cell(gatherer, table, cell, "head" if number < len(table.head) else "row")
    for note in table.notes:
        _note(gatherer, note)
    gatherer.add(table.id, "caption", "source", table.source, table.at)


def _cell(gatherer: _Gatherer, table: Table, cell: Cell, role: str) -> None:
    gatherer.add(table.id, "cell", role, cell.text, table.at)


def _note(gatherer: _Gatherer, note: Note) -> None:
    gatherer.add(note.id, "note", note.series, note.text, note.at)


def sentences(text: str, ends: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of `text`, where `ends` holds the characters that close one.

    A full stop closes a sentence only before white space followed by something other than a small letter or figure.
    """
    start = 0
    for offset, character in enumerate(text):
        if character not in ends:
            continue
        if character == ".":
            after = text[offset + 1 : offset + 3]
            if after and (not after[0].isspace() or (len(after) > 1 and (after[1].islower() or after[1].isdigit()))):
                continue
        yield start, offset + 1
        start = offset + 1
    if start < len(text):
        yield start, len(text)
