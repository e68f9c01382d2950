"""The printed texts of a document in order, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from publisher.model.diagnostic import Position
from publisher.model.inline import (
    Between,
    Bold,
    Call,
    Deleted,
    Emphasis,
    Holder,
    Inlines,
    LineBreak,
    Reference,
    Superscript,
    plain,
)
from publisher.model.reading import Line, Slot, lines
from publisher.model.resolved import Document, Heading, Number, Paragraph

# White space that only steers drawing reads as a space; controls that steer direction read as nothing.
_SPACES = re.compile("[\u00a0\u202f\u2009\u2007]")
_CONTROLS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One printed text: `text` with plain spaces, `raw` as printed.

    Offsets are the same in both. `kind` is title, masthead, heading, paragraph, cell, note, caption; `scope` names
    what it stands in: the decision (“decision 2/6”) or else the division; `calls` are footnote calls by the offset
    they follow; `raised` are letters above the line, `breaks` forced new lines; `fact` names the fact a paragraph
    states, `expected` what the wording would have said where the author wrote it.
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
    strong: tuple[tuple[int, int], ...] = ()
    references: tuple[tuple[int, int, Reference], ...] = ()
    raised: tuple[tuple[int, int], ...] = ()
    breaks: tuple[int, ...] = ()
    language: str | None = None
    depth: int = 0
    fact: str = ""
    expected: str = ""

    @property
    def quoted(self) -> bool:
        """True where the words are another's, reproduced as received."""
        return self.role in ("statement", "quotation", "signature") or self.language is not None

    @property
    def of_sheet(self) -> bool:
        """True where the words stand in a cell of a sheet, in which no mark is read."""
        return self.at is not None and not self.at.file.endswith(".yaml")


# What checks do not read: the contents repeat the headings, and nobody sees an alternative text beside its picture.
LEFT_OUT = frozenset([Slot.CONTENTS, Slot.ALTERNATIVE])
_KINDS: dict[Slot, str] = {
    Slot.MASTHEAD: "masthead",
    Slot.NAME: "title",
    Slot.SUBTITLE: "title",
    Slot.TITLE: "caption",
    Slot.UNIT: "caption",
    Slot.SOURCE: "caption",
    Slot.HEAD: "cell",
    Slot.CELL: "cell",
    Slot.TOTAL: "cell",
    Slot.NOTE: "note",
    Slot.FOOTNOTE: "note",
}
_ROLES: dict[Slot, str] = {
    Slot.NAME: "title",
    Slot.SUBTITLE: "subtitle",
    Slot.SOURCE: "source",
    Slot.HEAD: "head",
    Slot.CELL: "row",
    Slot.TOTAL: "row",
}


@dataclass(slots=True)
class _Flat:
    """Inlines laid flat while they are walked."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    calls: list[tuple[int, Call]] = field(default_factory=list)
    emphasis: list[tuple[int, int]] = field(default_factory=list)
    strong: list[tuple[int, int]] = field(default_factory=list)
    references: list[tuple[int, int, Reference]] = field(default_factory=list)
    raised: list[tuple[int, int]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def walk(self, inlines: Inlines) -> None:
        for inline in inlines:
            if isinstance(inline, Holder):
                self._holder(inline)
            elif isinstance(inline, Call):
                self.calls.append((self.length, inline))
            else:
                if isinstance(inline, LineBreak):
                    self.breaks.append(self.length)
                text = _CONTROLS.sub("", plain((inline,)))
                self.pieces.append(text)
                self.length += len(text)

    def _holder(self, holder: Holder) -> None:
        if isinstance(holder, Deleted | Between):
            return
        start = self.length
        self.walk(holder.children)
        if isinstance(holder, Emphasis):
            self.emphasis.append((start, self.length))
        elif isinstance(holder, Bold):
            self.strong.append((start, self.length))
        elif isinstance(holder, Superscript):
            self.raised.append((start, self.length))
        elif isinstance(holder, Reference):
            self.references.append((start, self.length, holder))


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Every printed text of `document` in reading order, the notes last."""
    read = (line for line in lines(document) if line.slot not in LEFT_OUT and _speaks(line, document))
    return tuple(_passage(index, line) for index, line in enumerate(read))


def _speaks(line: Line, document: Document) -> bool:
    if line.slot is Slot.MASTHEAD:  # the other lines of page one are made, not written
        return line.row > 0
    # a corrigendum quotes the words at fault, often less than a sentence; what is to be read instead was checked in
    # the corrected data, and the proof holds both against the issued text
    return document.kind != "corrigendum" or line.division in ("front", "notes")


def _passage(index: int, line: Line) -> Passage:
    block = line.block
    flat = _Flat()
    flat.walk(line.said)
    raw = "".join(flat.pieces)
    return Passage(
        index,
        _id(line),
        _KINDS.get(line.slot, "heading" if isinstance(block, Heading) else "paragraph"),
        _ROLES.get(line.slot, line.role),
        _SPACES.sub(" ", raw),
        raw,
        line.division,
        line.scope,
        line.at,
        line.number,
        tuple(flat.calls),
        tuple(flat.emphasis),
        tuple(flat.strong),
        tuple(flat.references),
        tuple(flat.raised),
        tuple(flat.breaks),
        line.language,
        block.depth if isinstance(block, Heading) else 0,
        block.fact if isinstance(block, Paragraph) else "",
        block.expected if isinstance(block, Paragraph) else "",
    )


def _id(line: Line) -> str:
    if line.slot is Slot.SUBTITLE:
        return "subtitle"
    return f"masthead-{line.role}" if line.slot is Slot.MASTHEAD else line.id


def sentences(text: str, ends: str, shortened: re.Pattern[str] | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of `text`.

    `ends` holds the characters that close one. A full stop closes a sentence only before white space followed by
    something other than a small letter or figure, outside brackets, and not after what `shortened` finds: “chap. II”.
    """
    start, brackets = 0, _brackets(text)
    for offset, character in enumerate(text):
        if character not in ends:
            continue
        if character == ".":
            after = text[offset + 1 : offset + 3]
            if after and (not after[0].isspace() or (len(after) > 1 and (after[1].islower() or after[1].isdigit()))):
                continue
            if shortened is not None and shortened.search(text, max(start, offset - _ABBREVIATED), offset):
                continue
        if any(opened < offset < closed for opened, closed in brackets):
            continue
        yield start, offset + 1
        start = offset + 1
    if start < len(text):
        yield start, len(text)


_ABBREVIATED = 12  # characters before a full stop in which an abbreviation begins
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


def _brackets(text: str) -> list[tuple[int, int]]:
    """The bounds of words in brackets: what they hold is part of the sentence around them."""
    return [hit.span() for hit in _BRACKETS.finditer(text)] if "(" in text or "（" in text else []
