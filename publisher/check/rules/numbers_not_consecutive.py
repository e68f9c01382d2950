"""A running number is skipped or repeated.

Why: paragraphs are cited by number; a gap or a double makes citations wrong in every language.
Authority: UN Editorial Manual, paragraphs (N01, N02, N04, N07): consecutive from the first to the last.
Bad: 11. … 13. …
Good: 11. … 12. …
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.written import blocks
from publisher.model.document import Paragraph


def find(evidence: Evidence) -> Iterator[Fault]:
    """Resolved numbers that do not follow the one before.

    In their sequence and degree. A paragraph that a correction took out (`withdrawn`) leaves its number unused: as
    many may be missing. The paragraphs of a part may count on from those of the part before it. Where the count goes
    on as if a wrong number were right, the wrong one alone is told.
    """
    unused = _withdrawn(evidence)
    last: dict[tuple[str, int], int] = {}
    due: dict[tuple[str, int], int] = {}  # the number that should have stood where the last one stands
    for passage in evidence.passages:
        number = passage.number
        if number is None or number.ordinal is None:
            continue
        key = (number.sequence, number.depth)
        for deeper in [k for k in last if k[0] == number.sequence and k[1] > number.depth]:
            del last[deeper], due[deeper]
        expected = last.get(key, 0) + 1
        missing = number.ordinal - expected
        follows = missing == 0 or number.ordinal == due.get(key, 0) + 1 or _goes_on(passage, missing, key not in last)
        if not follows and 0 < missing <= unused:
            unused -= missing
            follows = True
        if not follows:
            yield evidence.fault(
                passage,
                0,
                min(len(passage.text), 30),
                f"“{number.printed}” stands where number {expected} of its sequence is due",
                "a paragraph that a correction takes out keeps its place, with withdrawn: true",
            )
        last[key], due[key] = number.ordinal, number.ordinal if follows else expected


def _goes_on(passage: Passage, missing: int, first: bool) -> bool:
    """True of the first paragraph of a sequence, which may count on from another part of the document."""
    return first and missing > 0 and passage.role == "numbered"


def _withdrawn(evidence: Evidence) -> int:
    """How many paragraphs of the document, its annexes and decisions are withdrawn."""
    operative = (part for decision in evidence.written.words.decisions.values() for part in decision.operative)
    every = (*blocks(evidence.written), *operative)
    return sum(isinstance(block, Paragraph) and block.withdrawn for block in every)
