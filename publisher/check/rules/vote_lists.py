"""A State is listed twice in a vote, or is not a member.

Why: a member votes once.
Authority: rules of procedure on voting (V02).
Bad: `in-favour: [FRA, …]` and `against: [FRA]`
Good: each State in one list
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.tally import lists


def find(evidence: Evidence) -> Iterator[Fault]:
    """States in two lists or twice in one, and States that do not vote."""
    present = set(evidence.record.attendance.members)
    for vote in evidence.record.votes.values():
        where: dict[str, str] = {}
        for key, codes in lists(vote):
            for code in codes:
                at = evidence.sources.word(vote.at, key, code)
                if code in where:
                    yield Fault(f"{code} is listed under {where[code]} and {key}", at, code, "a member votes once")
                state = evidence.reference.states.get(code)
                if state is not None and state.status != "member":
                    yield Fault(f"{code} is no member and has no vote", at, code, "take it out")
                elif present and code not in present:
                    yield Fault(
                        f"{code} voted but is not among those present", at, code, "add it to `attendance: members`"
                    )
                where[code] = key
