"""A word mixes letters of two scripts.

Why: a Latin “c” in a Russian word looks right and is found by no search.
Authority: house rule (T25).
Bad: Cовет (with a Latin C)
Good: Совет
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_MIXED = re.compile(
    r"(?:[A-Za-z]+[А-Яа-яёЁ]+|[А-Яа-яёЁ]+[A-Za-z]+)[A-Za-zА-Яа-яёЁ]*|[A-Za-z]+[\u0621-\u064a]+|[\u0621-\u064a]+[A-Za-z]+"
)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Give back words with Latin and Cyrillic, or Latin and Arabic, letters."""
    for passage in evidence.own:
        for hit in _MIXED.finditer(passage.text):
            yield evidence.fault(passage, *hit.span(), f"“{hit.group()}” mixes two scripts", "type the word anew")
