"""Somebody presides for another, and the record does not say since when.

Why: who presided when is asked in every dispute over a ruling.
Authority: UN Editorial Manual, meeting records (V14): “*Mr. Berg (Norway), Vice-President, took the Chair.*”
Bad: “**The Acting President**: I now give the floor …” with no word on who took the chair
Good: the line in italics before it
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait
from publisher.model.record import PRESIDING

ONLY: tuple[Trait, ...] = ("meeting",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The first words of an acting President or Chair whom nothing introduces."""
    acting, taken = evidence.words.pattern("acting"), evidence.words.pattern("took-the-chair")
    presiding = evidence.record.bureaux.get(PRESIDING)
    several = presiding is not None and len(presiding.officers) > 1
    vice = presiding is not None and any(officer.office.startswith("vice") for officer in presiding.officers)
    if acting is None or taken is None or several or vice:
        return
    for passage in evidence.own:
        if taken.search(passage.text):
            return
        label = passage.text[: passage.strong[0][1]] if passage.strong and passage.strong[0][0] == 0 else ""
        if acting.search(label):
            hint = "say in italics before it who took the chair, or name both under bureaux: presiding:"
            yield evidence.fault(passage, 0, len(label), f"“{label}” presides, and nothing says since when", hint)
            return
