"""A term of office ends before it begins.

Why: who serves until when is read from these years.
Authority: rules of procedure on elections (V08).
Bad: `term: [2029, 2025]`
Good: `term: [2025, 2029]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Terms that go backwards or begin before the session."""
    record = evidence.record
    start = min((meeting.date.year for meeting in record.meetings), default=None)
    terms = [(part.at, part.term) for part in record.elections.values()]
    terms += [(part.at, part.term) for part in record.bureaux.values() if part.term is not None]
    for at, (first, last) in terms:
        if last < first or (start is not None and last < start):
            yield Fault(
                f"a term from {first} to {last}", evidence.sources.key(at, "term"), f"{first}", "first year, last year"
            )
