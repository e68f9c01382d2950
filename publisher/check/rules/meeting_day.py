"""A meeting is said to have been on another day than recorded.

Or on another half of the day.

Why: a report in which the third meeting is on Friday morning and on Friday afternoon is wrong somewhere.
Authority: record of the meetings (V12, M09).
Bad: 在 5 月 30 日星期五下午的第三次全体会议上 (held in the morning)
Good: 在 5 月 30 日星期五上午的第三次全体会议上
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.hours import hours_in
from publisher.check.recognise.meetings import halves_in, meetings_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Meetings named beside a day or half of the day that is not theirs."""
    held = {meeting.number: meeting for meeting in evidence.record.meetings if meeting.kind == "plenary"}
    for passage in evidence.own if held else ():
        named = list(meetings_in(passage.text, evidence.words))
        if not named or passage.quoted:
            continue
        days = [seen for where, seen in evidence.days if where.index == passage.index]
        for seen in named:
            meeting = held.get(seen.number)
            if meeting is None:
                continue
            first, last = evidence.sentence_at(passage, seen.start)
            alone = sum(first <= other.start < last for other in named) == 1
            for day in days:
                given = day.first(meeting.date.year)
                near = _near(seen.start, seen.end, day.start, day.end, 45 if alone else 30)
                if first <= day.start < last and near and _clear(passage.text, seen, day) and given != meeting.date:
                    words = passage.text[day.start : day.end]
                    yield evidence.fault(
                        passage,
                        day.start,
                        day.end,
                        f"“{words}”, but meeting {seen.number} was held on {meeting.date}",
                        "make words and record agree",
                    )
            for start, end, half in halves_in(passage.text, evidence.words):
                near = first <= start < last and _near(seen.start, seen.end, start, end, 45 if alone else 25)
                if near and _clock(passage.text, end, evidence) is False and meeting.half and half != meeting.half:
                    words = passage.text[start:end]
                    yield evidence.fault(
                        passage,
                        start,
                        end,
                        f"“{words}”, but meeting {seen.number} was held in the {meeting.half}",
                        "make words and record agree",
                    )


def _near(start: int, end: int, other_start: int, other_end: int, reach: int) -> bool:
    return (0 <= start - other_end <= reach) or (0 <= other_start - end <= reach)


def _clear(text: str, seen: object, day: object) -> bool:
    """No clause may end between the meeting and the day: “held on” does, “; on” does not belong together."""
    start, end = min(seen.end, day.end), max(seen.start, day.start)  # type: ignore[attr-defined]
    return not re.search(r"[;；؛。]", text[start:end])


def _clock(text: str, end: int, evidence: Evidence) -> bool:
    """“下午 7 时” is a time of day, not the half in which a meeting was held."""
    return any(hit.start <= end <= hit.end for hit in hours_in(text, evidence.words))
