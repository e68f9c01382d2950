"""The credentials do not add up to the membership.

Why: every member has sent credentials, or told who represents it, or neither.
Authority: rules of procedure on credentials (V11): with universal membership the three add up to 193.
Bad: `{formal: 37, informal: 78, none: 87}`
Good: `{formal: 37, informal: 78, none: 78}`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Credentials of an organ of all States that add up to another number."""
    credentials = evidence.record.credentials
    if credentials is None or not evidence.universal:
        return
    members = sum(state.status == "member" for state in evidence.reference.states.values())
    total = credentials.formal + credentials.informal + credentials.none
    if total != members:
        yield Fault(
            f"{credentials.formal} + {credentials.informal} + {credentials.none} = {total}, not {members} members",
            evidence.sources.key(credentials.at, "formal"),
            str(credentials.formal),
            "look up the report on credentials",
        )
