"""A draft resolution has a number already, or nobody who proposes it.

Why: a number is given when a text is adopted; until then a draft is known by its symbol and its sponsors.
Authority: UN Editorial Manual, draft resolutions (N15): “Kenya and Switzerland: draft resolution”.
Bad: `adoptions: [{number: 80/10, sponsors: []}]`
Good: `adoptions: [{number: draft, sponsors: [CHE, KEN]}]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("draft",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The drafts of the record that have a number, a meeting or no sponsor."""
    for adoption in evidence.record.adoptions:
        at = evidence.sources.word(adoption.at, "number", adoption.number)
        if any(sign.isdigit() for sign in adoption.number):
            message, hint = f"the draft has the number {adoption.number} already", "give it a name: number: draft"
            yield Fault(message, at, adoption.number, hint)
        if not adoption.sponsors and not evidence.written.words.title:
            hint = "name them under sponsors, or write the title: “Note by the President”"
            yield Fault("the draft names no sponsor", at, adoption.number, hint)
