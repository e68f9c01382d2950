"""A weekday does not fit its date.

Why: one of the two is wrong, and whoever plans by it comes on the wrong day.
Authority: UN Editorial Manual, dates (M10).
Bad: Friday, 29 May 2025
Good: Thursday, 29 May 2025
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Dates whose weekday is another; without a year, that of the meetings counts, or of a date beside it."""
    beside: dict[int, set[int]] = defaultdict(set)
    for passage, seen in evidence.days:
        if seen.year is not None:
            beside[passage.index].add(seen.year)
    for passage, seen in evidence.days:
        if seen.weekday is None or seen.last is not None:
            continue
        years = [seen.year] if seen.year else [evidence.year, *beside[passage.index]]
        days = [day for day in map(seen.first, years) if day is not None]
        if days and all(day.isoweekday() != seen.weekday for day in days):
            day = days[0]
            words = passage.text[seen.start : seen.end]
            right = evidence.weekday_name(day.isoweekday())
            yield evidence.fault(
                passage,
                seen.start,
                seen.end,
                f"“{words}”: {day} is a {right}",
                "put the day of the week or the date right",
            )
