"""The States of a list of participants are not those of the record.

Or an observer stands among the members.

Why: who is a member may vote; the record and the printed list must say the same of each State.
Authority: record of attendance (V10, V15): observers are not members.
Bad: `members: [FRA, KEN]` and a list that goes on with Mexico
Good: `members: [FRA, KEN, MEX]`, or a list without Mexico
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from publisher.check.delegations import Delegation, categories
from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("names",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """States listed and not recorded, recorded and not listed, among the wrong ones."""
    attendance = evidence.record.attendance
    recorded = {**dict.fromkeys(attendance.observer_states, "observer"), **dict.fromkeys(attendance.members, "member")}
    listed = list(categories(evidence))
    if not recorded or not listed:
        return
    for category in listed:
        yield from _listed(evidence, category, recorded, alone=len(listed) == 1)
    printed = {one.state for category in listed for one in category}
    for code, status in recorded.items():
        if code not in printed:
            key = "members" if status == "member" else "observer-states"
            at = evidence.sources.word(attendance.at, key, code)
            yield Fault(f"{code} of the record is not in the list", at, code, "add it to the list, or take it out here")


def _listed(
    evidence: Evidence, category: list[Delegation], recorded: Mapping[str, str], *, alone: bool
) -> Iterator[Fault]:
    """What is wrong in one category; a list with a single one says of no State which it is."""
    kinds = [recorded.get(one.state, "") for one in category]
    usual = max(("member", "observer"), key=kinds.count)
    for one, kind in zip(category, kinds, strict=True):
        words = one.heading.text
        if not kind:
            message, hint = f"“{words}” is not in the record", "add it there, or take it out"
        elif kind != usual and not alone:
            message, hint = (
                f"“{words}” is recorded as {kind}, but stands among the {usual}s",
                "list it in the other category",
            )
        else:
            continue
        yield evidence.fault(one.heading, 0, len(words), message, hint)
