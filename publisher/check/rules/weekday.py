"""A weekday does not fit its date.

Why: one of the two is wrong, and whoever plans by it comes on the wrong day.
Authority: UN Editorial Manual, dates (M10).
Bad: Friday, 29 May 2025
Good: Thursday, 29 May 2025
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Dates whose weekday is another; without a year, the year of the meetings counts."""
    year = evidence.year
    for passage, seen in evidence.days:
        day = seen.first(year)
        if seen.weekday is None or day is None or seen.last is not None:
            continue
        if day.isoweekday() != seen.weekday:
            words = passage.text[seen.start : seen.end]
            right = evidence.weekday_name(day.isoweekday())
            yield evidence.fault(
                passage,
                seen.start,
                seen.end,
                f"“{words}”: {day} is a {right}",
                "put the day of the week or the date right",
            )
