"""A State is elected twice or is not a member.

Why: a member holds one seat.
Authority: rules of procedure on elections (V06).
Bad: `asia-pacific: [CHN, CHN]`
Good: each State once
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """States elected twice in one election, and States that are no members."""
    for election in evidence.record.elections.values():
        seen: set[str] = set()
        for group, codes in election.elected.items():
            place = evidence.sources.key(election.at, "elected")
            for code in codes:
                if code in seen:
                    yield Fault(
                        f"{code} is elected twice", evidence.sources.again(place, group, code), code, "take one out"
                    )
                seen.add(code)
                state = evidence.reference.states.get(code)
                if state is not None and state.status != "member":
                    yield Fault(f"{code} is no member", evidence.sources.word(place, group, code), code, "take it out")
