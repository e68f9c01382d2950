"""Finds typed texts in a finished file, in the order of print.

Every sign, every space between words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic
from publisher.typed.squeezed import Squeezed, squeezed
from publisher.typed.transformations import CALL, HOLE, as_printed
from publisher.typed.units import Unit

_FAR = 20_000  # signs in which a text is looked for; blocks that the program writes may stand before it
_NEAR = 3_000  # the same for texts so short that they stand elsewhere by chance
_SHORT = 12
_LONGEST_LABEL = 60  # signs of a number or label before a text: “Decision 3/1:”, “(a)”
_LONGEST_TAIL = 300  # signs of the program after a heading: its agenda items
_LABEL = re.compile(r".*[•\d.:：)）、\-–—\]’‘]|.*\ue000")
_MARK = re.compile(r"[a-z\u0621-\u064a*]{1,3}")  # before the note of a table
_TAIL = ("(", "（")  # the agenda items after a heading stand in brackets
_TRIES = 200
_ALIKE = 6  # lines that differ in their spaces only
_MOST = 12  # findings on one file: one part that is left out would have hundreds


@dataclass(frozen=True, slots=True)
class Printed:
    """What a finished file says.

    Its blocks in reading order and its footnotes, calls as CALL, a line end as “\\n”.
    """

    blocks: tuple[str, ...]
    notes: tuple[str, ...] = ()


def _wanted(unit: Unit) -> Squeezed:
    """The signs a typed text is looked for by."""
    return _looked_for(unit.text)


@lru_cache(maxsize=4096)  # in each format anew
def _looked_for(text: str) -> Squeezed:
    return squeezed([as_printed(text)])


class Search:
    """One pass through a finished file, from one typed text to the next."""

    def __init__(self, printed: Printed, name: str) -> None:
        self.name = name
        self.file = squeezed(as_printed(block) for block in printed.blocks)
        self.starts = [place for place, gap in enumerate(self.file.gaps) if gap == "|"]
        self.notes = [squeezed([as_printed(note)]) for note in printed.notes]
        self.cursor = 0
        self.group = 0  # where the heads or notes of a table begin
        self.taken: set[int] = set()  # where those of the group stand that were found
        self.headed: dict[int, int | None] = {}  # the column of each that shows a figure or day
        self.in_table = False
        self.missed = 0  # heads that were not found: their blocks stand before the first cell
        self.made: list[Unit] = []
        self.lost: list[Diagnostic] = []

    def look(self, units: Sequence[Unit]) -> tuple[Diagnostic, ...]:
        """A finding for each of `units` that is not printed as it was typed."""
        for unit in units:
            match unit.role:
                case "note":
                    self._note(unit)
                case "anywhere":
                    self._anywhere(unit)
                case "made":
                    self.made.append(unit)
                case "unread":
                    self._report(unit, "")
                case "group":
                    self._group(unit)
                case "cell":
                    self._cell(unit)
                case "part" | "text":
                    self.in_table = False
                    self._text(unit)
        self._made(len(self.file.signs))
        more = len(self.lost) - _MOST
        if more <= 0:
            return tuple(self.lost)
        last = replace(self.lost[_MOST - 1], hint=f"{more} more places of {self.name} differ from what was typed.")
        return (*self.lost[: _MOST - 1], last)

    def _anywhere(self, unit: Unit) -> None:
        wanted = _wanted(unit)
        found = self._found(unit, wanted, 0, len(self.file.signs))
        if found is None:
            self._report(unit, "")
        else:
            self._spacing(unit, wanted, found)

    def _made(self, place: int) -> None:
        """Report blocks of the program that are lost: each makes at least one block before the next typed text."""
        blocks = bisect_left(self.starts, place) - bisect_left(self.starts, self.cursor)
        for unit in self.made[max(0, blocks) :]:
            self._report(unit, "")
        self.made.clear()

    def _text(self, unit: Unit) -> None:
        wanted = _wanted(unit)
        if not wanted.signs.strip(HOLE):
            return
        reach = _FAR if len(wanted.signs) >= _SHORT else _NEAR
        found = (
            self._found(unit, wanted, self.cursor, self.cursor + reach)
            or (
                self._found(unit, wanted, self.cursor, len(self.file.signs)) if len(wanted.signs) > 2 * _SHORT else None
            )
            or self._marked(unit, self.cursor)
        )
        if found is None and unit.lettered:
            found = self._marked(unit, self.cursor)
        if found is not None:
            found = self._exact(unit, wanted, found)
            self._made(found[0][0])
            self._spacing(unit, wanted, found)
            self.cursor = found[-1][1]
        elif self._found(unit, wanted, 0, len(self.file.signs)) is not None:
            self._report(unit, "", moved=True)
        else:
            self._report(unit, self._nearest(wanted.signs.replace(HOLE, "")))

    def _group(self, unit: Unit) -> None:
        if unit.first or not self.in_table:
            self.group, self.taken, self.headed = self.cursor, set(), {}
        self.in_table = True
        if unit.shows is not None and self._headed(unit):
            return
        wanted = _wanted(unit)
        found, start = None, self.group
        # Heads may say the same: each is looked for where none before it was found.
        while (place := self._found(unit, wanted, start, self.group + _NEAR) or self._marked(unit, start)) is not None:
            if place[0][0] not in self.taken:
                found = place
                break
            start = place[0][0] + 1
        if found is None:
            self.missed += 1
            self._report(unit, self._nearest(squeezed([unit.text]).signs))
            return
        self.taken.add(found[0][0])
        self._spacing(unit, wanted, found)
        self.cursor = max(self.cursor, found[-1][1])

    def _headed(self, unit: Unit) -> bool:
        """Whether a head shows the figure or day of a sheet, alone or beside the words of another row of heads."""
        start, last = self._block(self.group)[0], self.group + _NEAR
        while unit.shows is not None and start < min(last, len(self.file.signs)):
            _, end = self._block(start)
            words = self._shown(start, end).split()[:_LONGEST_LABEL]
            places = range(len(words))
            parts = (" ".join(words[first : last + 1]) for first in places for last in places[first:])
            if self.headed.get(start, unit.at.column) == unit.at.column and any(unit.shows(part) for part in parts):
                self.headed[start] = unit.at.column
                self.cursor = max(self.cursor, end)
                return True
            start = end
        return False

    def _cell(self, unit: Unit) -> None:
        """A cell stands right after the one before it; the first of a table may have words of the program before it."""
        start, end = self._block(self.cursor)
        said = self.file.signs[start:end]
        if unit.shows is not None and (start == self.cursor or self.in_table):
            said = self._shown(start, end)
            if unit.shows(said):
                self.cursor, self.in_table = end, True
                return
        wanted = _wanted(unit)
        if not wanted.signs.strip(HOLE):  # nothing but a fact or reference, which the program writes
            self.cursor = end if self.in_table or start == self.cursor else self.cursor
            return
        begins = bisect_right(self.starts, self.cursor) - 1
        latest = self.starts[min(begins + self.missed, len(self.starts) - 1)] if self.missed else self.cursor
        reach = latest + (1 if self.in_table else _FAR)
        reach += len(wanted.signs) + HOLE_REACH * wanted.signs.count(HOLE)
        found = self._found(unit, wanted, self.cursor, reach)
        found = found or self._marked(unit, self.cursor)
        in_place = found is not None and (not self.in_table or found[0][0] <= latest or wanted.signs.startswith(HOLE))
        self.missed = 0
        if found is not None and in_place:
            self._spacing(unit, wanted, found)
            self.cursor = found[-1][1]
        else:
            self._report(unit, self._shown(start, end))
            self.cursor = end
        self.in_table = True

    def _marked(self, unit: Unit, start: int) -> list[tuple[int, int]] | None:
        """The same where a file prints the letter of a table's note as plain text: Word has no notes in tables."""
        if CALL not in unit.text:
            return None
        loose = replace(unit, text=unit.text.replace(CALL, HOLE))
        found = self._found(loose, _wanted(loose), start, start + _NEAR)
        if found and unit.text.endswith(CALL):
            found[-1] = (found[-1][0], self._block(found[-1][0])[1])
        return found

    def _note(self, unit: Unit) -> None:
        wanted = _wanted(unit)
        pieces = wanted.signs.split(HOLE)
        for place, note in enumerate(self.notes):
            if _whole(pieces, note.signs):
                del self.notes[place]  # a note that reads the same is another one's
                if len(pieces) == 1 and (said := _differs(wanted, note, 0, 0, len(wanted.signs))):
                    self._report(unit, said)
                return
        self._report(unit, "")

    def _found(self, unit: Unit, wanted: Squeezed, start: int, end: int) -> list[tuple[int, int]] | None:
        """Where the pieces of a text between its holes stand, between `start` and `end`, in a place of its own."""
        pieces = wanted.signs.split(HOLE)
        loose = unit.role == "part"
        first = next((place for place, piece in enumerate(pieces) if piece), None)
        if first is None:
            return None
        place = start
        for _ in range(_TRIES):
            place = self.file.signs.find(pieces[first], place, max(end, start))
            if place < 0:
                return None
            if loose or first > 0 or self._begins(place, unit):
                spans = self._rest(pieces, first, place, unit)
                if spans is not None:
                    return spans
            place += 1
        return None

    def _rest(self, pieces: list[str], first: int, place: int, unit: Unit) -> list[tuple[int, int]] | None:
        """The spans of the pieces from the first one, which stands at `place`; the last ends its block."""
        spans = [(place, place + len(pieces[first]))]
        rest = [piece for piece in pieces[first + 1 :] if piece]
        open_end = not pieces[-1] and len(pieces) > 1
        for piece in rest[:-1] if not open_end else rest:
            at = self.file.signs.find(piece, spans[-1][1], spans[-1][1] + HOLE_REACH)
            if at < 0:
                return None
            spans.append((at, at + len(piece)))
        if open_end:
            return spans
        if not rest:
            return spans if self._ends(spans[-1][1], unit) else None
        at = spans[-1][1]
        for _ in range(_TRIES):
            at = self.file.signs.find(rest[-1], at, spans[-1][1] + HOLE_REACH)
            if at < 0:
                return None
            if self._ends(at + len(rest[-1]), unit):
                return [*spans, (at, at + len(rest[-1]))]
            at += 1
        return None

    def _begins(self, place: int, unit: Unit) -> bool:
        """Whether a block begins at `place`, a number or label of the program aside."""
        start, _ = self._block(place)
        before = self.file.signs[start:place]
        if not before or len(before) > _LONGEST_LABEL:
            return not before
        if unit.part and len(before) == 1:
            return before.isalpha()
        return bool(_LABEL.fullmatch(before) or (unit.role == "group" and unit.tail and _MARK.fullmatch(before)))

    def _ends(self, place: int, unit: Unit) -> bool:
        """Whether a block ends at `place`, or goes on with words of the program."""
        if place >= len(self.file.signs) or self.file.gaps[place] == "|" or unit.role == "part":
            return True
        tail = self.file.signs[place : self._block(place)[1]]
        return unit.tail and (tail == CALL or (tail.startswith(_TAIL) and len(tail) <= _LONGEST_TAIL))

    def _block(self, place: int) -> tuple[int, int]:
        """Begin and end of the block that holds `place`."""
        index = bisect_right(self.starts, place)
        start = self.starts[index - 1] if index else 0
        return start, self.starts[index] if index < len(self.starts) else len(self.file.signs)

    def _shown(self, start: int, end: int) -> str:
        """Signs of the file with their spaces."""
        return "".join(
            (" " if self.file.gaps[place] in " \n|" and place > start else "") + self.file.signs[place]
            for place in range(start, end)
        )

    def _exact(self, unit: Unit, wanted: Squeezed, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The first place where the spaces are right too, of lines that differ in nothing else; else the first."""
        place: list[tuple[int, int]] | None = found
        for _ in range(_ALIKE):
            if place is None or not self._difference(wanted, place):
                break
            place = self._found(unit, wanted, place[0][0] + 1, place[0][0] + _FAR)
        return place or found

    def _spacing(self, unit: Unit, wanted: Squeezed, spans: list[tuple[int, int]]) -> None:
        """Report a space that is lost or added inside a text."""
        if said := self._difference(wanted, spans):
            self._report(unit, said)

    def _difference(self, wanted: Squeezed, spans: list[tuple[int, int]]) -> str:
        """The words around a space that is lost or added; at a line end none can be seen."""
        at = 0
        for piece, (start, end) in zip((p for p in wanted.signs.split(HOLE) if p), spans, strict=False):
            at = wanted.signs.find(piece, at)
            if said := _differs(wanted, self.file, at, start, min(end - start, len(piece))):
                return said
            at += len(piece)
        return ""

    def _nearest(self, wanted: str) -> str:
        """The block most like `wanted` among those that may stand in its place."""
        index = max(0, bisect_right(self.starts, self.cursor) - 1)
        ends = [*self.starts[index + 1 : index + 41], len(self.file.signs)]
        near = [(start, end) for start, end in zip(self.starts[index : index + 40], ends, strict=False)]
        best, score = (0, 0), 0.5
        for start, end in near:
            found = SequenceMatcher(None, wanted[:400], self.file.signs[start:end][:400], autojunk=False)
            if found.real_quick_ratio() > score and found.quick_ratio() > score and (ratio := found.ratio()) > score:
                best, score = (start, end), ratio
        return self._shown(*best) if best[1] else ""

    def _report(self, unit: Unit, said: str, *, moved: bool = False) -> None:
        typed = _short(unit.typed)
        if moved:
            message = f"“{typed}” stands in {self.name} in another place than it was typed in"
            self.lost.append(finding("OUT097", message, unit.at, span=unit.typed[:60]))
        elif said:
            old, new = _part(unit.typed, said.replace(CALL, ""))
            message = f"“{old}” was typed, {self.name} prints “{new}”"
            self.lost.append(finding("OUT096", message, unit.at, span=unit.typed[:60]))
        else:
            message = f"“{typed}” is not in {self.name} as it was typed"
            self.lost.append(finding("OUT095", message, unit.at, span=unit.typed[:60]))


HOLE_REACH = 3_000  # signs that a fact may take: a list of all States


def _whole(pieces: list[str], note: str) -> bool:
    """Whether a note consists of `pieces` in order, with words of the program between them."""
    if not note.startswith(pieces[0]) or not note.endswith(pieces[-1]):
        return False
    if len(pieces) == 1:
        return note == pieces[0]
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        at = note.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return at <= len(note) - len(pieces[-1])


def _differs(wanted: Squeezed, found: Squeezed, at: int, start: int, length: int) -> str:
    """The words around the first space that is lost or added, nothing where there is none."""
    if wanted.gaps[at + 1 : at + length] == found.gaps[start + 1 : start + length]:
        return ""
    pairs = zip(wanted.gaps[at + 1 : at + length], found.gaps[start + 1 : start + length], strict=False)
    for more, (typed, printed) in enumerate(pairs, 1):
        if typed == printed or printed in "|\n" or typed == "\n":
            continue
        if CALL not in (wanted.signs[at + more], wanted.signs[at + more - 1]):
            around = range(max(start, start + more - 12), min(start + length, start + more + 12))
            return "".join((" " if found.gaps[p] != "." else "") + found.signs[p] for p in around).strip()
    return ""


def _part(typed: str, said: str) -> tuple[str, str]:
    """The words where a typed and a printed text differ."""
    if len(typed) < 60 and len(said) < 60:
        return _short(typed), _short(said)
    for action, i1, i2, j1, j2 in SequenceMatcher(None, typed[:2000], said[:2000], autojunk=False).get_opcodes():
        if action != "equal":
            left = max(0, i1 - 15)
            return _short(typed[left : i2 + 15]), _short(said[max(0, j1 - (i1 - left)) : j2 + 15])
    return _short(typed), _short(said)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:57] + "…"


def words_of(blocks: Iterable[str]) -> Iterator[str]:
    """Blocks with each footnote mark, between its signs, as one CALL."""
    for block in blocks:
        yield re.sub("\ue000[^\ue001]*\ue001", CALL, block)
