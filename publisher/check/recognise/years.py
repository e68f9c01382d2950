"""Ranges of years in words, the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RANGE = re.compile(r"(?<![\d/])((?:19|20)\d{2}) ?(?:[–—-]|至|إلى|–) ?((?:19|20)\d{2})(?![\d/])")


@dataclass(frozen=True, slots=True)
class YearsSeen:
    """First and last year, and where they stand."""

    start: int
    end: int
    first: int
    last: int


def years_in(text: str) -> Iterator[YearsSeen]:
    """The ranges of years that `text` names."""
    for hit in _RANGE.finditer(text):
        yield YearsSeen(hit.start(), hit.end(), int(hit.group(1)), int(hit.group(2)))
