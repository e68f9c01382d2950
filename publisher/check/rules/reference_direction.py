"""“above” or “below” points the wrong way.

Why: the reader turns the pages in the direction the text sends him.
Authority: UN Editorial Manual, cross-references (X02).
Bad: “paragraph 60 above” in paragraph 12
Good: “paragraph 60 below”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.targets import paragraph_targets


def find(evidence: Evidence) -> Iterator[Fault]:
    """References whose target stands on the other side."""
    told: set[tuple[int, int]] = set()
    for target in paragraph_targets(evidence):
        phrase = (target.passage.index, target.start)
        if target.found and target.direction in ("above", "below") and target.direction != target.side:
            if phrase not in told:
                yield evidence.fault(
                    target.passage,
                    target.start,
                    target.end,
                    f"“{target.words}”, but paragraph {target.number} stands {target.side or 'here'}",
                    f"write “{target.side}”",
                )
            told.add(phrase)
