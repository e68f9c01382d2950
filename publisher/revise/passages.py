"""Taking a resolved document apart into passages with addresses.

A reader of the issued text can follow them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from publisher.model.characters import CALL_CLOSE, CALL_OPEN, called, readable
from publisher.model.reading import Line, Slot, lines
from publisher.model.resolved import Document, Figure, Heading, Number, Paragraph, Table
from publisher.revise.location import Location, LocationKind, Passage

DATE_LINE = "masthead-date"
_NUMBERED = ("numbered", "operative")
_OF_DECISIONS = ("organ", "preambular", "operative", "tail")


# What a corrigendum does not speak of: the contents repeat the headings.
LEFT_OUT = frozenset([Slot.CONTENTS])
_MADE = ("programme", "distribution", "date", "original")  # lines of page one that an edition may change
_FIRST_MADE = 101
DATE_PLACE = Location("", "", "masthead", ordinal=_FIRST_MADE + _MADE.index("date"))


def passages(document: Document, pages: Mapping[str, int] | None = None) -> tuple[Passage, ...]:
    """Every passage of `document` in reading order, footnotes last.

    `pages` maps identifiers to pages.
    """
    known = pages or {}
    walk = _Walk(_lowest_items(document))
    found = [
        replace(passage, within=_around(line))
        for line in lines(document)
        if line.slot not in LEFT_OUT
        for passage in walk.of(line)
    ]
    found.sort(key=lambda passage: passage.location.ordinal if passage.location.kind == "masthead" else 1000)
    unique = _told_apart(found)
    return tuple(replace(passage, page=known.get(passage.id, 0)) for passage in unique)


def _around(line: Line) -> str:
    """What the block of a line is set apart in, from the outside."""
    return ", ".join(region.kind for region in line.block.within) if line.block is not None else ""


def printed(text: str, marks: Mapping[str, str]) -> str:
    """`text` for a reader: each call as the mark in brackets, [1]."""
    for note, mark in marks.items():
        text = text.replace(f"{CALL_OPEN}{note}{CALL_CLOSE}", f"{CALL_OPEN}{mark}{CALL_CLOSE}")
    return readable(text)


def bare(number: Number) -> str:
    """A printed number as it is cited: “12.” as 12, “(a)” as it is."""
    return number.printed.rstrip(" .-–、．:：").strip()


def _told_apart(found: list[Passage]) -> Iterator[Passage]:
    """Number what would share an address, so that an address always means one passage."""
    seen: dict[Location, int] = {}
    for passage in found:
        count = seen.get(passage.location, 0)
        seen[passage.location] = count + 1
        if count:
            place = passage.location
            again = Location(
                place.annex,
                place.decision,
                place.kind,
                place.path,
                place.ordinal + 1000 * count,
                place.row,
                place.column,
            )
            yield replace(passage, location=again)
        else:
            yield passage


def _lowest_items(document: Document) -> dict[str, int]:
    """Depth of the outermost subparagraphs of each division: 0 where they have a list of their own, else 1."""
    return {
        division.id: min(
            (
                block.number.depth
                for block in division.blocks
                if isinstance(block, Paragraph) and block.role == "item" and block.number
            ),
            default=0,
        )
        for division in document.divisions
    }


@dataclass(slots=True)
class _Walk:
    """A walk through the lines: what the next passage without a number of its own stands under."""

    lowest: Mapping[str, int]
    division: str = ""
    annex: str = ""
    decision: str = ""
    around: str | None = None  # the annex that a text of a decision stands in, while it is read
    headings: list[str] = field(default_factory=list)
    path: tuple[str, ...] = ()
    base: tuple[str, ...] = ()  # the numbered paragraph that subparagraphs belong to
    since: dict[str, int] = field(default_factory=dict)

    def of(self, line: Line) -> Iterator[Passage]:
        """The passages of `line`: none for an empty or program's slot."""
        if line.division != self.division:
            self.division, self.annex, self.decision, self.headings = line.division, "", "", []
            self.around = None
            self._restart()
        match line.slot:
            case Slot.MASTHEAD:
                yield from _of_masthead(line)
            case Slot.NAME | Slot.SUBTITLE:
                kind: LocationKind = "title" if line.slot is Slot.NAME else "subtitle"
                yield Passage(Location("", "", kind, ordinal=line.row), called(line.inlines), line.id)
            case Slot.TEXT:
                yield self._heading(line) if isinstance(line.block, Heading) else self._paragraph(line)
            case Slot.TITLE:
                yield from self._title(line)
            case Slot.UNIT:
                if line.inlines:
                    yield self._named("unit", line, called(line.inlines))
            case Slot.HEAD | Slot.CELL | Slot.TOTAL | Slot.NOTE:
                yield self._in_table(line)
            case Slot.SOURCE:
                if line.inlines:
                    kind = "figure-source" if isinstance(line.block, Figure) else "source"
                    yield self._named(kind, line, called(line.inlines))
            case Slot.ALTERNATIVE:
                yield self._named("alternative", line, called(line.inlines))
                if isinstance(line.block, Figure):
                    yield self._named("picture", line, line.block.digest)
            case Slot.FOOTNOTE:
                yield _of_note(line)
            case Slot.LABEL | Slot.CONTENTS:
                pass
            case _:
                assert_never(line.slot)

    def _at(self, kind: LocationKind, path: tuple[str, ...] = (), ordinal: int = 0) -> Location:
        return Location(self.annex, self.decision, kind, path, ordinal)

    def _next(self, kind: LocationKind) -> Location:
        self.since[kind] = self.since.get(kind, 0) + 1
        return self._at(kind, self.path, self.since[kind])

    def _move_to(self, path: tuple[str, ...]) -> None:
        self.path = path
        self.since = {}

    def _restart(self) -> None:
        self.base = ()
        self._move_to(())

    def _heading(self, line: Line) -> Passage:
        block = line.block
        assert isinstance(block, Heading)
        number, text = bare(block.number) if block.number else "", called(line.inlines)
        if block.kind == "attached":
            self._leave_attached()
            self.around, self.annex, self.headings = self.annex, number or text, []
            self._restart()
            return Passage(self._at("label"), text, block.id, role=block.kind)
        if block.kind in ("annex", "appendix"):
            self.annex = f"{self.annex} {number}".strip() if block.kind == "appendix" else number or line.division
            self.decision, self.headings = "", []
            self._restart()
            return Passage(self._at("label"), text, block.id, role=block.kind)
        if block.kind == "decision":
            self._leave_attached()
            # decisions are told apart by their number, which stays when the title is corrected
            self.decision, self.headings = number or block.id.removeprefix("decision-").replace("-", "/"), []
            self._restart()
        else:
            self.headings = [*self.headings[: block.depth - 1], number or f"#{block.depth}"]
        return Passage(self._at("heading", tuple(self.headings)), text, block.id, role=block.kind)

    def _leave_attached(self) -> None:
        if self.around is not None:
            self.annex, self.around = self.around, None

    def _paragraph(self, line: Line) -> Passage:
        number, text, role = line.number, called(line.inlines), line.role
        if role in _OF_DECISIONS:
            self._leave_attached()
        if number is not None and role in _NUMBERED:
            self.base = (bare(number),)
            self._move_to(self.base)
            return Passage(self._at("paragraph", self.path), text, line.id, role=role)
        if number is not None and role == "item":
            degree = max(number.depth - self.lowest.get(line.division, 0), 0)
            self._move_to((*(*self.base, *self.path[len(self.base) :])[: len(self.base) + degree], bare(number)))
            return Passage(self._at("paragraph", self.path), text, line.id, role=role)
        if number is not None and role == "agenda-entry":
            return Passage(self._at("agenda", (*self.path[:1], bare(number))), text, line.id, role=role)
        if role == "preambular":
            return Passage(self._next("preambular"), text, line.id, role=role)
        if role == "bullet":
            return Passage(self._next("point"), text, line.id, role=role)
        label = f"{called(line.lead)} " if line.lead else ""
        return Passage(self._next("unnumbered"), label + text, line.id, role=role)

    def _title(self, line: Line) -> Iterator[Passage]:
        title = " ".join(filter(None, (line.label, called(line.inlines))))
        if isinstance(line.block, Figure):
            yield self._named("caption", line, title)
        elif title:
            yield self._named("table-title", line, title)

    def _in_table(self, line: Line) -> Passage:
        if line.slot is Slot.NOTE:
            return self._named("table-note", line, called(line.inlines), line.label)
        kind, row = _kind_and_row(line)
        place = Location(self.annex, self.decision, kind, self._name(line), 0, row, line.column)
        return Passage(place, called(line.inlines), line.id, role=kind)

    def _named(self, kind: LocationKind, line: Line, text: str, *further: str) -> Passage:
        return Passage(self._at(kind, (*self._name(line), *further)), text, line.id)

    def _name(self, line: Line) -> tuple[str, ...]:
        """The path to a table or figure: its label as printed, which says it wherever it stands.

        One without a label goes by what it stands under; “#” before an identifier, which is not printed.
        """
        block = line.block
        assert isinstance(block, Table | Figure)
        return (block.label,) if block.label else (*self.path, f"#{block.id}")


def _kind_and_row(line: Line) -> tuple[LocationKind, int]:
    """A row is named by its place; the total by that word where there is but one."""
    if line.slot is Slot.HEAD:
        return "head", line.row
    assert isinstance(line.block, Table)
    lone = sum(row.kind == "total" for row in line.block.rows) == 1
    return ("total", 1) if line.slot is Slot.TOTAL and lone else ("cell", line.row)


def _of_masthead(line: Line) -> Iterator[Passage]:
    if not line.row and line.role not in _MADE:
        return
    ordinal = line.row or _FIRST_MADE + _MADE.index(line.role)
    yield Passage(Location("", "", "masthead", ordinal=ordinal), called(line.inlines), line.id)


def _of_note(line: Line) -> Passage:
    note = line.note
    assert note is not None
    kind: LocationKind = "note" if line.role == "text" else "front-note"
    scope = "" if note.restart == "document" else note.restart
    return Passage(Location("", scope, kind, (note.mark,)), called(line.inlines), f"note-{line.id}", role="note")
