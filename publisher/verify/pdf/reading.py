"""A PDF read back from its tags: blocks in reading order, notes apart, calls, and what stands outside the tags."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf
from bidi import get_display

from publisher.model.story import compared
from publisher.verify.pdf.content import Matrix, Run, read_content
from publisher.verify.pdf.fonts import Font, read_font
from publisher.verify.pdf.tags import Part, read_tags

BLOCK_ROLES = frozenset(
    ["P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", "LI", "LBody", "Caption", "TOCI", "BlockQuote", "Title"]
)
_OTHER_LETTERS = re.compile("[A-Za-z\u0400-\u04ff\u3400-\u9fff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Piece:
    """What one piece of marked content draws on one line, its characters in the order they are read."""

    page: int
    text: str
    left: float
    right: float
    y: float  # base line, points from the foot of the page
    size: float
    drawn: str  # the characters from left to right
    upright: bool = True


@dataclass(slots=True)
class Block:
    """A paragraph, heading or cell as tagged; a paragraph that runs over a page end is two blocks."""

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
class Sheet:
    """A page: its number from 1, width and height in points."""

    number: int
    width: float
    height: float

    @property
    def wide(self) -> bool:
        """Whether the page is turned."""
        return self.width > self.height


class PdfFile:
    """A finished PDF, opened once; parts are read when first asked for."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.fonts: dict[tuple[int, int], Font] = {}
        self.sheets: list[Sheet] = []
        self.runs: list[Run] = []
        for number, page in enumerate(self.pdf.pages, 1):
            left, bottom, right, top = (float(side) for side in page.mediabox)
            self.sheets.append(Sheet(number, right - left, top - bottom))
            self.runs += self._content(page.obj, number)
        self.tags = read_tags(self.pdf)

    def _content(self, page: Any, number: int) -> list[Run]:
        contents = page.get("/Contents")
        if contents is None:
            return []
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        data = b"\n".join([stream.read_bytes() for stream in streams])
        fonts, forms = self._resources(page.get("/Resources"), number)
        return read_content(data, number, fonts, forms)

    def _resources(self, resources: Any, page: int) -> tuple[dict[str, Font], Callable[[str], Any]]:
        fonts: dict[str, Font] = {}
        for name, font in (resources.get("/Font", {}) if resources is not None else {}).items():
            if font.objgen not in self.fonts:
                self.fonts[font.objgen] = read_font(font)
            fonts[name[1:]] = self.fonts[font.objgen]

        def form(name: str) -> Any:
            found = resources.get("/XObject", {}).get(f"/{name}")
            if found is None or found.get("/Subtype") != "/Form" or b"Tf" not in (data := found.read_bytes()):
                return None
            matrix = tuple(float(value) for value in found.get("/Matrix", _IDENTITY))
            return data, *self._resources(found.get("/Resources", resources), page)[:1], matrix, form

        return fonts, form

    @cached_property
    def marked(self) -> dict[tuple[int, int], list[Piece]]:
        """Marked content by page and MCID, as pieces in logical order, one for each line it stands on."""
        gathered: dict[tuple[int, int], list[Run]] = defaultdict(list)
        for run in self.runs:
            if run.mcid is not None and not run.artifact:
                gathered[run.page, run.mcid].append(run)
        return {key: list(_pieces(runs, self.right_to_left)) for key, runs in gathered.items()}

    @cached_property
    def right_to_left(self) -> bool:
        """Whether most letters of the file belong to scripts written from right to left."""
        text = "".join([run.text for run in self.runs])
        return not text.isascii() and len(_RIGHT_TO_LEFT.findall(text)) > len(_OTHER_LETTERS.findall(text))

    @cached_property
    def tagged(self) -> frozenset[tuple[int, int]]:
        """Page and MCID of all content the structure tree names."""
        return frozenset(self.tags.content()) if self.tags else frozenset()

    @cached_property
    def furniture(self) -> dict[int, list[Piece]]:
        """What is drawn outside the structure tree, by page: running heads and page numbers."""
        outside: dict[int, list[Run]] = defaultdict(list)
        for run in self.runs:
            if run.artifact or run.mcid is None or (run.page, run.mcid) not in self.tagged:
                outside[run.page].append(run)
        return {page: list(_pieces(runs, False)) for page, runs in outside.items()}

    def telling(self, table_notes: frozenset[str] = frozenset()) -> Telling:
        """Blocks, notes and calls in the order of the structure tree; `table_notes` names notes that are blocks."""
        return _Walk(self.marked, table_notes).read(self.tags)


