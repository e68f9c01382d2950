"""A meeting closes before it opens, or outside its half of the day.

Why: the times of opening and closing are printed in the report.
Authority: record of the meetings (V13).
Bad: `{opened: "10:40", closed: "9:05"}`
Good: `{opened: "10:40", closed: "13:05"}`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.hours import clock


def find(evidence: Evidence) -> Iterator[Fault]:
    """Meetings whose hours go backwards, or not in the half of day given."""
    for meeting in evidence.record.meetings:
        if meeting.opened and meeting.closed and clock(meeting.closed) <= clock(meeting.opened):
            yield Fault(
                f"meeting {meeting.number} closes at {meeting.closed}, before it opens at {meeting.opened}",
                evidence.sources.key(meeting.at, "closed"),
                meeting.closed,
                '24-hour clock: "19:05" for 7.05 p.m.',
            )
        elif meeting.opened and meeting.half and (clock(meeting.opened) < "12:00") != (meeting.half == "morning"):
            yield Fault(
                f"meeting {meeting.number} opens at {meeting.opened}, but is held in the {meeting.half}",
                evidence.sources.key(meeting.at, "opened"),
                meeting.opened,
                '24-hour clock: "15:10" for 3.10 p.m.',
            )
