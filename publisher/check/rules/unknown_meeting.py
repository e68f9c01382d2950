"""The text names a meeting that was not held.

Why: a fifth meeting of a session that held four is a slip.
Authority: record of the meetings (V12).
Bad: 第五次全体会议 (of four)
Good: 第四次全体会议
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.meetings import meetings_in
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Meeting numbers beyond those of the record.

    The reader has a code for those of the record itself.
    """
    record = evidence.record
    numbers = {meeting.number for meeting in record.meetings}
    if not numbers:
        return
    for passage in evidence.own:
        if passage.quoted or passage.scope != passage.division:
            continue
        for seen in meetings_in(passage.text, evidence.words):
            if seen.number > max(numbers):
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage,
                    seen.start,
                    seen.end,
                    f"“{words}”, but the session held {max(numbers)} meetings",
                    "put the number right",
                )