@dataclass(slots=True)
class Telling:
    """What the tags of a file tell: blocks in reading order, footnotes, calls, tables."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[DrawnNote] = field(default_factory=list)
    calls: list[DrawnCall] = field(default_factory=list)
    tables: list[Part] = field(default_factory=list)
    figures: list[Part] = field(default_factory=list)


class _Walk:
    """One walk through the structure tree."""

    def __init__(self, marked: dict[tuple[int, int], list[Piece]], table_notes: frozenset[str]) -> None:
        self.marked, self.table_notes = marked, table_notes
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
            case role if role in BLOCK_ROLES or role == "Note":
                outer, self.block = self.block, self.begin(role, part)
                self.children(part)
                self.block = outer
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
        if self.block is None:
            self.block = Block("")
            self.told.blocks.append(self.block)
        self.block.pieces += self.marked.get(content, ())

    def note(self, part: Part) -> None:
        label = next((inner for inner in part.walk() if inner.role == "Lbl"), None)
        mark = self._pieces(label) if label else []
        in_label = {id(piece) for piece in mark}
        body = Block("Note", [piece for piece in self._pieces(part) if id(piece) not in in_label], part.language, part)
        self.told.notes.append(DrawnNote(compared("".join([piece.text for piece in mark])), body))

    def call(self, part: Part) -> None:
        if self.block is None:
            self.block = Block("")
            self.told.blocks.append(self.block)
        inner = Telling()
        outer_told, self.told = self.told, inner  # a note that hangs inside its call is not part of the mark
        outer, self.block = self.block, Block("Reference")
        self.children(part)
        mark, self.block, self.told = self.block, outer, outer_told
        outer.pieces += mark.pieces
        self.told.notes += inner.notes
        self.told.calls.append(DrawnCall(compared(mark.text), mark.pieces, outer))

    def _pieces(self, part: Part) -> list[Piece]:
        return [piece for content in part.content() for piece in self.marked.get(content, ())]


def _pieces(runs: list[Run], right_to_left: bool) -> Iterator[Piece]:
    """Put runs of one marked content together by base line and turn what was drawn right to left."""
    first = runs[0]
    line: list[Run] = []
    for run in runs:
        if line and (abs(run.y - first.y) > 0.1 or run.upright != first.upright):
            yield _piece(line, right_to_left)
            line = []
        if not line:
            first = run
        line.append(run)
    yield _piece(line, right_to_left)


def _piece(line: list[Run], right_to_left: bool) -> Piece:
    drawn = text = "".join([run.text for run in line])
    if right_to_left or (not drawn.isascii() and _RIGHT_TO_LEFT.search(drawn)):
        text = get_display(drawn, base_dir="R")  # the order of drawing is the inverse of the order of reading
    last = max(line, key=lambda run: run.x + run.width)
    return Piece(
        line[0].page, text, min([run.x for run in line]), last.x + last.width, line[0].y,
        max([run.size for run in line]), drawn, line[0].upright,
    )  # fmt: skip


def _repeated_heads(table: Part, marked: dict[tuple[int, int], list[Piece]]) -> frozenset[int]:
    """Heads of a table that are drawn again on a later page: WeasyPrint tags them again as content."""

    def said(part: Part) -> str:
        return "".join([piece.text for content in part.content() for piece in marked.get(content, ())])

    heads = [part for part in table.children if isinstance(part, Part) and part.role == "THead"]
    return frozenset(id(head) for head in heads[1:] if said(head) == said(heads[0]))
