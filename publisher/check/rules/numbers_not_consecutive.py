"""A running number is skipped or repeated.

Why: paragraphs are cited by number; a gap or a double makes citations wrong in every language.
Authority: UN Editorial Manual, paragraphs (N01, N02, N04, N07): consecutive from the first to the last.
Bad: 11. … 13. …
Good: 11. … 12. …
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Resolved numbers that do not follow the one before in their sequence and degree."""
    last: dict[tuple[str, int], int] = {}
    for passage in evidence.passages:
        number = passage.number
        if number is None or number.ordinal is None:
            continue
        key = (number.sequence, number.depth)
        for deeper in [k for k in last if k[0] == number.sequence and k[1] > number.depth]:
            del last[deeper]
        expected = last.get(key, 0) + 1
        if number.ordinal != expected:
            yield evidence.fault(
                passage,
                0,
                min(len(passage.text), 30),
                f"“{number.printed}” stands where number {expected} of its sequence is due",
                "paragraphs taken out by a correction leave their number unused; else this is a fault of the program",
            )
        last[key] = number.ordinal
