"""Pairing the passages of an issued text with those of the corrected one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from publisher.revise.location import Location, Passage

_ALIKE = 0.5  # two passages that share less than half of their characters are not versions of each other


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage before and after.

    `old` is None for one that was added, `new` for one that was taken out.
    """

    old: Passage | None
    new: Passage | None

    @property
    def changed(self) -> bool:
        """True where the two do not read the same."""
        return self.old is None or self.new is None or self.old.text != self.new.text


def align(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Pair, ...]:
    """The passages in pairs, in the order of the new text.

    With what was taken out at its old place. A passage with a printed number is the same passage as that with the
    same number; one without a number is matched by what it says among those that stand under the same number.
    """
    partner = {**_by_number(old, new), **_by_likeness(old, new)}
    taken = {passage.location for passage in partner.values()}
    pairs: list[Pair] = []
    waiting = iter(old)
    position = {passage.location: index for index, passage in enumerate(old)}
    done = 0
    for passage in new:
        before = partner.get(passage.location)
        if before is not None and position[before.location] >= done:
            for gone in _until(waiting, before.location):
                if gone.location not in taken:
                    pairs.append(Pair(gone, None))
            done = position[before.location] + 1
        pairs.append(Pair(before, passage))
    pairs.extend(Pair(gone, None) for gone in waiting if gone.location not in taken)
    return tuple(pairs)


def _until(passages: Iterator[Passage], location: Location) -> Iterator[Passage]:
    for passage in passages:
        if passage.location == location:
            return
        yield passage


def _by_number(old: Sequence[Passage], new: Sequence[Passage]) -> dict[Location, Passage]:
    issued = {passage.location: passage for passage in old if passage.location.kind not in _LIKENESS}
    return {passage.location: issued[passage.location] for passage in new if passage.location in issued}


# These have no printed number; front notes and footnotes are matched by identifier, since their marks may move.
_LIKENESS = frozenset(
    {"unnumbered", "point", "preambular", "caption", "table-title", "head", "cell", "total", "note", "front-note"}
)


def _by_likeness(old: Sequence[Passage], new: Sequence[Passage]) -> dict[Location, Passage]:
    found: dict[Location, Passage] = {}
    groups: dict[tuple[object, ...], tuple[list[Passage], list[Passage]]] = {}
    for side, passages in enumerate((old, new)):
        for passage in passages:
            if passage.location.kind in _LIKENESS:
                groups.setdefault(_group(passage), ([], []))[side].append(passage)
    for before, after in groups.values():
        found.update(_matched(before, after))
    return found


def _group(passage: Passage) -> tuple[object, ...]:
    place = passage.location
    if place.kind in ("note", "front-note"):
        return (place.kind, passage.id)
    if place.kind in ("head", "cell", "total"):
        return (place.annex, place.decision, place.kind, place.path, place.row, place.column)
    return (place.annex, place.decision, place.kind, place.path)


def _matched(before: list[Passage], after: list[Passage]) -> dict[Location, Passage]:
    """Match two short runs of passages: equal ones first, then those alike, in order."""
    found: dict[Location, Passage] = {}
    matcher = SequenceMatcher(None, [p.text for p in before], [p.text for p in after], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            found.update((n.location, o) for o, n in zip(before[i1:i2], after[j1:j2], strict=True))
        elif tag == "replace":
            found.update(_alike(before[i1:i2], after[j1:j2]))
    return found


def _alike(before: list[Passage], after: list[Passage]) -> Iterator[tuple[Location, Passage]]:
    start = 0
    for passage in after:
        scores = [
            (SequenceMatcher(None, candidate.text, passage.text, autojunk=False).ratio(), -index)
            for index, candidate in enumerate(before[start:], start)
        ]
        best, index = max(scores, default=(0.0, 0))
        if best >= _ALIKE:
            start = 1 - index
            yield passage.location, before[-index]
