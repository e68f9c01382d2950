"""Taking a resolved document apart into passages, each with an address a reader of the issued text can follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from publisher.model.inline import Call, Inlines
from publisher.model.resolved import Division, Document, EndRule, Figure, Heading, Number, Paragraph, Table
from publisher.model.story import CALL_CLOSE, CALL_OPEN, readable, written
from publisher.revise.location import Location, LocationKind, Passage

DATE_LINE = "masthead-date"
_NUMBERED = ("numbered", "operative")


def passages(document: Document, pages: Mapping[str, int] | None = None) -> tuple[Passage, ...]:
    """Every passage of `document` in reading order, footnotes last; `pages` maps identifiers to pages."""
    known = pages or {}
    found = [*_front(document)]
    for division in document.divisions:
        found.extend(_Walk(division).passages())
    for note in document.notes:
        kind: LocationKind = "note" if note.series == "text" else "front-note"
        scope = "" if note.restart == "document" else note.restart
        place = Location("", scope, kind, (note.mark,))
        found.append(Passage(place, called(note.text), f"note-{note.id}", role="note"))
    unique = _told_apart(found)
    return tuple(Passage(p.location, p.text, p.id, known.get(p.id, 0), p.role) for p in unique)


def called(inlines: Inlines) -> str:
    """The characters of `inlines` with each footnote call as its note's identifier between the call signs."""
    pieces = []
    for inline in inlines:
        match inline:
            case Call(note, _, _):
                pieces.append(f"{CALL_OPEN}{note}{CALL_CLOSE}")
            case _ if hasattr(inline, "children"):
                pieces.append(called(inline.children))
            case _:
                pieces.append(written((inline,)))
    return "".join(pieces)


def printed(text: str, marks: Mapping[str, str]) -> str:
    """`text` for a reader: each call sign replaced by the mark of its note in square brackets, as [1]."""
    for note, mark in marks.items():
        text = text.replace(f"{CALL_OPEN}{note}{CALL_CLOSE}", f"{CALL_OPEN}{mark}{CALL_CLOSE}")
    return readable(text)


def bare(number: Number) -> str:
    """A printed number as it is cited: “12.” as 12, “(a)” and “附件二” as they are."""
    return number.printed.rstrip(" .-–、．:：").strip()


def _front(document: Document) -> Iterator[Passage]:
    head = document.masthead
    for place, line in enumerate(head.lines, 1):
        yield Passage(Location("", "", "masthead", ordinal=place), called(line.text), f"masthead-line-{place}")
    lines = (
        ("programme", head.programme), ("distribution", head.distribution), ("date", head.date),
        ("original", head.original),
    )  # fmt: skip
    for place, (name, text) in enumerate(lines, 101):
        yield Passage(Location("", "", "masthead", ordinal=place), text, f"masthead-{name}")
    for place, title in enumerate(document.title, 1):
        yield Passage(Location("", "", "title", ordinal=place), called(title), "title")
    for place, title in enumerate(document.subtitle, 1):
        yield Passage(Location("", "", "subtitle", ordinal=place), called(title), f"subtitle-{place}")


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
            yield Passage(again, passage.text, passage.id, passage.page, passage.role)
        else:
            yield passage


@dataclass(slots=True)
class _Walk:
    """A walk through one division: what the next passage without a number of its own stands under."""

    division: Division
    annex: str = ""
    decision: str = ""
    headings: list[str] = field(default_factory=list)
    path: tuple[str, ...] = ()
    base: tuple[str, ...] = ()  # the numbered paragraph that subparagraphs belong to
    lowest: int = 0  # depth of the outermost subparagraphs: 0 where they have a list of their own, else 1
    since: dict[str, int] = field(default_factory=dict)

    def passages(self) -> Iterator[Passage]:
        items = (block for block in self.division.blocks if isinstance(block, Paragraph) and block.role == "item")
        self.lowest = min((item.number.depth for item in items if item.number), default=0)
        for block in self.division.blocks:
            match block:
                case Heading():
                    yield from self._heading(block)
                case Paragraph():
                    yield self._paragraph(block)
                case Table():
                    yield from self._table(block)
                case Figure():
                    title = " ".join(filter(None, (block.label, called(block.title))))
                    yield Passage(self._next("caption"), title, block.id)
                case EndRule():
                    pass
                case _:
                    assert_never(block)

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

    def _heading(self, block: Heading) -> Iterator[Passage]:
        number = bare(block.number) if block.number else ""
        if block.kind in ("annex", "appendix"):
            self.annex = f"{self.annex} {number}".strip() if block.kind == "appendix" else number or self.division.id
            self.decision, self.headings = "", []
            self._restart()
            yield Passage(self._at("label"), called(block.text), block.id, role=block.kind)
            return
        if block.kind == "decision":
            # decisions are told apart by their number, which stays when the title is corrected
            self.decision, self.headings = number or block.id.removeprefix("decision-").replace("-", "/"), []
            self._restart()
        else:
            self.headings = [*self.headings[: block.depth - 1], number or f"#{block.depth}"]
        yield Passage(self._at("heading", tuple(self.headings)), called(block.text), block.id, role=block.kind)

    def _paragraph(self, block: Paragraph) -> Passage:
        number, text = block.number, called(block.text)
        if number is not None and block.role in _NUMBERED:
            self.base = (bare(number),)
            self._move_to(self.base)
            return Passage(self._at("paragraph", self.path), text, block.id, role=block.role)
        if number is not None and block.role == "item":
            degree = max(number.depth - self.lowest, 0)
            self._move_to((*(*self.base, *self.path[len(self.base) :])[: len(self.base) + degree], bare(number)))
            return Passage(self._at("paragraph", self.path), text, block.id, role=block.role)
        if number is not None and block.role == "agenda-entry":
            return Passage(self._at("agenda", (*self.path[:1], bare(number))), text, block.id, role=block.role)
        if block.role == "preambular":
            return Passage(self._next("preambular"), text, block.id, role=block.role)
        label = f"{called(block.label)} " if block.label else ""
        return Passage(self._next("unnumbered"), label + text, block.id, role=block.role)

    def _table(self, block: Table) -> Iterator[Passage]:
        place = self._next("table-title")
        name = (*self.path, block.label or f"#{block.id}")  # “#”: not printed
        title = " ".join(filter(None, (block.label, called(block.title))))
        if title:
            yield Passage(Location(place.annex, place.decision, "table-title", name), title, block.id)
        rows: list[tuple[LocationKind, int, tuple[str, ...]]] = [
            ("head", n, tuple(called(cell.text) for cell in row)) for n, row in enumerate(block.head, 1)
        ]
        rows += [("cell", n, tuple(called(cell.text) for cell in row)) for n, row in enumerate(block.rows, 1)]
        if block.total:
            rows.append(("total", 1, tuple(called(cell.text) for cell in block.total)))
        for kind, row, cells in rows:
            for column, text in enumerate(cells, 1):
                location = Location(place.annex, place.decision, kind, name, 0, row, column)
                yield Passage(location, text, block.id, role=kind)
        for note in block.notes:
            location = Location(place.annex, place.decision, "table-note", (*name, note.mark))
            yield Passage(location, called(note.text), block.id)
        if block.source:
            yield Passage(Location(place.annex, place.decision, "source", name), called(block.source), block.id)
