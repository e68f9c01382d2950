"""More votes were counted than members were present or entitled.

Why: a count that cannot be is a slip in the count or in the list of those present.
Authority: rules of procedure on voting (V01).
Bad: `in-favour: 115` and `against: 2` with 116 members present
Good: `in-favour: 105`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.tally import tally


def find(evidence: Evidence) -> Iterator[Fault]:
    """Votes with more votes than members attending.

    Than members, where attendance is not recorded.
    """
    present = len(evidence.record.attendance.members)
    organ = evidence.organ
    states = sum(state.status == "member" for state in evidence.reference.states.values())
    members = organ.seats if organ is not None and organ.seats else states
    limit, whose = (present, "members present") if present else (members, "members")
    for vote in evidence.record.votes.values():
        total = sum(tally(vote))
        if limit and total > limit:
            yield Fault(
                f"{total} votes, but {limit} {whose}",
                evidence.sources.key(vote.at, "in-favour"),
                str(total),
                "look up the count, and who was present",
            )
