"""A time of day in the words is not the one of the record.

Why: opening and closing times are facts; a report gives each once.
Authority: record of the meetings (V13).
Bad: 于 2025 年 5 月 29 日星期四上午 10 时 30 分宣布会议开幕 (opened at 10:40)
Good: 上午 10 时 40 分
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.hours import clock, hours_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Times beside a meeting's day that are not recorded for that day."""
    times: dict[datetime.date, set[str]] = defaultdict(set)
    for meeting in evidence.record.meetings:
        times[meeting.date] |= {clock(time) for time in (meeting.convened, meeting.opened, meeting.closed) if time}
    for passage, day in evidence.days:
        date = day.first(evidence.year)
        if date is None or not times.get(date) or passage.quoted:
            continue
        first, last = evidence.sentence_at(passage, day.start)
        for seen in hours_in(passage.text, evidence.words):
            beside = -4 <= seen.start - day.end <= 12 or 0 <= day.start - seen.end <= 24
            if first <= seen.start < last and beside and seen.clock not in times[date]:
                words, known = passage.text[seen.start : seen.end], ", ".join(sorted(times[date]))
                message = f"“{words}”, but the record has {known} for {date}"
                yield evidence.fault(passage, seen.start, seen.end, message, "make words and record agree")
