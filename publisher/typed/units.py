"""The texts of a language file that must be printed, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from publisher.model.diagnostic import Position
from publisher.typed.scan import Entries, Node, Scalar, Sequence
from publisher.typed.transformations import HOLE, expected, same_figure

Role = Literal["text", "part", "group", "cell", "note", "anywhere", "made", "unread"]

# Keys whose values are facts, names and switches: nothing under them is printed as it is typed; but for what stands at
# the head of pages, which is no part of their text and held there.
SILENT = frozenset(
    """id align width numbered number withdrawn decimals figures landscape file figure alternative language translation
    agenda attendance short session credentials vote election officers outcomes decision agenda-list vacancies indent
    note correction look in-columns running-head""".split()  # noqa: SIM905  words read better than quoted ones
)
# Keys that are printed in another order than the file may have them.
_PRINTED = """organ-lines session-line title subtitle summary part annex organ preamble operative tail heading
    paragraph unnumbered unit columns group row table cell subtotal total item words items close notes source
    agenda-words body annexes"""
_ORDER = {name: place for place, name in enumerate(_PRINTED.split())}


@dataclass(frozen=True, slots=True)
class Unit:
    """One text as it must be found, its place, how it stands.

    Its signs as typed and as expected. Role “text” ends its paragraph, a “part” may not; a “group” stands among its
    neighbours in any order, as the heads of a table; a “cell” follows the cell before it; a “note” is a footnote;
    “anywhere” is printed where a block names it; a “made” block is the program's; of an “unread” file nothing can be
    printed. `tail`: words of the program may
    follow, or a mark stand before. `shows` says of a printed cell whether it shows the figure or day that was given.
    """

    typed: str
    text: str
    at: Position
    role: Role = "text"
    tail: bool = False
    first: bool = True  # of its group
    lettered: bool = False  # it may call notes of a table, whose letters Word has as plain text
    shows: Callable[[str], bool] | None = None
    part: bool = False  # of a decision: its letter stands before


Tables = Callable[[Entries, bool], Iterator[Unit]]  # the cells of the file that a table names


@dataclass(frozen=True, slots=True)
class Custom:
    """How a kind and an organ print decisions.

    With `tail_last` the lines under a decision are printed under its annexes, too. `unnamed` are the numbers of those
    that are printed, in this order, though the file has no body that names them: a resolution by itself. Without
    `titled` their titles are not printed: the Security Council's.
    """

    tail_last: bool = False
    unnamed: tuple[str, ...] = ()
    titled: bool = True


class Reading:
    """Walks through a language file in the order of print."""

    def __init__(self, root: Entries, tables: Tables, custom: Custom | None = None) -> None:
        self.root, self.tables, self.custom = root, tables, custom or Custom()
        self.order = _ORDER | {"tail": len(_ORDER)} if self.custom.tail_last else _ORDER
        self.calls: set[str] = set()
        self.lists: set[str] = set()

    def units(self, part: str | None = None) -> Iterator[Unit]:
        """The texts of the whole file, or of one annex or decision.

        An annex by identifier, a decision by number.
        """
        above = self._part(part) if part else self._whole()
        for key, value in self._sorted(above):
            yield from self._value(key, value, above)
        yield from self._elsewhere()

    def _whole(self) -> Entries:
        """All that is printed; where no body is written, that of a resolution."""
        pairs = [pair for pair in self.root.pairs if pair[0] not in MAPS]
        body = self.root.get("body")
        if not (body.items if isinstance(body, Sequence) else body):
            named = (Entries([("decision", Scalar(one, False, Position("", 1)))]) for one in self.custom.unnamed)
            pairs.append(("body", Sequence(list(named))))
        return Entries(pairs)

    def _part(self, part: str) -> Entries:
        """One annex, or a place where a decision is printed."""
        annexes = self.root.get("annexes")
        for annex in annexes.items if isinstance(annexes, Sequence) else ():
            if isinstance(annex, Entries) and annex.word("id") == part:
                return annex
        return Entries([("decision", Scalar(part, False, Position("", 1)))])

    def _sorted(self, entries: Entries) -> list[tuple[str, Node]]:
        return sorted(entries.pairs, key=lambda pair: self.order.get(pair[0], 20))

    def _value(self, key: str, value: Node, above: Entries) -> Iterator[Unit]:
        match value:
            case Scalar():
                yield from self._scalar(key, value, above)
            case Sequence():
                for item in value.items:
                    yield from self._value(key, item, above) if key not in SILENT else ()
            case Entries() if above.get("election") is not None and key == "notes":
                self.calls.update(inner.text for _, inner in value.pairs if isinstance(inner, Scalar))
            case Entries() if key not in SILENT:
                yield from self._entries(key, value)
            case _:
                pass

    def _entries(self, key: str, entries: Entries) -> Iterator[Unit]:
        if entries.word("withdrawn") == "true" or entries.get("correction") is not None:
            return  # what a corrigendum says is written by the program, and proved by carrying it out
        if entries.get("table") is not None or entries.get("file") is not None:
            yield from self._table(entries)
            return
        for name, value in self._sorted(entries):
            yield from self._value(name, value, entries)

    def _scalar(self, key: str, value: Scalar, above: Entries) -> Iterator[Unit]:
        if key == "decision":
            decisions = self.root.get("decisions")
            words = decisions.get(value.text) if isinstance(decisions, Entries) else None
            if isinstance(words, Entries):
                pairs = [pair for pair in words.pairs if self.custom.titled or pair[0] != "title"]
                yield from self._entries("decision-words", Entries(pairs))
        elif key == "agenda-list":
            self.lists.add(value.text)
        elif key == "note":
            self.calls.add(value.text)
        elif key in MADE and above.get("words") is None:
            yield Unit(f"{key}: {value.text}", "", value.at, "made")
        elif key == "agenda-words" or key in SILENT or value.is_nothing:
            return
        else:
            titles = above.get("title") if key == "title" else None
            joined = isinstance(titles, Sequence) and len(titles.items) > 1  # lines of one block
            noted = key == "title" and above.get("note") is not None  # the call of an annex's note follows its title
            unit = self._unit(value, "part" if joined else "text", tail=key == "heading" or noted)
            yield replace(unit, part=key == "part")

    def _unit(self, value: Scalar, role: Role = "text", tail: bool = False, first: bool = False) -> Unit:
        text = expected(value.text)
        self._note_calls(value.text)
        return Unit(value.text, text, value.at, role, tail, first)

    def _note_calls(self, text: str) -> None:
        start = text.find("[^")
        while start >= 0:
            end = text.find("]", start)
            if end < 0:
                return
            self.calls.add(text[start + 2 : end])
            start = text.find("[^", end)

    def _table(self, table: Entries) -> Iterator[Unit]:
        """Title, heads, rows, total, notes, source: as a table is printed, whatever the order it is typed in."""
        if isinstance(value := table.get("title"), Scalar):
            yield replace(self._unit(value), lettered=True)
        if isinstance(value := table.get("unit"), Scalar):
            unit = self._unit(value)
            yield replace(unit, text=f"{HOLE}{unit.text}{HOLE}", lettered=True)  # in brackets of the program
        asked = form_asked(table)
        columns = table.get("columns")
        first = True
        for head in _heads(columns):
            yield self._unit(head, "group", first=first)
            first = False
        rows = table.get("table")
        if isinstance(rows, Sequence):
            for row in rows.items:
                yield from self._cells(row, asked)
        else:
            yield from self.tables(table, columns is None)
        if (total := table.get("total")) is not None:
            yield from self._cells(total, asked)
        first = True
        if isinstance(notes := table.get("notes"), Entries):
            for _, value in notes.pairs:
                if isinstance(value, Scalar):
                    yield self._unit(value, "group", tail=True, first=first)  # printed in the order of their calls
                    first = False
        if isinstance(value := table.get("source"), Scalar):
            yield replace(self._unit(value), lettered=True)

    def _cells(self, row: Node, asked: bool, inside: bool = False) -> Iterator[Unit]:
        match row:
            case Scalar() if row.is_nothing:
                yield Unit("null", "", row.at, "cell", first=False, shows=_is_missing)
            case Scalar() if row.text.strip():
                shows = _figure(row.text) if asked and row.bare else None
                unit = self._unit(row, "cell")
                yield Unit(unit.typed, unit.text, unit.at, "cell", first=False, shows=shows)
            case Sequence() if inside:
                for cell in row.items:
                    if isinstance(cell, Scalar):
                        yield self._unit(cell, "part")
            case Sequence():
                for cell in row.items:
                    yield from self._cells(cell, asked, inside=True)
            case Entries():
                for name, value in row.pairs:
                    if name not in SILENT and not (isinstance(value, Scalar) and name in ("columns", "rows")):
                        yield from self._cells(value, asked, inside and name == "cell")
            case _:
                pass

    def _elsewhere(self) -> Iterator[Unit]:
        """Footnotes that are called, and agendas that a block prints."""
        for name in ("footnotes", "front-notes"):
            notes = self.root.get(name)
            for key, value in list(notes.pairs) if isinstance(notes, Entries) else ():
                if isinstance(value, Scalar) and (key in self.calls or name == "front-notes"):
                    yield self._unit(value, "note")
        symbol = self.root.get("symbol-notes")
        for value in symbol.items if isinstance(symbol, Sequence) else ():
            if isinstance(value, Scalar):
                yield self._unit(value, "note")
        if "adopted" in self.lists and isinstance(agenda := self.root.get("agenda"), Entries):
            for _, value in agenda.pairs:
                if isinstance(value, Scalar):
                    yield self._unit(value, "anywhere")
        agendas = self.root.get("agendas")
        for key, listed in agendas.pairs if isinstance(agendas, Entries) else ():
            if key in self.lists and isinstance(listed, Sequence):
                yield from (self._unit(value, "anywhere") for value in listed.items if isinstance(value, Scalar))


MADE = frozenset(["attendance", "session", "credentials", "vote", "election", "officers"])  # blocks of the program
MAPS = frozenset(
    ["agenda", "agendas", "decisions", "persons", "footnotes", "front-notes", "symbol-notes"]
)  # printed where named


def form_asked(table: Entries) -> bool:
    """Whether the author asks for another form of figures than the typed one."""
    columns = table.get("columns")
    own = [column.get("figures") for column in _columns(columns)]
    return (
        table.get("figures") is not None or table.get("decimals") is not None or any(form is not None for form in own)
    )


def _columns(columns: Node | None) -> Iterator[Entries]:
    for column in columns.items if isinstance(columns, Sequence) else ():
        if isinstance(column, Entries):
            yield column
            yield from _columns(column.get("columns"))


def _heads(columns: Node | None) -> Iterator[Scalar]:
    """The heads of columns, each as words alone or as what a column has to say first."""
    for column in columns.items if isinstance(columns, Sequence) else ():
        head = column.get("head") if isinstance(column, Entries) else column
        if isinstance(head, Scalar) and head.text.strip():
            yield head
        if isinstance(column, Entries):
            yield from _heads(column.get("columns"))


def _is_missing(printed: str) -> bool:
    """*Nothing typed*: the language's sign for it."""
    return len(printed) <= 3 and not any(sign.isalnum() for sign in printed)


def _figure(typed: str) -> Callable[[str], bool]:
    return partial(same_figure, typed)
