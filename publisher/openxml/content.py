"""What a Word package holds, as values; nothing flattened.

Paragraphs of runs, tables of cells, notes, pictures, heads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from publisher.openxml.package import Element

NoteKind = Literal["footnote", "endnote"]
PictureKind = Literal["picture", "chart", "drawing", "object"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks, styles and direct formatting taken together."""

    bold: bool = False
    italic: bool = False
    position: Literal["", "superscript", "subscript"] = ""
    hidden: bool = False
    size: int = 0  # half-points; 0 where neither run nor styles say


@dataclass(slots=True)
class Run:
    """Characters of one look, their address, the field they result from.

    Tab and line break are characters.
    """

    text: str
    look: Look
    element: Element
    link: str = ""
    field: str = ""


@dataclass(slots=True)
class NoteCall:
    """A call of the note `id`.

    `mark` as Word prints it, `custom` where it is typed.
    """

    kind: NoteKind
    id: str
    mark: str
    custom: bool
    element: Element


@dataclass(slots=True)
class Picture:
    """A picture, chart, drawing or embedded object.

    Size in points, `boxes` the stories of its text boxes.
    """

    kind: PictureKind
    part: str
    alternative: str
    width: float
    height: float
    element: Element
    boxes: list[list[Block]] = field(default_factory=list)


Piece = Run | NoteCall | Picture


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its number as Word counts it, or None.

    Lengths in twips.
    """

    element: Element
    style: str
    number: str | None
    level: int
    pieces: list[Piece]
    section: int
    align: str = ""
    left: int = 0
    first: int = 0
    framed: bool = False

    @property
    def text(self) -> str:
        """The characters of its runs; calls and pictures left out."""
        return "".join([piece.text for piece in self.pieces if isinstance(piece, Run)])

    @property
    def runs(self) -> Iterator[Run]:
        """The runs alone."""
        return (piece for piece in self.pieces if isinstance(piece, Run))


@dataclass(slots=True)
class Cell:
    """A cell: what stands in it, its columns, its merge with that above."""

    element: Element
    blocks: list[Block]
    column: int
    span: int
    merged: Literal["", "begins", "goes on"]
    rules: frozenset[str] = frozenset()  # sides that carry a rule of their own: top, bottom

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its paragraphs, those of tables inside it included."""
        return list(paragraphs_in(self.blocks))

    @property
    def text(self) -> str:
        """Its characters, paragraphs on lines of their own."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])


@dataclass(slots=True)
class Row:
    """A row of a table; `head` where Word repeats it over pages."""

    element: Element
    cells: list[Cell]
    head: bool


@dataclass(slots=True)
class Table:
    """A table; `floating` where text runs around it.

    `widths` of the grid in twips.
    """

    element: Element
    rows: list[Row]
    widths: tuple[int, ...]
    section: int
    floating: bool = False


Block = Paragraph | Table


@dataclass(slots=True)
class Note:
    """A footnote or endnote: what stands in it, its own mark left out."""

    kind: NoteKind
    id: str
    blocks: list[Block]
    element: Element

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its paragraphs, those of its tables and text boxes included."""
        return list(_with_boxes(self.blocks))


@dataclass(slots=True)
class Comment:
    """A comment: who left it, when, what it says, the words it is on."""

    author: str
    date: str
    text: str
    on: str
    element: Element


@dataclass(slots=True)
class Change:
    """A tracked change: who, when, what was put in, struck or set."""

    kind: Literal["inserted", "deleted", "moved", "formatted"]
    author: str
    date: str
    text: str
    element: Element


@dataclass(slots=True)
class Section:
    """A section: whether its pages lie across, its columns."""

    landscape: bool
    columns: int


@dataclass(slots=True)
class Content:
    """Everything a package holds under one view of its tracked changes.

    `heads` by section, place and page.
    """

    body: list[Block]
    notes: dict[tuple[NoteKind, str], Note]
    heads: dict[tuple[int, Literal["header", "footer"], str], list[Block]]
    sections: list[Section]
    comments: list[Comment]
    changes: list[Change]
    variables: dict[str, str]
    unknown_formats: set[str]
    instructions: list[Element]  # runs whose words are part of the instruction of a field


def paragraphs_in(blocks: list[Block]) -> Iterator[Paragraph]:
    """The paragraphs of `blocks` in reading order, those of cells included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_in(cell.blocks)


def _with_boxes(blocks: list[Block]) -> Iterator[Paragraph]:
    for paragraph in paragraphs_in(blocks):
        yield paragraph
        for piece in paragraph.pieces:
            if isinstance(piece, Picture):
                for box in piece.boxes:
                    yield from _with_boxes(box)


def cells_in(blocks: list[Block]) -> Iterator[Cell]:
    """The cells of the tables in `blocks`, at any depth."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield cell
                    yield from cells_in(cell.blocks)


def hidden_words(content: Content) -> Iterator[str]:
    """The words of the body that are hidden, run by run."""
    for paragraph in paragraphs_in(content.body):
        yield from (run.text.strip() for run in paragraph.runs if run.look.hidden and run.text.strip())
