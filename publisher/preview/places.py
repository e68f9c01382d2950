"""Where every block of a finished PDF stands, and was written.

The tag tree names the blocks and the marked content that paints them; PDFium says where that is.
"""

from __future__ import annotations

import ctypes
import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, assert_never

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from publisher.model.diagnostic import Position
from publisher.model.inline import Deleted, Inline, Inserted, spelled
from publisher.model.reading import Line, Slot, lines
from publisher.model.resolved import Document, Figure, Heading, Table
from publisher.preview.draft import Box, Page, Piece
from publisher.verify.pdf.tags import Part, read_tags

Marks = dict[tuple[int, int], Box]  # by page and number of the marked content
Boxes = dict[str, list[Box]]
MOST_SEEN = 800  # pages whose content is remembered: two languages of the longest document
_SEEN: OrderedDict[str, dict[int, Box]] = OrderedDict()  # by digest of a page
CELLS = frozenset(["TD", "TH"])
AROUND = frozenset(["Sect", "Document", "StructTreeRoot"])  # what is in them is not theirs


def pages_of(data: bytes) -> tuple[Page, ...]:
    """The pages of a PDF by digests of what is painted on them.

    Operators, pictures, forms. Codes of glyphs are numbers in the whole face, whatever else is in the subset, so they
    stand for themselves.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        return tuple(_page(page) for page in pdf.pages)


def _page(page: pikepdf.Page) -> Page:
    left, bottom, right, top = (float(side) for side in page.mediabox)
    digest = hashlib.sha256(f"{right - left} {top - bottom}".encode())
    contents = page.obj.get("/Contents")
    for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if stream is not None:
            digest.update(stream.read_bytes())
    resources: Any = page.obj.get("/Resources", pikepdf.Dictionary())
    for name, picture in sorted(resources.get("/XObject", pikepdf.Dictionary()).items()):
        digest.update(name.encode() + picture.read_raw_bytes())
    return Page(digest.hexdigest()[:24], right - left, top - bottom)


def pieces_of(data: bytes, pages: Sequence[Page], document: Document, title: Position | None) -> tuple[Piece, ...]:
    """Every text drawn as a piece of its own, with its places.

    In reading order. `pages` are those of the PDF; `title` is where its title was written.
    """
    boxes = boxes_of(data, pages)
    figures = [line.id for line in lines(document) if isinstance(line.block, Figure) and line.slot is Slot.TITLE]
    for place, name in enumerate(figures, 1):
        boxes.setdefault(name, []).extend(boxes.get(f"figure {place}", ()))
    pieces = (_piece(replace(line, at=title) if line.slot is Slot.NAME else line, boxes) for line in lines(document))
    return tuple(piece for piece in pieces if piece is not None)


def changes_of(data: bytes, pages: Sequence[Page], redline: Document) -> tuple[Box, ...]:
    """Where each changed line of a redline begins, in reading order."""
    boxes = boxes_of(data, pages)
    changed = (line for line in lines(redline) if line.change or any(map(_marked, line.parts())))
    pieces = (_piece(line, boxes) for line in changed)
    return tuple(piece.boxes[0] for piece in pieces if piece is not None and piece.boxes)


def _marked(part: Inline) -> bool:
    return isinstance(part, Inserted | Deleted)


def boxes_of(data: bytes, pages: Sequence[Page]) -> Boxes:
    """Where each block is drawn: a box on each page it takes part of.

    By the identifier of the block. Cells are called after their table, `budget-r2c1`, head rows counted; `title` is
    the title of the document, `figure 1` its first figure.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        tags = read_tags(pdf)
    if tags is None:
        return {}
    marks = _marks(data, pages)
    found: dict[str, list[Box]] = {}
    for name, content in (*_named(tags, ""), *_figures(tags)):
        found.setdefault(name, []).extend(marks[mark] for mark in content if mark in marks)
    return {name: _joined(boxes) for name, boxes in found.items() if boxes}


