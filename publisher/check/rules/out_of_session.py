"""A text is adopted at a meeting that its session cannot have held.

Why: the number of a text says its session or year, and a meeting of another year shows that one of them is wrong.
Authority: rules of procedure of the General Assembly, rule 1 (M08): a session opens in September; numbers of the Security
Council hold the year (N15); the Economic and Social Council’s session of a year begins in the July before it.
Bad: `session: {number: 80}` and `meetings: [{number: 51, date: 2024-11-26}]`
Good: `session: {number: 80}` and `meetings: [{number: 51, date: 2025-11-26}]`
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_YEAR = re.compile(r"\((\d{4})\)$")
_SEPTEMBER, _JULY = 9, 7


def find(evidence: Evidence) -> Iterator[Fault]:
    """Meetings of the record on a day outside its session."""
    record = evidence.record
    bounds = _bounds(evidence)
    for meeting in record.meetings:
        first, last = bounds or (meeting.date, meeting.date)
        years = {int(hit[1]) for one in record.adoptions if one.meeting == meeting.number
                 and (hit := _YEAR.search(one.number))}  # fmt: skip
        if not first <= meeting.date <= last or (years and meeting.date.year not in years):
            at = evidence.sources.word(meeting.at, "date", str(meeting.date))
            said = " – ".join(map(str, years)) if first <= meeting.date <= last else f"{first} – {last}"
            message = f"meeting {meeting.number} is on {meeting.date}, but its session or number says {said}"
            yield Fault(message, at, str(meeting.date), "put right the day, or the number of session or text")


def _bounds(evidence: Evidence) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day that meetings of the session may have."""
    session, organ = evidence.record.session, evidence.organ
    if session is None or organ is None:
        return None
    if session.days:
        return session.days
    if session.part == "yearly":
        return datetime.date(session.number - 1, _JULY, 1), datetime.date(session.number, 12, 31)
    if session.part in ("regular", "resumed") and organ.session_year is not None:
        opens = session.number + organ.session_year
        return datetime.date(opens, _SEPTEMBER, 1), datetime.date(opens + 1, _SEPTEMBER, 30)
    return None
