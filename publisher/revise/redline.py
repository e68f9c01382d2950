"""One document that shows the way from an edition to another.

Drawn by the same writers as any document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TypeVar, assert_never

from publisher.model.finished import finished
from publisher.model.inline import Call, Deleted, Inlines, Inserted
from publisher.model.reading import Slot, lines, texts, with_texts
from publisher.model.resolved import (
    Block,
    Cell,
    Change,
    ContentsEntry,
    Division,
    Document,
    EndRule,
    Figure,
    Heading,
    Note,
    Paragraph,
    Region,
    Row,
    Table,
)
from publisher.revise.inline_difference import difference, struck
from publisher.revise.pairing import in_order, number_of, paired_blocks, paired_divisions, paired_rows

B = TypeVar("B", bound=Block)
# What a redline does not show: page one is that of the new text, and an alternative text is drawn nowhere.
LEFT_OUT = frozenset([Slot.MASTHEAD, Slot.ALTERNATIVE])


def redline(old: Document, new: Document) -> Document:
    """`new` with every difference to `old` shown.

    Accept all and it reads as `new`, reject all, as `old`.
    """
    return _Redline(old, new).document()


@dataclass(slots=True)
class _Redline:
    """The two documents, and what is found while their blocks are paired."""

    old: Document
    new: Document
    regions: dict[Region, Region] = field(default_factory=dict)  # a box of the old text → the same in the new
    sequences: dict[str, str] = field(default_factory=dict)  # a running list of the old text → the same in the new
    lettered: set[str] = field(default_factory=set)  # notes of tables that have another letter in the new text
    ghosts: dict[str, Note] = field(default_factory=dict)  # notes that only struck calls still need
    gone: set[str] = field(default_factory=set)  # annexes and headings of the old text that are struck

    def document(self) -> Document:
        pairs = [*paired_divisions(self.old.divisions, self.new.divisions)]
        for before, after in pairs:
            if before and after:
                self._learn_sequences(before, after)
        divisions = tuple(self._division(before, after) for before, after in pairs)
        title = self._lines(self.old.title, self.new.title)
        subtitle = self._lines(self.old.subtitle, self.new.subtitle)
        contents = tuple(self._contents())
        made = replace(self.new, title=title, subtitle=subtitle, divisions=divisions, contents=contents)
        return finished(replace(made, notes=self._notes(made)))

    def _contents(self) -> Iterator[ContentsEntry]:
        """The table of contents, each entry what becomes of its heading."""
        before, after = self.old.contents, self.new.contents
        for old, new in in_order([e.target for e in before], [e.target for e in after], before, after):
            if old and new and old.number == new.number:
                yield replace(new, text=self._text(old.text, new.text))
                continue
            if new:
                yield replace(new, text=_added(new.text), change="inserted")
            if old:
                yield replace(old, target=self._then(old.target), text=self._struck(old.text), change="deleted")

    def _learn_sequences(self, before: Division, after: Division) -> None:
        for old, new in paired_blocks(before.blocks, after.blocks):
            if old and new and (number := number_of(old)) and (other := number_of(new)):
                self.sequences.setdefault(number.sequence, other.sequence)
            if old and new and len(old.within) == len(new.within):
                for region, another in zip(old.within, new.within, strict=True):
                    self.regions.setdefault(region, another)

    def _division(self, before: Division | None, after: Division | None) -> Division:
        if before is None or after is None:
            division = after or before
            assert division is not None
            if after:
                return replace(division, blocks=tuple(map(self._inserted, division.blocks)))
            self.gone.add(division.id)
            return replace(division, id=f"{division.id}-struck", blocks=tuple(map(self._deleted, division.blocks)))
        blocks: list[Block] = []
        for old, new in paired_blocks(before.blocks, after.blocks):
            if old and new:
                blocks.append(self._kept(old, new))
            elif new:
                blocks.append(self._inserted(new))
            elif old:
                blocks.append(self._deleted(old))
        return replace(after, blocks=tuple(blocks))

    def _kept(self, old: Block, new: Block) -> Block:
        if isinstance(old, Table) and isinstance(new, Table):
            return self._table(old, new)
        made = self._texts(old, new)
        if isinstance(made, Figure) and isinstance(new, Figure):
            return replace(made, alternative=new.alternative)  # not drawn: nothing can show what becomes of it
        return made

    def _texts(self, old: B, new: B) -> B:
        """`new`, each of its texts held against that of `old`, a block of the same kind."""
        before = (text for _, text in texts(old))
        return with_texts(new, lambda text: self._text(next(before), text))

    def _inserted(self, block: Block) -> Block:
        return block if isinstance(block, EndRule) else _marked(block, "inserted", lambda text: text)

    def _deleted(self, block: Block) -> Block:
        if isinstance(block, EndRule):
            return replace(block, id=f"{block.id}-struck", within=())
        self.gone.add(block.id)
        if isinstance(block, Table):  # its notes go with it, under names that those of a table in its place have not
            self.lettered |= {note.id for note in block.notes}
        gone = _marked(block, "deleted", lambda text: struck(text, self._ghost))
        gone = replace(gone, id=f"{block.id}-struck", within=tuple(map(self._region, block.within)))
        if isinstance(gone, Table):
            gone = replace(gone, notes=tuple(replace(note, id=f"{note.id}-struck") for note in gone.notes))
        number = number_of(gone)
        if number and isinstance(gone, Heading | Paragraph):
            of = self.sequences.get(number.sequence, f"{number.sequence}-struck")  # the new text may use the name too
            gone = replace(gone, number=replace(number, sequence=of))
        return gone

    def _region(self, region: Region) -> Region:
        """Where a struck block is shown: in the same box, or in one that is struck with it."""
        return self.regions.get(region) or replace(region, id=f"{region.id}-struck")

    def _then(self, name: str) -> str:
        """What an annex or heading of the old text is called in the redline."""
        return f"{name}-struck" if name in self.gone else name

    def _text(self, old: Inlines, new: Inlines) -> Inlines:
        return difference(old, new, self._ghost)

    def _lines(self, old: Sequence[Inlines], new: Sequence[Inlines]) -> tuple[Inlines, ...]:
        return tuple(self._text(before, after) for before, after in zip_longest(old, new, fillvalue=()))

    def _table(self, old: Table, new: Table) -> Table:
        letters = {note.id: note.mark for note in old.notes}
        self.lettered |= {note.id for note in new.notes if letters.get(note.id, note.mark) != note.mark}
        rows: list[Row] = []
        for before, after in paired_rows(old.rows, new.rows):
            if before and after:
                rows.append(replace(after, cells=self._cells(before.cells, after.cells)))
            elif after:
                cells = tuple(replace(cell, text=_added(cell.text)) for cell in after.cells)
                rows.append(replace(after, cells=cells, change="inserted"))
            elif before:
                cells = tuple(replace(cell, text=self._struck(cell.text)) for cell in before.cells)
                rows.append(replace(before, cells=cells, change="deleted"))
        head = tuple(self._cells(before, after) for before, after in zip(old.head, new.head, strict=True))
        return replace(
            new, title=self._text(old.title, new.title), source=self._text(old.source, new.source), head=head,
            unit=self._text(old.unit, new.unit), rows=tuple(rows), notes=tuple(self._table_notes(old, new)),
        )  # fmt: skip

    def _cells(self, old: tuple[Cell, ...], new: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(
            replace(after, text=self._text(before.text, after.text)) for before, after in zip(old, new, strict=True)
        )

    def _table_notes(self, old: Table, new: Table) -> Iterator[Note]:
        """The notes of a table; one whose letter changes is struck and added as a whole, for its letter is typed."""
        present = {note.id for note in new.notes}
        was, now = ([f"{note.id} {note.mark}" for note in table.notes] for table in (old, new))
        for before, after in in_order(was, now, old.notes, new.notes):
            if before and after:
                yield replace(after, text=self._text(before.text, after.text))
            elif before:
                name = f"{before.id}-struck" if before.id in present else before.id
                yield replace(before, id=name, text=self._struck(before.text), change="deleted")
            elif after:
                yield replace(after, text=_added(after.text), change="inserted")

    def _struck(self, text: Inlines) -> Inlines:
        return (Deleted(struck(text, self._ghost)),) if text else ()

    def _ghost(self, call: Call) -> Call:
        """The call of a struck note, and keep that note under an identifier of its own."""
        if call.series == "table":
            return replace(call, note=f"{call.note}-struck") if call.note in self.lettered else call
        issued = next((note for note in self.old.notes if note.id == call.note), None)
        identifier = f"{call.note}-struck"
        if issued is not None:
            self.ghosts[identifier] = replace(issued, id=identifier, text=self._struck(issued.text), change="deleted")
        return replace(call, note=identifier)

    def _notes(self, made: Document) -> tuple[Note, ...]:
        """The notes in the order of their calls, with what came, went or reads otherwise."""
        issued = {note.id: note for note in self.old.notes}
        current = {note.id: note for note in self.new.notes}
        called = [call.note for line in lines(made) if line.slot is not Slot.FOOTNOTE for call in line.calls()]
        loose = [note.id for note in self.new.notes if note.id not in called]
        result: dict[str, Note] = {}
        for identifier in (*loose, *called):
            if identifier in self.ghosts:
                ghost = self.ghosts[identifier]
                result[identifier] = replace(ghost, restart=self._then(ghost.restart))
            elif (note := current.get(identifier)) is not None:
                before = issued.get(identifier)
                text = self._text(before.text, note.text) if before else _added(note.text)
                result[identifier] = replace(note, text=text, change="" if before else "inserted")
        return tuple(result.values())


def _added(text: Inlines) -> Inlines:
    return (Inserted(text),) if text else ()


def _marked(block: B, change: Change, through: Callable[[Inlines], Inlines]) -> B:
    """`block` struck or added as a whole: every text of it, and the block itself."""
    wrap = Inserted if change == "inserted" else Deleted

    def all_of(text: Inlines) -> Inlines:
        return (wrap(through(text)),) if text else ()

    match block:
        case Heading() | Paragraph():
            return replace(with_texts(block, all_of), change=change)
        case Figure():  # its alternative text is not drawn, so nothing can show what becomes of it
            return replace(with_texts(block, all_of), alternative=block.alternative, change=change)
        case Table():
            marked = with_texts(block, all_of)
            notes = tuple(replace(note, change=change) for note in marked.notes)
            rows = tuple(replace(row, change=change) for row in marked.rows)
            return replace(marked, notes=notes, change=change, rows=rows)
        case EndRule():
            return block
        case _:
            assert_never(block)
