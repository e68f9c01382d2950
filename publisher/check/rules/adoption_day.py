"""Page one and the end of a resolution give another day than its meeting.

Or the masthead an earlier one.

Why: the day of adoption is that of the meeting, and the text is cited with it; it stands on the page twice.
Authority: record of the meetings (V12); masthead (M07): a text is issued when it has been adopted.
Bad: “Resolution adopted by the General Assembly on 25 November 2025” for a meeting held on 26 November
Good: “Resolution adopted by the General Assembly on 26 November 2025”, as the program writes it from `meetings`
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.days import days_in
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("resolution",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Days typed in the title or under the text, and the masthead's."""
    held = {meeting.number: meeting.date for meeting in evidence.record.meetings}
    adopted = {held[adoption.meeting] for adoption in evidence.record.adoptions if adoption.meeting in held}
    if not adopted:
        return
    shown = " – ".join(map(str, sorted(adopted)))
    for passage in evidence.own:
        if passage.role not in ("title", "tail"):
            continue
        for seen in days_in(passage.text, evidence.words):
            if seen.year and seen.last is None and seen.first() not in adopted:
                words = passage.text[seen.start : seen.end]
                message, hint = f"“{words}”, but the meeting was held on {shown}", "make words and record agree"
                yield evidence.fault(passage, seen.start, seen.end, message, hint)
    yield from _issued_before(evidence, max(adopted))


def _issued_before(evidence: Evidence, adopted: datetime.date) -> Iterator[Fault]:
    if evidence.record.date < adopted:
        given = str(evidence.record.date)
        at = evidence.sources.word(evidence.record_file, "date", given)
        message = f"the masthead date {given} is before the day of adoption, {adopted}"
        yield Fault(message, at, given, "give the day the document was submitted")
