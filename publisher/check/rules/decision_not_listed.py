"""An adopted text stands in the record but not in the report.

Why: what was adopted must be printed, or at least listed.
Authority: practice of session reports (N15).
Bad: `adoptions` holds 2/7, the annex prints 2/6 only
Good: both are printed and listed
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.written import blocks
from publisher.model.document import DecisionText, Outcomes
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Adoptions neither printed nor listed, or missing from a table."""
    every = list(blocks(evidence.written))
    printed = {block.decision for block in every if isinstance(block, DecisionText)}
    tables = [block for block in every if isinstance(block, Outcomes)]
    listed = {number for table in tables for number in table.outcomes}
    for adoption in evidence.record.adoptions:
        at = evidence.sources.word(adoption.at, "number", adoption.number)
        if adoption.number not in printed | listed:
            yield Fault(
                f"{adoption.kind} {adoption.number} is not in the report",
                at,
                adoption.number,
                "print it with `decision:` or list it under `outcomes`",
            )
            continue
        for table in tables:
            if adoption.number not in table.outcomes and printed and adoption.number in printed:
                yield Fault(
                    f"the list of outcomes lacks {adoption.number}",
                    evidence.sources.key(table.at, "outcomes"),
                    adoption.number,
                    "list every text adopted",
                )
