"""A reissue is dated before the document, or before an earlier reissue.

Why: the asterisk note tells the reader which text is the later one.
Authority: UN practice for reissued documents (M07, M16, P05); the masthead keeps its first date.
Bad: `date: 2025-06-14` and `reissues: [{date: 2025-06-01}]`
Good: `date: 2025-06-14` and `reissues: [{date: 2025-08-06}]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """The reissues whose date does not come after what they reissue."""
    earlier = evidence.record.date
    for reissue in evidence.record.reissues:
        if reissue.date <= earlier:
            yield Fault(
                f"the reissue of {reissue.date} is not after {earlier}",
                evidence.sources.word(reissue.at or evidence.record_file, "date", str(reissue.date)), str(reissue.date),
                "the masthead keeps the first date; each reissue is later than the one before",
            )  # fmt: skip
        earlier = max(earlier, reissue.date)
