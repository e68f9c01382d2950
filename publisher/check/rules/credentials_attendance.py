"""More members attend than have told who represents them.

Why: a member is represented by those it names; others do not represent it.
Authority: rules of procedure on credentials (V11).
Bad: 116 members present; 37 with credentials and 78 with information: 115
Good: as many or more
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)  # a part taken out of a report repeats its record, not its facts


def find(evidence: Evidence) -> Iterator[Fault]:
    """Credentials of fewer members than attend."""
    credentials, members = evidence.record.credentials, len(evidence.record.attendance.members)
    if credentials is not None and members > credentials.formal + credentials.informal:
        known = credentials.formal + credentials.informal
        yield Fault(
            f"{members} members attend, but only {known} gave credentials or names",
            evidence.sources.key(credentials.at, "informal"),
            str(credentials.informal),
            "look up the report on credentials and the list of those present",
        )
