"""The one reading of a resolved document: where text can stand.

In the order a reader meets it. Whoever looks for words, calls or references takes them from here; a kind of block is
told once, in `_of_block`, and changed once, in `with_texts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, takewhile
from typing import TypeVar, assert_never

from publisher.model.diagnostic import Position
from publisher.model.inline import Call, Deleted, Inline, Inlines, Reference, Text, children
from publisher.model.resolved import (
    Block,
    Cell,
    Change,
    Document,
    EndRule,
    Figure,
    Heading,
    Note,
    Number,
    Paragraph,
    Region,
    Table,
)  # fmt: skip

B = TypeVar("B", bound=Block)
SUMMARY = "summary"  # names the region of a summary that holds more than paragraphs


class Slot(StrEnum):
    """A place where text can stand."""

    # of a block
    LABEL = "label"  # words before a paragraph's own: “President:”
    TEXT = "text"  # of a heading or paragraph
    TITLE = "title"  # of a table or figure, its label (“Table 3”) in `Line.label`
    UNIT = "unit"  # of the figures of a table
    HEAD = "head"
    CELL = "cell"
    TOTAL = "total"
    NOTE = "note"  # under a table
    SOURCE = "source"
    ALTERNATIVE = "alternative"  # what a figure shows, for those who cannot see it: in the file, not on the page
    # of the document
    MASTHEAD = "masthead"
    NAME = "name"  # the title of the document
    SUBTITLE = "subtitle"
    CONTENTS = "contents"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a document: place, words, number, change.

    `role` is the paragraph's role, the heading's kind, the series of a note, the name of a masthead line, “heading”,
    “page” or “entry” in the contents; `lead` the words of slot LABEL before the text, `label` what the program prints
    before it; `row` and `column` count from 1 within the slot. `scope` is the heading of the decision the line stands
    in, else its division; `division` is “front” before the first and “notes” for footnotes.
    """

    id: str
    slot: Slot
    inlines: Inlines
    role: str = ""
    lead: Inlines = ()
    label: str = ""
    number: Number | None = None
    language: str | None = None
    direction: str = ""
    row: int = 0
    column: int = 0
    change: Change = ""
    at: Position | None = None
    block: Block | None = None  # the block it belongs to
    note: Note | None = None  # the note it is the text of
    division: str = "front"
    scope: str = "front"

    @property
    def said(self) -> Inlines:
        """The words of slot LABEL and the text as they follow each other."""
        return (*self.lead, Text(" "), *self.inlines) if self.lead else self.inlines

    def parts(self, deleted: bool = True) -> Iterator[Inline]:
        """Every inline part of the line in reading order.

        Those in struck words only if `deleted`.
        """
        for inline in (*self.lead, *self.inlines):
            yield from _parts(inline, deleted)

    def calls(self, deleted: bool = True) -> tuple[Call, ...]:
        """The footnotes called in the line, in order."""
        return tuple(part for part in self.parts(deleted) if isinstance(part, Call))

    def references(self, deleted: bool = True) -> tuple[Reference, ...]:
        """The cross-references of the line, in order."""
        return tuple(part for part in self.parts(deleted) if isinstance(part, Reference))


def _parts(inline: Inline, deleted: bool) -> Iterator[Inline]:
    if deleted or not isinstance(inline, Deleted):
        yield inline
        for inner in children(inline):
            yield from _parts(inner, deleted)


def lines(document: Document) -> Iterator[Line]:
    """Every text of `document` in reading order, footnotes last.

    Page one, title, contents, blocks.
    """
    yield from _masthead(document)
    yield from (Line("title", Slot.NAME, text, row=row) for row, text in enumerate(document.title, 1))
    for row, text in enumerate(document.subtitle, 1):
        yield Line(f"subtitle-{row}", Slot.SUBTITLE, text, row=row)
    body = list(_blocks(document))
    boxed = len(list(takewhile(lambda line: line.block is not None and is_on_page_one(line.block), body)))
    summary = len(list(takewhile(lambda line: line.block is not None and is_summary(line.block), body)))
    # before the contents, or on a page of its own after them
    opening = boxed or (0 if document.summary_apart else summary)
    yield from body[:opening]
    yield from _contents(document)
    yield from body[opening:]
    yield from (_note(note, Slot.FOOTNOTE, None, "notes", "notes") for note in document.notes)


def is_summary(block: Block) -> bool:
    """Tell whether a block is the head or a part of a summary."""
    heads = isinstance(block, Heading) and block.kind == "summary"
    says = isinstance(block, Paragraph) and block.role == "summary"
    return heads or says or any(region.id == SUMMARY for region in block.within)


def is_on_page_one(block: Block) -> bool:
    """Tell whether a block says who presided, or stands in the box at the foot of page one."""
    return _is_seat(block) or any(region.foot for region in block.within)


