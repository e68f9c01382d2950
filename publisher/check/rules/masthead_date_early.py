"""The masthead date is before the last meeting.

Why: a report of a session cannot be dated before the session ended.
Authority: UN Editorial Manual, masthead (M07): the date is that of submission.
Bad: `date: 2025-05-14` with a last meeting on 30 May 2025
Good: `date: 2025-06-14`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait
from publisher.model.record import Record

ONLY: tuple[Trait, ...] = ("session",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The masthead date of a report where a meeting was held after it."""
    record = evidence.record
    if not record.meetings or not _reports(record):
        return
    last = max(meeting.date for meeting in record.meetings)
    if record.date < last:
        yield Fault(
            f"the masthead date {record.date} is before the last meeting, {last}",
            evidence.sources.word(evidence.record_file, "date", str(record.date)), str(record.date),
            "give the day the document was submitted",
        )  # fmt: skip


def _reports(record: Record) -> bool:
    """False for a paper submitted to a session, which names its days and nothing of what happened there."""
    happened = (record.credentials, record.votes, record.elections, record.bureaux, record.adoptions)
    return any(happened) or bool(record.attendance.members) or any(meeting.opened for meeting in record.meetings)
