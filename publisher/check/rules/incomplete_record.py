"""A fact that every report of a session states is missing from the record.

Why: what is not in the record cannot be printed in the masthead or checked in the words.
Authority: UN Editorial Manual, masthead (M04); reports of sessions (N21).
Bad: `kind: session-report` without `meetings`
Good: `meetings: [{number: 1, date: 2025-05-29, half: morning}]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The facts a report of a session lacks."""
    record = evidence.record
    needed = {"session": record.session, "place": record.place, "meetings": record.meetings, "agenda": record.agenda}
    for key, value in needed.items():
        if not value:
            yield Fault(
                f"a report of a session needs “{key}”", evidence.record_file, key, f"add {key}: … to record.yaml"
            )