def _is_seat(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "led"


def apart(blocks: Sequence[Block], depth: int = 0) -> Iterator[tuple[Region | None, list[Block]]]:
    """`blocks` in runs by the region they stand in `depth` degrees deep."""
    for region, run in groupby(blocks, lambda block: block.within[depth] if len(block.within) > depth else None):
        yield region, list(run)


def is_wide(region: Region, blocks: Sequence[Block]) -> bool:
    """Tell whether a box reaches from margin to margin, not only over the column of text.

    That of a summary does, that at the foot of page one, and one around a table that has to.
    """
    return region.id == SUMMARY or region.foot or any(isinstance(one, Table) and one.reach == "full" for one in blocks)


def texts(block: Block) -> Iterator[tuple[Slot, Inlines]]:
    """Every text of `block` and the slot it stands in, in reading order.

    Empty slots of one text included.
    """
    for line in _of_block(block):
        if isinstance(block, Paragraph):
            yield Slot.LABEL, line.lead
        yield line.slot, line.inlines


def with_texts(block: B, change: Callable[[Inlines], Inlines]) -> B:
    """`block` with `change` applied to each text, in `texts`' order."""
    match block:
        case Heading():
            return replace(block, text=change(block.text))
        case Paragraph():
            return replace(block, label=change(block.label), text=change(block.text))
        case Table():
            return replace(
                block,
                title=change(block.title),
                unit=change(block.unit),
                head=tuple(_cells(row, change) for row in block.head),
                rows=tuple(replace(row, cells=_cells(row.cells, change)) for row in block.rows),
                notes=tuple(replace(note, text=change(note.text)) for note in block.notes),
                source=change(block.source),
            )
        case Figure():
            title, source = change(block.title), change(block.source)
            return replace(block, title=title, source=source, alternative=change(block.alternative))
        case EndRule():
            return block
        case _:
            assert_never(block)


def _cells(row: tuple[Cell, ...], change: Callable[[Inlines], Inlines]) -> tuple[Cell, ...]:
    return tuple(replace(cell, text=change(cell.text)) for cell in row)


def _masthead(document: Document) -> Iterator[Line]:
    """The lines of page one above the title, in the order a reader meets them."""
    head = document.masthead
    symbol = head.symbol_organ + head.symbol_rest + head.asterisks
    made = [
        ("organization", head.organization), ("symbol", symbol), ("emblem-words", head.emblem_words),
        ("programme", head.programme), ("distribution", head.distribution), ("date", head.date),
        ("language", head.language), ("original", head.original),
    ]  # fmt: skip
    for name, words in made:
        if words:
            yield Line(f"masthead-{name}", Slot.MASTHEAD, (Text(words),), name)
    for row, line in enumerate(head.lines, 1):
        yield Line(f"masthead-line-{row}", Slot.MASTHEAD, line.text, line.role, row=row)


def _contents(document: Document) -> Iterator[Line]:
    if not document.contents:
        return
    change = change_of_contents(document)
    yield Line("contents", Slot.CONTENTS, (Text(document.contents_heading),), "heading", change=change)
    if document.contents_page_label:
        chapter, page = document.contents_chapter_label, (Text(document.contents_page_label),)
        yield Line("contents-page", Slot.CONTENTS, page, "page", label=chapter, change=change)
    for row, entry in enumerate(document.contents, 1):
        yield Line(entry.target, Slot.CONTENTS, entry.text, "entry", label=entry.number, row=row, change=entry.change)


def change_of_contents(document: Document) -> Change:
    """What a redline says of the contents as a whole.

    “inserted” or “deleted” where all entries are.
    """
    first = document.contents[0].change if document.contents else ""
    return first if all(entry.change == first for entry in document.contents) else ""


def _blocks(document: Document) -> Iterator[Line]:
    for division in document.divisions:
        scope = division.id
        for block in division.blocks:
            if isinstance(block, Heading) and block.kind != "attached":
                scope = block.id if block.kind == "decision" else division.id
            yield from _of_block(block, division.id, scope)


def _of_block(block: Block, division: str = "", scope: str = "") -> Iterator[Line]:
    """The texts of `block`: the only place that says what a kind of block holds."""
    match block:
        case Heading():
            yield Line(
                block.id, Slot.TEXT, block.text, block.kind, number=block.number, change=block.change, at=block.at,
                block=block, division=division, scope=scope,
            )  # fmt: skip
        case Paragraph():
            yield Line(
                block.id, Slot.TEXT, block.text, block.role, block.label, number=block.number, language=block.language,
                change=block.change, at=block.at, block=block, division=division, scope=scope,
            )  # fmt: skip
        case Table():
            yield from _of_table(block, division, scope)
        case Figure():
            for slot, text in (
                (Slot.TITLE, block.title), (Slot.SOURCE, block.source), (Slot.ALTERNATIVE, block.alternative)
            ):  # fmt: skip
                label = (block.label or "") if slot is Slot.TITLE else ""
                yield Line(
                    block.id, slot, text, "figure", label=label, change=block.change, at=block.at, block=block,
                    division=division, scope=scope,
                )  # fmt: skip
        case EndRule():
            pass
        case _:
            assert_never(block)


def _of_table(table: Table, division: str, scope: str) -> Iterator[Line]:
    def line(slot: Slot, text: Inlines, label: str = "") -> Line:
        return Line(
            table.id, slot, text, "table", label=label, change=table.change, at=table.at, block=table,
            division=division, scope=scope,
        )  # fmt: skip

    def row_of(slot: Slot, row: int, cells: tuple[Cell, ...], change: Change = "") -> Iterator[Line]:
        for column, cell in enumerate(cells, 1):
            yield replace(
                line(slot, cell.text), row=row, column=column, change=change or table.change,
                language=cell.language or None, direction=cell.direction, at=cell.at or table.at,
            )  # fmt: skip

    yield line(Slot.TITLE, table.title, table.label or "")
    yield line(Slot.UNIT, table.unit)
    for place, cells in enumerate(table.head, 1):
        yield from row_of(Slot.HEAD, place, cells)
    for place, row in enumerate(table.rows, 1):
        yield from row_of(Slot.TOTAL if row.kind == "total" else Slot.CELL, place, row.cells, row.change)
    for note in table.notes:
        yield _note(note, Slot.NOTE, table, division, scope)
    yield line(Slot.SOURCE, table.source)


def _note(note: Note, slot: Slot, table: Table | None, division: str, scope: str) -> Line:
    change = note.change or (table.change if table else "")
    return Line(
        note.id, slot, note.text, note.series, label=note.mark, change=change, at=note.at, block=table, note=note,
        division=division, scope=scope,
    )  # fmt: skip
