"""A State is named twice among the sponsors.

Why: sponsors are counted, and the second of the two was to be another State.
Authority: UN Editorial Manual, draft resolutions (N15).
Bad: `sponsors: [CHE, KEN, CHE]`
Good: `sponsors: [CHE, KEN]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Codes of sponsors that stand there already."""
    for adoption in evidence.record.adoptions:
        seen: set[str] = set()
        for code in adoption.sponsors:
            if code in seen:
                at = evidence.sources.again(adoption.at, "sponsors", code)
                yield Fault(f"{code} is named twice among the sponsors", at, code, "take one out")
            seen.add(code)
