"""A weekday does not fit its date.

Why: one of the two is wrong, and whoever plans by it comes on the wrong day.
Authority: UN Editorial Manual, dates (M10).
Bad: Friday, 29 May 2025
Good: Thursday, 29 May 2025
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_ONE_CALENDAR = 1924  # the first year in which every State reckoned alike
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Dates whose weekday is another.

    Without a year, that of the meetings counts, or one named beside it; a report also tells of the year before. Dates
    of the time when several calendars were in use are left.
    """
    reported = [] if evidence.record.meetings else [evidence.year - 1]
    for passage, seen in evidence.days:
        if seen.weekday is None or seen.last is not None:
            continue
        years = [seen.year] if seen.year else [evidence.year, *reported, *map(int, _YEAR.findall(passage.text))]
        days = [day for day in map(seen.first, years) if day is not None]
        if days and days[0].year >= _ONE_CALENDAR and all(day.isoweekday() != seen.weekday for day in days):
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
