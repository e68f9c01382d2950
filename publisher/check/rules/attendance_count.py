"""The number of members stated is not the number of names.

Why: readers count.
Authority: record of attendance (V10).
Bad: 下列 117 个人居大会会员国派代表出席了会议 (116 names)
Good: 下列 116 个人居大会会员国派代表出席了会议
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.counts import counts_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Numbers of members, where they are named, other than the record's."""
    members = len(evidence.record.attendance.members)
    for passage in evidence.stating("attendance members"):
        for count in counts_in(passage.text, evidence.words, "member-count"):
            if count.number != members:
                words = passage.text[count.start : count.end]
                yield evidence.fault(
                    passage,
                    count.start,
                    count.end,
                    f"“{words}”, but the record names {members}",
                    "make words and record agree",
                )
