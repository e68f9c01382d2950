"""The States of a list are out of their alphabetical order.

Why: States are looked for by the alphabet, and none stands before another by rank.
Authority: practice of lists of participants (V16): the order is that of the language of the list.
Bad: Kenya · France · Mexico
Good: France · Kenya · Mexico
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from publisher.check.delegations import Delegation, categories
from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("names",)
_FEW = 4  # of so many, one may be out of place; where more are, the list has another order


def find(evidence: Evidence) -> Iterator[Fault]:
    """The headings out of place, or the first one of a list in another order."""
    if len(evidence.record.language_only) > 1:  # one list for several languages
        return
    order = evidence.vocabulary.order_of_names
    for listed in categories(evidence):
        keys = [evidence.vocabulary.sort_key(evidence.reference.states[one.state].names[order]) for one in listed]
        in_order = _in_order(keys)
        misplaced = [one for place, one in enumerate(listed) if place not in in_order]
        if len(misplaced) > max(1, len(listed) // _FEW):
            misplaced = misplaced[:1]
        for one in misplaced:
            yield _fault(evidence, one)


def _fault(evidence: Evidence, one: Delegation) -> Fault:
    words, hint = one.heading.text, "put it where the alphabet has it; the list follows the order you write it in"
    return evidence.fault(one.heading, 0, len(words), f"“{words}” is out of the alphabetical order of the States", hint)


def _in_order(keys: Sequence[str]) -> frozenset[int]:
    """The places of the longest run of `keys`, in which each is no less than the one before."""
    ends: list[int] = []  # of runs of each length, the place of their smallest end
    before: dict[int, int | None] = {}
    for place, key in enumerate(keys):
        length = bisect_right([keys[end] for end in ends], key)
        before[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    kept, place_of_last = set(), ends[-1] if ends else None
    while place_of_last is not None:
        kept.add(place_of_last)
        place_of_last = before[place_of_last]
    return frozenset(kept)
