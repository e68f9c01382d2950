"""The meetings of the record are out of order.

Why: everything that happened is dated by its meeting.
Authority: record of the meetings (V12): a meeting has one number, one day, one half of the day.
Bad: `- {number: 3, date: 2025-05-29, half: morning}` after `{number: 2, date: 2025-05-29, half: afternoon}`
Good: `- {number: 3, date: 2025-05-30, half: morning}`
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_HALVES = {"morning": 0, "afternoon": 1, "evening": 2}  # where no half is told, only the number orders a day


def find(evidence: Evidence) -> Iterator[Fault]:
    """Meetings whose number or time does not follow the one before."""
    last: dict[str, tuple[int, tuple[datetime.date, int]]] = {}
    for meeting in evidence.record.meetings:
        when = (meeting.date, _HALVES[meeting.half] if meeting.half else meeting.number)
        before = last.get(meeting.kind)
        if before is not None and meeting.number < before[0]:
            yield Fault(
                f"meeting {meeting.number} follows meeting {before[0]}",
                evidence.sources.key(meeting.at, "number"),
                str(meeting.number),
                "number the meetings in order",
            )
        elif before is not None and when <= before[1] and meeting.number > before[0]:
            yield Fault(
                f"meeting {meeting.number} is not later than meeting {before[0]}",
                evidence.sources.key(meeting.at, "date"),
                str(meeting.date),
                "one meeting a half of the day, in order",
            )
        last[meeting.kind] = (meeting.number, when)
