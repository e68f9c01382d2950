"""What a corrigendum says, as data: which passage of the issued text changes, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from publisher.revise.alignment import Pair, align
from publisher.revise.location import Location, Passage
from publisher.revise.sentences import sentence_of
from publisher.revise.substitution import substitutions

InstructionKind = Literal["swap", "replace", "delete", "insert", "replace-table", "insert-table", "delete-table"]
_TABLE = ("table-title", "head", "cell", "total", "table-note", "source")


class Renumbered(Exception):
    """The corrected text moves printed numbers, which a corrigendum never does; the message names the first."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction to the reader of the issued text.

    swap: in the passage at `location`, for `old` read `new` (`sentence` counts from 1; 0 where there is but one).
    replace: the passage at `location` should read `new`. delete: the passage `old` goes.
    insert: after the passage at `after` (None: at the beginning) comes the passage `new` with the address `location`.
    …-table: the same for a whole table, whose passages after the change stand in `table`.
    `page` is the page of the issued PDF, 0 where unknown; texts hold footnote calls as signs (see Passage).
    """

    kind: InstructionKind
    location: Location
    old: str = ""
    new: str = ""
    sentence: int = 0
    page: int = 0
    after: Location | None = None
    id: str = ""
    role: str = ""
    table: tuple[Passage, ...] = ()


def instructions(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Instruction, ...]:
    """Give back the instructions that turn the issued passages into the corrected ones, in reading order.

    Raises Renumbered where a paragraph kept its words but not its number.
    """
    _require_numbers_kept(old, new)
    rebuilt = _rebuilt_tables(old, new)
    found: list[Instruction] = []
    before: Location | None = None  # the issued passage that stands before the one at hand
    for pair in align(old, new):
        table = _table_of(pair.old or pair.new)
        if table in rebuilt:
            found.extend(_table_instruction(table, rebuilt.pop(table), before))
        elif table is None or not _in_rebuilt(table, found):
            found.extend(_instructions_of(pair, before))
        before = pair.old.location if pair.old else before
    return tuple(found)


def _instructions_of(pair: Pair, before: Location | None) -> Iterator[Instruction]:
    old, new = pair.old, pair.new
    if old is None and new is not None:
        yield Instruction("insert", new.location, "", new.text, after=before, id=new.id, role=new.role)
    elif new is None and old is not None:
        yield Instruction("delete", old.location, old.text, page=old.page, id=old.id, role=old.role)
    elif old is not None and new is not None and old.text != new.text:
        yield from _rewording(old, new)


def _rewording(old: Passage, new: Passage) -> Iterator[Instruction]:
    changes = substitutions(old.text, new.text)
    if changes is None:
        yield Instruction("replace", old.location, old.text, new.text, page=old.page, id=old.id, role=old.role)
        return
    for change in changes:
        yield Instruction(
            "swap", old.location, change.old, change.new, sentence_of(old.text, change.start, len(change.old)),
            old.page, id=old.id, role=old.role,
        )  # fmt: skip


def _require_numbers_kept(old: Sequence[Passage], new: Sequence[Passage]) -> None:
    """A corrigendum does not renumber (CONVENTIONS §4.2): the same words must keep the same printed number."""
    issued = _places_of_words(old)
    for words, location in _places_of_words(new).items():
        before = issued.get(words)
        if before is not None and before != location:
            raise Renumbered(
                f"{_cited(before)} of the issued text is {_cited(location)} in the corrected data; a corrigendum does "
                "not renumber: give what was added a number of its own (number: 12 bis), mark what was taken out as "
                "withdrawn: true, or make a revision"
            )


def _cited(location: Location) -> str:
    scope = " ".join(filter(None, (location.annex, location.decision)))
    return f"paragraph {' '.join(location.path)}" + (f" ({scope})" if scope else "")


def _places_of_words(passages: Sequence[Passage]) -> dict[str, Location]:
    """Give back where each text stands that stands in one numbered passage only, long enough not to recur by chance."""
    places: dict[str, list[Location]] = {}
    for passage in passages:
        if passage.location.kind in ("paragraph", "agenda") and len(passage.text) >= 12:
            places.setdefault(passage.text, []).append(passage.location)
    return {text: found[0] for text, found in places.items() if len(found) == 1}


_TableKey = tuple[str, str, tuple[str, ...]]


def _table_of(passage: Passage | None) -> _TableKey | None:
    if passage is None or passage.location.kind not in _TABLE:
        return None
    place = passage.location
    return (place.annex, place.decision, place.path[:-1] if place.kind == "table-note" else place.path)


def _tables(passages: Sequence[Passage]) -> dict[_TableKey, tuple[Passage, ...]]:
    tables: dict[_TableKey, list[Passage]] = {}
    for passage in passages:
        if (key := _table_of(passage)) is not None:
            tables.setdefault(key, []).append(passage)
    return {key: tuple(found) for key, found in tables.items()}


_Rebuilt = tuple[tuple[Passage, ...], tuple[Passage, ...]]


def _rebuilt_tables(old: Sequence[Passage], new: Sequence[Passage]) -> dict[_TableKey, _Rebuilt]:
    """Give back the tables whose rows or columns came or went: these are said as a whole, not cell by cell."""
    before, after = _tables(old), _tables(new)
    return {
        key: (before.get(key, ()), after.get(key, ()))
        for key in (*before, *(key for key in after if key not in before))
        if [_shape(p) for p in before.get(key, ())] != [_shape(p) for p in after.get(key, ())]
    }


def _shape(passage: Passage) -> tuple[str, int, int]:
    return (passage.location.kind, passage.location.row, passage.location.column)


def _table_instruction(key: _TableKey, rebuilt: _Rebuilt, before: Location | None) -> Iterator[Instruction]:
    old, new = rebuilt
    location = Location(key[0], key[1], "table-title", key[2])
    kind: InstructionKind = "replace-table" if old and new else "insert-table" if new else "delete-table"
    page, identifier = (old[0].page, old[0].id) if old else (0, new[0].id)
    yield Instruction(kind, location, page=page, after=before, id=identifier, table=new)


def _in_rebuilt(table: _TableKey, found: Sequence[Instruction]) -> bool:
    return any(
        instruction.kind.endswith("-table")
        and (instruction.location.annex, instruction.location.decision, instruction.location.path) == table
        for instruction in found
    )
