"""Where every block of a finished PDF stands on its pages, and where its words were written.

The tag tree names the blocks and the marked content that paints them; PDFium says where that is.
"""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, assert_never

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from publisher.model.document import Document as Written
from publisher.model.resolved import Block, Cell, Document, EndRule, Figure, Heading, Note, Paragraph, Table
from publisher.model.story import unmarked, written
from publisher.preview.draft import Box, Page, Piece
from publisher.verify.pdf.tags import Part, read_tags

Marks = dict[tuple[int, int], Box]  # by page and number of the marked content
Boxes = dict[str, list[Box]]
CELLS = frozenset(["TD", "TH"])
AROUND = frozenset(["Sect", "Document", "StructTreeRoot"])  # what is in them is not theirs


def pages_of(data: bytes) -> tuple[Page, ...]:
    """The pages of a PDF by digests of what is painted on them: operators, pictures, forms.

    Codes of glyphs are numbers in the whole face, whatever else is in the subset, so they stand for themselves.
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


def pieces_of(data: bytes, document: Document, source: Written) -> tuple[Piece, ...]:
    """Every block, note, cell and title of `document` with its places in the PDF `data`, in reading order."""
    boxes = boxes_of(data)
    return tuple(
        piece for piece in (*_opening(document, source, boxes), *_blocks(document, boxes), *_notes(document, boxes))
    )


def boxes_of(data: bytes) -> Boxes:
    """By the identifier of a block, where it is drawn: a box on each page it takes part of.

    Cells are called after their table, `budget-r2c1`, head rows counted; `title` is the title of the document,
    `figure 1` its first figure.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        tags = read_tags(pdf)
    if tags is None:
        return {}
    marks = _marks(data)
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


def _marks(data: bytes) -> Marks:
    """Where each piece of marked content is painted."""
    marks: Marks = {}
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            for mark, box in _painted(page, number + 1):
                before = marks.get((number + 1, mark))
                marks[number + 1, mark] = _united(before, box) if before else box
            page.close()
    finally:
        document.close()
    return marks


def _painted(page: Any, number: int) -> Iterator[tuple[int, Box]]:
    height = page.get_height()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for place in range(pdfium.FPDFPage_CountObjects(page)):
        painted = pdfium.FPDFPage_GetObject(page, place)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(painted)
        if mark < 0:
            continue
        bounded = pdfium.FPDFPageObj_GetBounds(painted, *map(ctypes.byref, (left, bottom, right, top)))
        wide, high = right.value - left.value, top.value - bottom.value
        if bounded and wide > 0 and high > 0:
            yield mark, (number, left.value, height - top.value, wide, high)


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


def _opening(document: Document, source: Written, boxes: Boxes) -> Iterator[Piece]:
    title = " ".join(_said(line) for line in document.title)
    if title:
        words = source.words.title
        first = words[0] if isinstance(words, list | tuple) else words
        yield Piece("title", "title", title, tuple(boxes.get("title", ())), getattr(first, "at", None))


def _blocks(document: Document, boxes: Boxes) -> Iterator[Piece]:
    figures = [block for division in document.divisions for block in division.blocks if isinstance(block, Figure)]
    boxes = {**boxes, **{figure.id: boxes.get(f"figure {place}", []) for place, figure in enumerate(figures, 1)}}
    for division in document.divisions:
        for block in division.blocks:
            yield from _block(block, boxes)


def _block(block: Block, boxes: Boxes) -> Iterator[Piece]:
    match block:
        case Heading():
            label = block.number.printed + " " if block.number else ""
            own = (*boxes.get(f"{block.id}-label", ()), *boxes.get(block.id, ()))
            yield Piece(block.id, f"heading {block.kind}", label + _said(block.text), own, block.at, depth=block.depth)
        case Paragraph():
            label = f"{block.number.printed} " if block.number else _said(block.label)
            own = tuple(boxes.get(block.id, ()))
            yield Piece(block.id, block.role, label + _said(block.text), own, block.at, block.fact)
        case Table():
            yield from _table(block, boxes)
        case Figure():
            yield Piece(block.id, "figure", _said(block.title), tuple(boxes.get(block.id, ())), block.at)
        case EndRule():
            pass
        case _:
            assert_never(block)


def _table(block: Table, boxes: Boxes) -> Iterator[Piece]:
    own = [
        box for name, found in boxes.items() if name == block.id or name.startswith(f"{block.id}-r") for box in found
    ]
    yield Piece(block.id, "table", _said(block.title), tuple(_joined(own)), block.at)
    rows: list[tuple[Cell, ...]] = [*block.head, *block.rows, *((block.total,) if block.total else ())]
    head = len(block.head)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            name = f"{block.id}-r{row + 1}c{column + 1}"
            role = "head" if row < head else "total" if row >= head + len(block.rows) else "cell"
            yield Piece(
                name, role, _said(cell.text), tuple(boxes.get(name, ())), block.at,
                table=block.id, row=row - head, column=column,
            )  # fmt: skip
    for note in block.notes:
        yield _note(note, boxes)


def _notes(document: Document, boxes: Boxes) -> Iterator[Piece]:
    for note in document.notes:
        yield _note(note, boxes)


def _note(note: Note, boxes: Boxes) -> Piece:
    own = tuple(boxes.get(f"note-{note.id}", ()))
    return Piece(f"note-{note.id}", "note", f"{note.mark} {_said(note.text)}", own, note.at)


def _said(inlines: Any) -> str:
    return unmarked(written(inlines))
