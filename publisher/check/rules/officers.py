"""The officers of a bureau do not fit together.

Why: a bureau has one President and one Rapporteur, and its members come from different regional groups.
Authority: rules of procedure on officers (V09).
Bad: two Presidents, or two members of one State
Good: one President, Vice-Presidents and a Rapporteur, each of another State
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)  # a part taken out of a report repeats its record, not its facts


def find(evidence: Evidence) -> Iterator[Fault]:
    """Second Presidents and Rapporteurs, holders of two offices.

    And officers whose State is no member.
    """
    for bureau in evidence.record.bureaux.values():
        offices: Counter[str] = Counter()
        states: Counter[str] = Counter()
        for officer in bureau.officers:
            offices[officer.office] += 1
            at = evidence.sources.key(officer.at, "office")
            if officer.office in ("president", "rapporteur", "chair") and offices[officer.office] > 1:
                yield Fault(f"a second {officer.office}", at, officer.office, "a bureau has one")
            if officer.state is None:
                continue
            states[officer.state] += 1
            at = evidence.sources.word(officer.at, "state", officer.state)
            if states[officer.state] > 1:
                yield Fault(f"{officer.state} holds two offices", at, officer.state, "one office a State")
            state = evidence.reference.states.get(officer.state)
            if state is not None and state.status != "member":
                yield Fault(
                    f"{officer.state} is no member and cannot hold an office", at, officer.state, "put it right"
                )
