"""A reference typed by hand names a paragraph that is not there.

Why: paragraphs move while a report is edited; typed numbers stay behind.
Authority: UN Editorial Manual, cross-references (X01).
Bad: “see paragraph 75 above” in a report of 70 paragraphs
Good: “see [](#credentials) above”
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from publisher.check.evidence import Evidence, Fault
from publisher.check.targets import paragraph_targets

_SHOWN = 5  # numbers of a long range that are named


def find(evidence: Evidence) -> Iterator[Fault]:
    """Paragraph numbers, said to be of this document, that none carries: one fault a phrase."""
    lacking = (target for target in paragraph_targets(evidence) if not target.found)
    for _, phrase in groupby(lacking, key=lambda target: (target.passage.index, target.start)):
        first, *others = phrase
        numbers = ", ".join(str(target.number) for target in (first, *others)[:_SHOWN])
        more = f" and {len(others) + 1 - _SHOWN} more" if len(others) >= _SHOWN else ""
        yield evidence.fault(
            first.passage,
            first.start,
            first.end,
            f"“{first.words}”: there is no paragraph {numbers}{more}",
            "refer with [](#identifier), so that the number follows the paragraph",
        )
