"""A reference typed by hand names a paragraph that is not there.

Why: paragraphs move while a report is edited; typed numbers stay behind.
Authority: UN Editorial Manual, cross-references (X01).
Bad: “see paragraph 75 above” in a report of 70 paragraphs
Good: “see [](#credentials) above”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.targets import paragraph_targets


def find(evidence: Evidence) -> Iterator[Fault]:
    """Paragraph numbers, said to be of this document, that none carries."""
    for target in paragraph_targets(evidence):
        if not target.found:
            words = target.words
            yield evidence.fault(
                target.passage,
                target.start,
                target.end,
                f"“{words}”: there is no paragraph {target.number}",
                "refer with [](#identifier), so that the number follows the paragraph",
            )
