"""Fewer or more States were elected than there are seats.

Why: eight seats and seven names means a vacancy, which the report must state, or a name forgotten.
Authority: rules of procedure on elections (V06).
Bad: `seats: {weog: 8}` and seven States under `elected: weog`
Good: eight States, or the vacancy stated and this finding waived with the reason
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)  # a part taken out of a report repeats its record, not its facts


def find(evidence: Evidence) -> Iterator[Fault]:
    """Groups whose number of elected States is not their number of seats."""
    for election in evidence.record.elections.values():
        for group, seats in election.seats.items():
            elected = election.elected.get(group, [])
            if len(elected) != seats:
                at = evidence.sources.key(evidence.sources.key(election.at, "elected"), group)
                yield Fault(
                    f"{seats} seats for “{group}”, but {len(elected)} States elected",
                    at,
                    group,
                    "add the State forgotten, or state the vacancy",
                )
        for group in election.elected:
            if group not in election.seats:
                yield Fault(
                    f"States elected for “{group}”, which has no seats",
                    evidence.sources.key(evidence.sources.key(election.at, "elected"), group),
                    group,
                    "add its seats",
                )
