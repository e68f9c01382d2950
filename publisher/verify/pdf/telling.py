"""What the tags of a PDF tell.

Blocks in reading order, footnotes and their calls apart, tables, figures.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace

from publisher.model.characters import compared
from publisher.verify.pdf.reading import PdfFile, Piece, unmirrored
from publisher.verify.pdf.tags import Part

BLOCK_ROLES = frozenset(
    ["P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", "LI", "LBody", "Caption", "TOCI", "BlockQuote", "Title"]
)


@dataclass(slots=True)
class Block:
    """A paragraph, heading or cell as tagged.

    A paragraph that runs over a page end is two blocks.
    """

    role: str
    pieces: list[Piece] = field(default_factory=list)
    language: str = ""
    part: Part | None = None

    @property
    def page(self) -> int:
        """Page the block begins on; 0 for an empty block."""
        return self.pieces[0].page if self.pieces else 0

    @property
    def text(self) -> str:
        """The characters of the block in reading order."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def drawn(self) -> str:
        """The characters of the block from left to right."""
        return "".join([piece.drawn for piece in self.pieces])


@dataclass(slots=True)
class DrawnNote:
    """A footnote as tagged: the mark in its label, its body."""

    mark: str
    body: Block

    @property
    def text(self) -> str:
        """The characters of the body."""
        return self.body.text


@dataclass(slots=True)
class DrawnCall:
    """A footnote call as tagged."""

    mark: str
    pieces: list[Piece]
    block: Block


