"""Accounts of an import: each position used once or left out.

What is left out has a reason. What can be asked for is entered first, by whoever lists the source (`enter`), never by
what reads it: so the denominators come from the source, and what the reading passes over stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

PositionKind = Literal["paragraph", "run", "cell", "note", "picture", "field", "change", "comment", "element"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place of the source that holds something.

    Its kind, where it is in an editor's words, what it says.
    """

    kind: PositionKind
    where: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A position that is not in the folder, why, and what is printed in its place."""

    position: Position
    reason: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many positions of a kind the source has, and what became of them."""

    total: int
    used: int
    left_out: int
    open: int
    twice: int


@dataclass(slots=True)
class Accounts:
    """What became of each position.

    Keys are whatever tells positions of one source apart.
    """

    entered: dict[Hashable, Position] = field(default_factory=dict)
    uses: Counter[Hashable] = field(default_factory=Counter)
    reasons: dict[Hashable, str] = field(default_factory=dict)
    instead: dict[Hashable, str] = field(default_factory=dict)  # what the program prints in the place of a position
    reworded: list[str] = field(default_factory=list)  # words in whose place the program prints others, each told

    def enter(self, key: Hashable, position: Position) -> None:
        """Take `position` into the accounts.

        It stays open until it is used or left out.
        """
        if key in self.entered:
            raise ValueError(f"entered twice: {position}")
        self.entered[key] = position

    def use(self, *keys: Hashable) -> None:
        """Note that the positions `keys` went into the folder.

        What was never entered holds nothing.
        """
        self.uses.update(key for key in keys if key in self.entered)

    def use_once(self, key: Hashable) -> None:
        """Note that the position `key` went into the folder.

        That may have been said of a part of it before.
        """
        if key in self.entered:
            self.uses[key] = max(1, self.uses[key])

    def leave_out(self, reason: str, *keys: Hashable, instead: str = "") -> None:
        """Note that the positions `keys` are not in the folder, and why.

        The first reason stands. The program prints `instead` in the place of all of them.
        """
        for key in keys:
            if key in self.entered and key not in self.reasons:
                self.reasons[key] = reason
                self.instead[key], instead = instead, ""

    def left_out(self) -> Iterator[LeftOut]:
        """What was left out, in the order of the source."""
        return (
            LeftOut(position, self.reasons[key], self.instead.get(key, ""))
            for key, position in self.entered.items()
            if key in self.reasons and not self.uses[key]
        )

    def is_open(self, key: Hashable) -> bool:
        """Whether a position is neither in the folder nor left out."""
        return not self.uses[key] and key not in self.reasons

    def open(self) -> Iterator[Position]:
        """Positions that are neither in the folder nor left out: what was lost."""
        return (at for key, at in self.entered.items() if self.is_open(key))

    def twice(self) -> Iterator[Position]:
        """Positions used more than once, or used and left out."""
        return (at for key, at in self.entered.items() if self.uses[key] + (key in self.reasons) > 1)

    def counts(self) -> dict[PositionKind, Count]:
        """The totals of each kind.

        Used + left out + open is the total where nothing stands twice.
        """
        kinds = dict.fromkeys(position.kind for position in self.entered.values())
        lost, doubled = _by_kind(self.open()), _by_kind(self.twice())
        left = _by_kind(one.position for one in self.left_out())
        totals = _by_kind(self.entered.values())
        return {
            kind: Count(totals[kind], totals[kind] - left[kind] - lost[kind], left[kind], lost[kind], doubled[kind])
            for kind in kinds
        }


def _by_kind(positions: Iterable[Position]) -> Counter[PositionKind]:
    return Counter(position.kind for position in positions)