def _named(part: Part, block: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The identifier of each part that has one, with the content that is its own and not a named part's under it."""
    name = part.identifier or ("title" if part.role == "H1" and not block else "")
    if part.role == "Table":
        yield from _cells(part, block)
        return
    own = (name or block) if part.role not in AROUND else ""
    content: list[tuple[int, int]] = []
    for child in part.children:
        if isinstance(child, Part):
            yield from _named(child, own)
        else:
            content.append(child)
    if own and content:
        yield own, content


def _figures(tags: Part) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The pictures of body and annexes; those of page one stand in no division."""
    divisions = (part for part in tags.walk() if part.role == "Sect" and part.identifier)
    pictures = (part for division in divisions for part in division.walk() if part.role == "Figure")
    for number, picture in enumerate(pictures, 1):
        yield f"figure {number}", list(picture.content())


def _cells(part: Part, table: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    for row, line in enumerate((one for one in part.walk() if one.role == "TR"), 1):
        cells = [child for child in line.children if isinstance(child, Part) and child.role in CELLS]
        for column, cell in enumerate(cells, 1):
            yield f"{table}-r{row}c{column}", list(cell.content())
            for inner in cell.walk():
                if inner is not cell and inner.identifier:
                    yield inner.identifier, list(inner.content())


def _marks(data: bytes, pages: Sequence[Page]) -> Marks:
    """Where each piece of marked content is painted; of pages that were seen before, it is known."""
    marks: Marks = {}
    unseen = [page.digest for page in pages if page.digest not in _SEEN]
    document = pypdfium2.PdfDocument(data) if unseen else None
    try:
        for number, page in enumerate(pages, 1):
            if page.digest not in _SEEN and document is not None:
                _SEEN[page.digest] = _painted(document, number - 1)
            _SEEN.move_to_end(page.digest)
            marks.update({(number, mark): (number, *box[1:]) for mark, box in _SEEN[page.digest].items()})
    finally:
        if document is not None:
            document.close()
    while len(_SEEN) > max(MOST_SEEN, len(pages)):
        _SEEN.popitem(last=False)
    return marks


def _painted(document: Any, place: int) -> dict[int, Box]:
    """The bounds of what is painted on a page, by number of the marked content."""
    page = document[place]
    height = page.get_height()
    bounds = [ctypes.c_float() for _ in range(4)]
    places = [ctypes.byref(bound) for bound in bounds]
    found: dict[int, Box] = {}
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        painted = pdfium.FPDFPage_GetObject(page, number)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(painted)
        if mark < 0 or not pdfium.FPDFPageObj_GetBounds(painted, *places):
            continue
        left, bottom, right, top = (bound.value for bound in bounds)
        if right > left and top > bottom:
            box = (0, left, height - top, right - left, top - bottom)
            found[mark] = _united(found[mark], box) if mark in found else box
    page.close()
    return found


def _united(one: Box, other: Box) -> Box:
    left, top = min(one[1], other[1]), min(one[2], other[2])
    right = max(one[1] + one[3], other[1] + other[3])
    bottom = max(one[2] + one[4], other[2] + other[4])
    return one[0], left, top, right - left, bottom - top


def _joined(boxes: list[Box]) -> list[Box]:
    """The boxes of a block as one for each page."""
    pages: dict[int, Box] = {}
    for box in boxes:
        pages[box[0]] = _united(pages[box[0]], box) if box[0] in pages else box
    return [tuple(round(value, 1) if place else value for place, value in enumerate(box)) for box in pages.values()]  # type: ignore[misc]


def _piece(line: Line, boxes: Boxes) -> Piece | None:
    """The piece a line is, None where it is part of another or of what the program writes around the text."""
    text = spelled(line.said, lambda call: call.mark)
    match line.slot:
        case Slot.NAME:
            return _of(line, "title", text, boxes.get("title", ())) if line.row == 1 else None
        case Slot.TEXT:
            own = (*boxes.get(f"{line.id}-label", ()), *boxes.get(line.id, ()))
            number = f"{line.number.printed} " if line.number else ""
            piece = _of(
                line, f"heading {line.role}" if isinstance(line.block, Heading) else line.role, number + text, own
            )
            depth = line.block.depth if isinstance(line.block, Heading) else 0
            return replace(piece, depth=depth, fact=getattr(line.block, "fact", ""))
        case Slot.TITLE:
            named = [box for name, found in boxes.items() if _belongs(name, line.id) for box in found]
            return _of(line, line.role, f"{line.label} {text}".strip(), _joined(named))
        case Slot.HEAD | Slot.CELL | Slot.TOTAL:
            return _cell(line, text, boxes)
        case Slot.NOTE | Slot.FOOTNOTE:
            name = f"note-{line.id}"
            return replace(_of(line, "note", f"{line.label} {text}", boxes.get(name, ())), id=name)
        case Slot.LABEL | Slot.UNIT | Slot.SOURCE | Slot.ALTERNATIVE | Slot.MASTHEAD | Slot.SUBTITLE | Slot.CONTENTS:
            return None
        case _:
            assert_never(line.slot)


def _belongs(name: str, block: str) -> bool:
    """Tell whether boxes called `name` are those of a block, or of a cell of it."""
    return name == block or re.fullmatch(re.escape(block) + r"-r\d+c\d+", name) is not None


def _cell(line: Line, text: str, boxes: Boxes) -> Piece | None:
    if not isinstance(line.block, Table):
        return None
    above = 0 if line.slot is Slot.HEAD else len(line.block.head)
    name = f"{line.id}-r{above + line.row}c{line.column}"
    role = {Slot.HEAD: "head", Slot.CELL: "cell"}.get(line.slot, "total")
    piece = _of(line, role, text, boxes.get(name, ()))
    row = -1 if line.slot is Slot.HEAD else line.row - 1
    return replace(piece, id=name, table=line.id, table_at=line.block.at, row=row, column=line.column - 1)


def _of(line: Line, role: str, text: str, boxes: Sequence[Box]) -> Piece:
    return Piece(line.id, role, text, tuple(boxes), line.at)