@dataclass(slots=True)
class Telling:
    """What the tags of a file tell: blocks, footnotes, calls, tables."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[DrawnNote] = field(default_factory=list)
    calls: list[DrawnCall] = field(default_factory=list)
    tables: list[Part] = field(default_factory=list)
    figures: list[Part] = field(default_factory=list)
    misspoken: list[tuple[int, str]] = field(default_factory=list)  # page, and what is read out for what is drawn


def read_telling(file: PdfFile, table_notes: frozenset[str] = frozenset()) -> Telling:
    """What `file` tells in the order of its structure tree.

    `table_notes` names notes that are blocks.
    """
    return _Walk(file.marked, file.spoken, table_notes).read(file.tags)


class _Walk:
    """One walk through the structure tree."""

    def __init__(
        self,
        marked: dict[tuple[int, int], list[Piece]],
        spoken: dict[tuple[int, int], str],
        table_notes: frozenset[str],
    ) -> None:
        self.marked, self.spoken, self.table_notes = marked, spoken, table_notes
        self.told = Telling()
        self.block: Block | None = None

    def read(self, tags: Part | None) -> Telling:
        if tags is not None:
            self.part(tags)
        self.told.blocks = [block for block in self.told.blocks if block.pieces]
        return self.told

    def part(self, part: Part) -> None:
        match part.role:
            case "Note" | "FENote" if part.identifier not in self.table_notes:
                self.note(part)
            case "Figure":
                self.told.figures.append(part)
            case "Reference":
                self.call(part)
            case "Table":
                self.told.tables.append(part)
                self.container(part, drop=_repeated_heads(part, self.marked))
            case "LBody" if self.block is not None and self.block.role == "LI":
                self.children(part)  # goes on after the label of the item
            case role if role in BLOCK_ROLES or role == "Note":
                outer, self.block = self.block, self.begin(role, part)
                self.children(part)
                self.block = outer
            case "Span" if part.actual:
                self._block().pieces += self._pieces(part)
            case "Span" | "Link" | "Lbl" | "Em" | "Strong" | "Quote" | "Code" | "NonStruct" | "Annot" | "Private":
                self.children(part)
            case _:
                self.container(part)

    def container(self, part: Part, drop: frozenset[int] = frozenset()) -> None:
        outer, self.block = self.block, None
        for child in part.children:
            if id(child) in drop:
                continue
            if isinstance(child, Part):
                self.part(child)
            else:
                self.add(child)
        self.block = outer

    def children(self, part: Part) -> None:
        for child in part.children:
            if isinstance(child, Part):
                self.part(child)
            else:
                self.add(child)

    def begin(self, role: str, part: Part) -> Block:
        block = Block(role, language=part.language, part=part)
        self.told.blocks.append(block)
        return block

    def add(self, content: tuple[int, int]) -> None:
        if said := self.spoken.get(content):  # no tag says the same
            self.told.misspoken.append((content[0], said))
        self._block().pieces += self.marked.get(content, ())

    def _block(self) -> Block:
        if self.block is None:
            self.block = Block("")
            self.told.blocks.append(self.block)
        return self.block

    def note(self, part: Part) -> None:
        label = next((inner for inner in part.walk() if inner.role == "Lbl"), None)
        mark = self._pieces(label) if label else []
        in_label = set(label.content()) if label else set()
        body = Block("Note", self._pieces(_without(part, in_label)), part.language, part)
        self.told.notes.append(DrawnNote(compared("".join([piece.text for piece in mark])), body))

    def call(self, part: Part) -> None:
        inner = Telling()
        outer_told, self.told = self.told, inner  # a note that hangs inside its call is not part of the mark
        outer, self.block = self._block(), Block("Reference")
        self.children(part)
        mark, self.block, self.told = self.block, outer, outer_told
        outer.pieces += mark.pieces
        self.told.notes += inner.notes
        self.told.misspoken += inner.misspoken
        self.told.calls.append(DrawnCall(compared(mark.text), mark.pieces, outer))

    def _pieces(self, part: Part) -> list[Piece]:
        """What draws `part`; what it says of itself counts where the letters it draws bear it out."""
        pieces: list[Piece] = []
        for child in part.children:
            pieces += self._pieces(child) if isinstance(child, Part) else self.marked.get(child, ())
        if part.actual and pieces:
            otherwise = [said for one in part.content() if (said := self.spoken.get(one, part.actual)) != part.actual]
            self.told.misspoken += [(pieces[0].page, said) for said in otherwise]
            if _borne_out(part.actual, "".join([piece.drawn for piece in pieces])):
                return [replace(pieces[0], text=part.actual, spoken=True)]
            self.told.misspoken.append((pieces[0].page, part.actual))
        return pieces


def _without(part: Part, content: set[tuple[int, int]]) -> Part:
    """`part` without some of its marked content."""
    kept = [_without(child, content) if isinstance(child, Part) else child for child in part.children]
    return replace(part, children=[child for child in kept if isinstance(child, Part) or child not in content])


def _borne_out(actual: str, drawn: str) -> bool:
    """Say whether `drawn` has all letters of `actual`; a glyph of letter and vowel sign may name its letter twice.

    Signs over, under and around letters share their glyphs with others, so that no font can name them all.
    """
    letters, signs = _letters(actual)
    glyphs, _ = _letters(drawn)
    return not letters - glyphs and (glyphs - letters).total() <= signs


def _letters(text: str) -> tuple[Counter[str], int]:
    """Count the letters of `text`, and apart from them the signs that stand over, under or around a letter."""
    signs = unicodedata.normalize("NFKD", unmirrored(compared(text)))
    letters = Counter(sign for sign in signs if unicodedata.category(sign)[0] != "M")
    return letters, len(signs) - letters.total()


def _repeated_heads(table: Part, marked: dict[tuple[int, int], list[Piece]]) -> frozenset[int]:
    """Heads of a table that are drawn again on a later page: WeasyPrint tags them again as content."""

    def said(part: Part) -> str:
        return "".join([piece.text for content in part.content() for piece in marked.get(content, ())])

    heads = [part for part in table.children if isinstance(part, Part) and part.role == "THead"]
    return frozenset(id(head) for head in heads[1:] if said(head) == said(heads[0]))
