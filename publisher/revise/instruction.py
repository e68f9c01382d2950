"""What a corrigendum says, as data: which passage changes, how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from publisher.model.characters import readable
from publisher.revise.alignment import Pair, align
from publisher.revise.location import Location, Passage
from publisher.revise.substitution import Substitution, letters, substituted, substitutions, with_terms
from publisher.revise.usage import Usages, usages

InstructionKind = Literal[
    "throughout", "swap", "replace", "delete", "insert", "replace-table", "insert-table", "delete-table"
]
WHOLE_TEXT = Location("", "", "text")
_OFTEN = 3  # passages: a term that is replaced in so many is replaced once and for all
_TABLE = ("table-title", "unit", "head", "cell", "total", "table-note", "source")


class Unsayable(Exception):
    """The corrected data changes what no printed instruction can speak of.

    The message says what and what to do.
    """


class Renumbered(Exception):
    """The corrected text moves printed numbers; the first is named.

    A corrigendum never does that.
    """


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction to the reader of the issued text.

    throughout: for `old` read `new` wherever no other instruction says what to read.
    swap: in the passage at `location`, for `old` read `new` (`sentence` counts from 1; 0 where there is but one).
    replace: the passage at `location` should read `new`. delete: the passage `old` goes.
    insert: after the passage at `after` (None: at the beginning) comes the passage `new` with the address `location`.
    …-table: the same for a whole table, whose passages after the change stand in `table`.
    `page` is the page of the issued PDF, 0 where unknown, for an insertion that of `after`; texts hold footnote calls
    as signs (see Passage).
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
    """The instructions from the issued passages to the corrected.

    In reading order. Raises Renumbered where a paragraph kept its words but not its number, Unsayable where a picture
    changed, or what words are set apart in.
    """
    _require_numbers_kept(old, new)
    _require_pictures_kept(old, new)
    _require_places_kept(old, new)
    _require_notes_in_order(old, new)
    words = usages((passage.text for passage in old), (passage.text for passage in new))
    found = _Instructions(words).between(old, new)
    terms = _replaced_terms(found, new)
    if not terms:
        return found
    general = (Instruction("throughout", WHOLE_TEXT, term.old, term.new) for term in terms)
    return (*general, *_Instructions(words, terms).between(old, new))


def _replaced_terms(found: Sequence[Instruction], new: Sequence[Passage]) -> tuple[Substitution, ...]:
    """The terms that are replaced in many passages and that the corrected text has nowhere any more."""
    swaps = {
        (order.location, order.old, order.new)
        for order in found
        if order.kind == "swap" and order.new and letters(order.old) != letters(order.new)
    }  # signs alone are no term
    count = Counter((old, corrected) for _, old, corrected in swaps)
    read = "\n".join(passage.text for passage in new)
    terms = [Substitution(*words) for words, times in count.items() if times >= _OFTEN and words[0] not in read]
    # one that is part of another, or that stands for two, would leave it open what to read
    return tuple(
        term for term in terms if not any(other != term and term.old in other.old for other in terms)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Instructions:
    """How instructions are worded: `usages` part words, `terms` are replaced throughout and need no instruction."""

    usages: Usages
    terms: tuple[Substitution, ...] = ()

    def between(self, old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Instruction, ...]:
        rebuilt = _rebuilt_tables(old, new)
        found: list[Instruction] = []
        before: Passage | None = None  # the issued passage that stands before the one at hand
        for pair in align(old, new):
            table = _table_of(pair.old or pair.new)
            if table in rebuilt:
                found.extend(_table_instruction(table, rebuilt.pop(table), before))
            elif table is None or not _in_rebuilt(table, found):
                found.extend(self._of_pair(pair, before))
            before = pair.old or before
        return tuple(found)

    def _of_pair(self, pair: Pair, before: Passage | None) -> Iterator[Instruction]:
        old, new = pair.old, pair.new
        if old is None and new is not None:
            after, page = _after(before)
            yield Instruction("insert", new.location, "", new.text, 0, page, after, new.id, new.role)
        elif new is None and old is not None:
            yield Instruction("delete", old.location, old.text, page=old.page, id=old.id, role=old.role)
        elif old is not None and new is not None and with_terms(old.text, self.terms) != new.text:
            yield from self._rewording(old, new)

    def _rewording(self, old: Passage, new: Passage) -> Iterator[Instruction]:
        changes = self._substitutions(old.text, new.text)
        if changes is None:
            yield Instruction("replace", old.location, old.text, new.text, page=old.page, id=old.id, role=old.role)
            return
        for change in changes:
            yield Instruction(
                "swap", old.location, change.old, change.new, change.sentence, old.page, id=old.id, role=old.role
            )

    def _substitutions(self, old: str, new: str) -> tuple[Substitution, ...] | None:
        """What is to be said besides the terms; of the issued text, so that a reader finds it there."""
        for start in dict.fromkeys((with_terms(old, self.terms), old)):
            changes = substitutions(start, new, self.usages)
            if changes is not None and substituted(old, changes, self.terms) == new:
                return changes
        return None


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


_UNPRINTED = {"alternative": "the alternative text", "picture": "the picture file"}


def _require_pictures_kept(old: Sequence[Passage], new: Sequence[Passage]) -> None:
    """A corrigendum says in words what to read: it cannot put another picture, or what stands for one, in its place."""
    before, after = (
        {passage.location: passage.text for passage in passages if passage.location.kind in _UNPRINTED}
        for passages in (old, new)
    )
    for location in (*before, *after):
        if before.get(location) != after.get(location):
            what = _UNPRINTED[location.kind]
            became = "was exchanged" if location in before and location in after else "came or went"
            raise Unsayable(
                f"{what} of {location.path[-1]} {became}; a corrigendum cannot say that in words: make a reissue that "
                "names the figure, or a revision"
            )


def _require_places_kept(old: Sequence[Passage], new: Sequence[Passage]) -> None:
    """Words that stay and come into a box, columns or pages across, or out of them: only a new text shows it."""
    for pair in align(old, new):
        if pair.old and pair.new and pair.old.text == pair.new.text and pair.old.within != pair.new.within:
            before, after = (one.within or "the running text" for one in (pair.old, pair.new))
            raise Unsayable(
                f"“{readable(pair.new.text)[:60]}” stood in {before} and now stands in {after}; a corrigendum cannot "
                "say that in words: leave it where it was, or make a reissue or a revision"
            )


def _require_notes_in_order(old: Sequence[Passage], new: Sequence[Passage]) -> None:
    """Notes are numbered in the order of their calls: two that exchange places have exchanged their numbers as well."""
    before, after = ({p.id: p.location for p in text if p.location.kind == "note"} for text in (old, new))
    kept = [name for name in after if name in before]
    issued = [name for name in before if name in after]
    for name, other in zip(kept, issued, strict=True):
        if name != other:
            raise Unsayable(
                f"{before[other]} and {before[name]} of the issued text exchange places in the corrected data; leave the "
                "calls where they were and exchange the words of the notes, or make a revision"
            )


def _cited(location: Location) -> str:
    scope = " ".join(filter(None, (location.annex, location.decision)))
    return f"paragraph {' '.join(location.path)}" + (f" ({scope})" if scope else "")


def _places_of_words(passages: Sequence[Passage]) -> dict[str, Location]:
    """Where each text stands that stands in one numbered passage only, long enough not to recur by chance."""
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
    """The tables whose rows or columns came or went: these are said as a whole, not cell by cell."""
    before, after = _tables(old), _tables(new)
    return {
        key: (before.get(key, ()), after.get(key, ()))
        for key in (*before, *(key for key in after if key not in before))
        if [_shape(p) for p in before.get(key, ())] != [_shape(p) for p in after.get(key, ())]
    }


def _shape(passage: Passage) -> tuple[str, int, int]:
    return (passage.location.kind, passage.location.row, passage.location.column)


def _table_instruction(key: _TableKey, rebuilt: _Rebuilt, before: Passage | None) -> Iterator[Instruction]:
    old, new = rebuilt
    location = Location(key[0], key[1], "table-title", key[2])
    kind: InstructionKind = "replace-table" if old and new else "insert-table" if new else "delete-table"
    after, page = _after(before)
    if old:
        page = old[0].page
    yield Instruction(kind, location, page=page, after=after, id=(old or new)[0].id, table=new)


def _after(before: Passage | None) -> tuple[Location | None, int]:
    return (before.location, before.page) if before else (None, 0)


def _in_rebuilt(table: _TableKey, found: Sequence[Instruction]) -> bool:
    return any(
        instruction.kind.endswith("-table")
        and (instruction.location.annex, instruction.location.decision, instruction.location.path) == table
        for instruction in found
    )
