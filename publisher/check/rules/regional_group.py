"""A State stands under a regional group that is not its own.

Why: seats are shared out by group; a State takes a seat of its own group only.
Authority: DGACM, regional groups of Member States (V07); data/reference/states.csv.
Bad: `eastern-european: [TUR]`
Good: `weog: [TUR]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Elected States of another group.

    Türkiye takes part in two groups and counts as Western European.
    """
    for election in evidence.record.elections.values():
        for group, codes in election.elected.items():
            for code in codes:
                state = evidence.reference.states.get(code)
                if state is not None and state.group not in (None, group):
                    place = evidence.sources.key(election.at, "elected")
                    yield Fault(
                        f"{code} belongs to “{state.group}”, not to “{group}”",
                        evidence.sources.word(place, group, code),
                        code,
                        f"move it to {state.group}",
                    )
