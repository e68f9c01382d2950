"""Where a script writes no spaces: which runs are terms.

Told from how the two texts use them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

IDEOGRAPH = re.compile(r"[\u2e80-\u2fff\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LONGEST = 8  # characters of a term


@dataclass(slots=True)
class Usage:
    """How often runs of characters stand in a text, beside what.

    A term recurs with changing neighbours.
    """

    text: str = ""
    weights: dict[str, int] = field(default_factory=dict)

    def weight(self, run: str) -> int:
        """How much speaks for `run` being a term.

        Times used by length, 0 where it is only part of one.
        """
        if len(run) < 2 or not self.text:
            return 0
        if run not in self.weights:
            places = list(_places(self.text, run))
            before = {self.text[place - 1] for place in places}
            after = {self.text[place + len(run)] for place in places}
            self.weights[run] = len(places) * (len(run) - 1) if len(before) > 1 and len(after) > 1 else 0
        return self.weights[run]


@dataclass(frozen=True, slots=True)
class Usages:
    """How the issued and the corrected text use their words."""

    old: Usage
    new: Usage

    def term_around(self, before: str, old: str, new: str, after: str) -> tuple[int, int] | None:
        """How many characters around belong to the term that changes.

        In `before` and `after`, where `old` becomes `new`. None where neither text uses the words as a term.
        """
        best, most = None, 0
        for left in range(_reach(reversed(before[-_LONGEST:])) + 1):
            for right in range(_reach(after[:_LONGEST]) + 1):
                sides = before[len(before) - left :], after[:right]
                weight = max(
                    usage.weight(sides[0] + core + sides[1]) for usage, core in ((self.old, old), (self.new, new))
                )
                if weight > most:
                    best, most = (left, right), weight
        return best


def usages(old: Iterable[str], new: Iterable[str]) -> Usages:
    """How the issued and the corrected passages use their words."""
    return Usages(*(Usage("\n".join(["", *texts, ""])) for texts in (old, new)))


NONE = Usages(Usage(), Usage())


def _reach(characters: Iterable[str]) -> int:
    """How many characters in a row are ideographs."""
    count = 0
    for character in characters:
        if not IDEOGRAPH.match(character):
            break
        count += 1
    return count


def _places(text: str, run: str) -> Iterator[int]:
    place = text.find(run)
    while place >= 0:
        yield place
        place = text.find(run, place + 1)
