"""The lines of page one that say who presided and who sits on an organ.

An office and a person, with the State at the end of the line or without; then the members, the person at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any

from publisher.language import Vocabulary
from publisher.model.record import MEMBERS, PRESIDING
from publisher.model.reference import Reference
from publisher.receive.folder import OneLine

_OFFICES = {
    "committee": ("chair", "vice-chair", "president", "vice-president", "rapporteur"),
    "plenary": ("president", "vice-president", "chair", "vice-chair", "rapporteur"),
}
_GENDERS = (None, "f", "m")
_FEW, _MANY = 1, 15  # members that languages call otherwise


@dataclass(slots=True)
class Seats:
    """The bureaux of a record, the words of its persons, and how many lines say so."""

    bureaux: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    lines: int = 0

    def take(self, bureau: str, officer: dict[str, Any], key: str, person: str) -> None:
        """Put down who holds an office."""
        if person:
            self.persons[key] = person
            officer["person"] = key
        self.bureaux.setdefault(bureau, []).append(officer)
        self.lines += 1

    def facts(self) -> dict[str, Any]:
        """What a record says of them."""
        made: dict[str, Any] = {}
        if self.bureaux:
            made["bureaux"] = {key: {"officers": list(map(OneLine, listed))} for key, listed in self.bureaux.items()}
        return made | ({"persons": {key: {} for key in self.persons}} if self.persons else {})


@dataclass(frozen=True)
class SeatReader:
    """Reads such lines in one language."""

    vocabulary: Vocabulary
    reference: Reference

    def read(self, lines: Sequence[str], sort: str) -> Seats:
        """Those that `lines` begin with.

        Where two offices are called alike, the one a meeting of this sort has.
        """
        seats = Seats()
        while seats.lines < len(lines) and self._presiding(lines[seats.lines], sort, seats):
            pass
        self._members(lines[seats.lines :], seats)
        return seats

    def _presiding(self, line: str, sort: str, seats: Seats) -> bool:
        for office, gender in product(_OFFICES[sort], _GENDERS):
            said = _after(self.vocabulary.officer_label(office, gender, 1), line)  # type: ignore[arg-type]
            if said is None:
                continue
            officer = {"office": office} | ({"gender": gender} if gender else {})
            key = office if PRESIDING in seats.persons else PRESIDING
            if alone := self._states.get(_bare(said)):
                seats.take(PRESIDING, officer | {"state": alone}, key, "")
                return True
            opening, closing = self.vocabulary.entries.punctuation.brackets
            found = re.fullmatch(rf"(.+?)\s*{re.escape(opening)}([^()（）]+){re.escape(closing)}", said, re.DOTALL)
            state = self._states.get(_bare(found[2])) if found else None
            if found and state:
                seats.take(PRESIDING, officer | {"state": state}, key, found[1])
            else:
                seats.take(PRESIDING, officer, key, said)
            return True
        return False

    def _members(self, lines: Sequence[str], seats: Seats) -> None:
        """The members by State, in the order of the language; else none of the lines is taken for one."""
        labels = {self.vocabulary.officer_label("member", count=count) for count in (_FEW, _MANY)}
        first = next((said for label in labels if lines and (said := _after(label, lines[0])) is not None), None)
        if first is None:
            return
        found = list(self._by_state([first, *lines[1:]]))
        states = [self.reference.states[code] for code, _ in found]
        if self.vocabulary.sort_states(states) == states:
            for code, person in found:
                seats.take(MEMBERS, {"office": "member", "state": code}, code.lower(), person)

    def _by_state(self, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
        for line in lines:
            starts = (name for name in self._names if line.startswith(name) and not line[len(name) :][:1].isalnum())
            if (name := next(starts, None)) is None:
                return
            yield self._names[name], line[len(name) :].strip()

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names of States as lists have them, the longest first."""
        code = self.vocabulary.code
        names = {name: state.iso3 for state in self.reference.states.values() if (name := state.names.get(code, ""))}
        return dict(sorted(names.items(), key=lambda one: -len(one[0])))

    @cached_property
    def _states(self) -> dict[str, str]:
        return {_bare(name): code for name, code in self._names.items()}


def _after(label: str, line: str) -> str | None:
    """What stands after a label set apart, or None."""
    said = r"\s*".join(map(re.escape, label.split()))
    found = re.fullmatch(rf"\*{{0,2}}{said}\*{{0,2}}\s*(.+)", line.strip(), re.DOTALL)
    return found[1] if found else None


def _bare(words: str) -> str:
    return "".join(words.split())
