"""A time in a record of a meeting is before the one above it, or after the end.

Why: the record goes on as the meeting did; an hour out of order is a slip in one of the two.
Authority: UN Editorial Manual, meeting records (V13): “*The meeting was suspended at 11.40 a.m. and resumed at 11.55 a.m.*”
Bad: “suspended at 11.40 a.m.” under “called to order at 3.05 p.m.”
Good: “suspended at 4.40 p.m.”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.recognise.hours import clock, hours_in
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("meeting",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Hours of the lines in italics that the meeting cannot have had."""
    meetings = evidence.record.meetings
    if len(meetings) != 1 or not meetings[0].opened or not meetings[0].closed:
        return
    last, end = clock(meetings[0].opened), clock(meetings[0].closed)
    if end < last:  # past midnight, or told by another rule
        return
    for passage in evidence.own:
        if passage.fact.startswith("session") or not _direction(passage):
            continue
        for seen in hours_in(passage.text, evidence.words):
            if not last <= seen.clock <= end:
                words = passage.text[seen.start : seen.end]
                message = f"“{words}” is not between {last} and {end}, as it must be here"
                yield evidence.fault(
                    passage, seen.start, seen.end, message, "put right this hour, or those of the meeting"
                )
                return
            last = seen.clock


def _direction(passage: Passage) -> bool:
    """True for a line in italics from beginning to end: what happened, not what was said."""
    return passage.kind == "paragraph" and any(
        start == 0 and end >= len(passage.text.rstrip(" .。")) for start, end in passage.emphasis
    )
