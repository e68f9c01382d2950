"""The title or a masthead line names another session than the record.

Why: masthead, title and symbol must speak of one session.
Authority: UN Editorial Manual, masthead (M08).
Bad: “third session” on page one of HSP/HA.2/16
Good: “resumed second session”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.meetings import sessions_in
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Sessions named on page one that are not the session of the record."""
    session = evidence.record.session
    if session is None:
        return
    for passage in evidence.own:
        if passage.kind not in ("title", "masthead") or passage.role in ("item", "item-title"):
            continue
        for seen in sessions_in(passage.text, evidence.words):
            if seen.number != session.number:
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage, seen.start, seen.end,
                    f"“{words}” on page one, but the record has session {session.number}",
                    "make title and record agree",
                )  # fmt: skip
