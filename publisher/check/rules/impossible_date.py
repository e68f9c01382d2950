"""A date does not exist.

Why: 31 June is nobody's day.
Authority: the calendar (M07).
Bad: 31 June 2025
Good: 30 June 2025
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Dates that no calendar has, and pairs of days that go backwards."""
    for passage, seen in evidence.days:
        words = passage.text[seen.start : seen.end]
        if None in seen.days(seen.year or 2024):
            yield evidence.fault(passage, seen.start, seen.end, f"“{words}” is no date", "put the date right")
        elif seen.last is not None and seen.last <= seen.day:
            yield evidence.fault(passage, seen.start, seen.end, f"“{words}” goes backwards", "put the days right")
