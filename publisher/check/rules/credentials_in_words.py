"""The words give other credentials than the record.

Why: the three numbers are adopted with the report.
Authority: record of credentials (V11).
Bad: 共有 38 个会员国…提交了…正式全权证书原件 (37 in the record)
Good: 共有 37 个会员国
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.counts import counts_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Members and days in a report on credentials the record has not."""
    credentials = evidence.record.credentials
    if credentials is None:
        return
    known = {credentials.formal, credentials.informal, credentials.none, credentials.formal + credentials.informal}
    for passage in evidence.stating("credentials report"):
        for count in counts_in(passage.text, evidence.words, "member-count"):
            if count.number not in known:
                words = passage.text[count.start : count.end]
                shown = f"{credentials.formal}, {credentials.informal} and {credentials.none}"
                yield evidence.fault(
                    passage,
                    count.start,
                    count.end,
                    f"“{words}”, but the record has {shown}",
                    "make words and record agree",
                )
