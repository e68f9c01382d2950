"""The lists of States do not fit the method of the vote.

Why: a recorded vote names who voted how; a show of hands and a secret ballot name nobody.
Authority: rules of procedure on methods of voting (V05).
Bad: `method: show-of-hands` with lists of States
Good: `method: recorded` with lists of States
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.tally import lists


def find(evidence: Evidence) -> Iterator[Fault]:
    """Votes with lists where there are none, and recorded votes without."""
    for vote in evidence.record.votes.values():
        listed = [key for key, _ in lists(vote)]
        if vote.method in ("show-of-hands", "secret-ballot") and listed:
            yield Fault(
                f"a vote by {vote.method} has no lists of States",
                evidence.sources.key(vote.at, listed[0]),
                listed[0],
                "give the numbers only, or put right the method",
            )
        elif vote.method in ("recorded", "roll-call") and len(listed) < 3:
            yield Fault(
                f"a {vote.method} vote names the States",
                evidence.sources.key(vote.at, "method"),
                vote.method,
                "list the States in favour, against and abstaining ([] for none)",
            )
