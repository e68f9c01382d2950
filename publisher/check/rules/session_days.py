"""The days of the session in the words are not those of its meetings.

Why: the days stand on page one and in the first paragraph; both must be the days of the first and last meeting.
Authority: UN Editorial Manual, masthead (M09, V17).
Bad: “29 and 31 May 2025” where the last meeting was on 30 May
Good: “29 and 30 May 2025”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.days import days_in
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Days of the whole session that are not the record's.

    On page one, or where it is said to have been held.
    """
    days = sorted({meeting.date for meeting in evidence.record.meetings if meeting.kind == "plenary"})
    if not days:
        return
    held = {passage.index for passage in evidence.stating("session held")}
    for passage in evidence.own:
        if passage.kind not in ("title", "masthead") and passage.index not in held:
            continue
        for seen in days_in(passage.text, evidence.words):
            named = seen.days(days[0].year)
            expected = (days[0],) if len(named) == 1 and len(days) == 1 else (days[0], days[-1])
            if len(named) == len(expected) and named != expected:
                words = passage.text[seen.start : seen.end]
                shown = " – ".join(map(str, expected))
                yield evidence.fault(
                    passage, seen.start, seen.end, f"“{words}”, but the meetings were held {shown}",
                    "take the days from the record, or put right `meetings`",
                )  # fmt: skip
