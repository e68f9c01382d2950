"""Recognises document symbols in running text."""

from __future__ import annotations

import re
from functools import lru_cache

# CONVENTIONS §3.3. The organs are the published first components of UN symbols.
ORGANS = (
    "CEDAW|SPLOS|UNEP|FCCC|ICCD|CCPR|CERD|ISBA|CTOC|APLC|DTIE|CRC|CAT|CBD|UNW|ECE|LOS|NPT|BWC|CAC|FAO|WHO|"
    "HSP|HS|ST|DP|TD|ID|CD|A|S|E|T"
)
_NUMBER = r"(?:E?S-)?\d{1,4}(?:-[A-Z]\d?)?"
_SUBJECT = r"(?:[A-Z]{1,6}(?:\.\d{1,4})?|Sub\.\d{1,3})"
_MODIFIER = r"/(?:Add|Amend|Corr|Rev|Summary)(?:\.\d{1,3})?"


@lru_cache(maxsize=64)
def _pattern(organs: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![A-Za-z0-9/.])(?:{organs})(?:/(?:{_NUMBER}|{_SUBJECT})(?![A-Za-z])){{1,6}}(?:{_MODIFIER})*"
        rf"\*{{0,3}}(?: \(Part [IVX]+\))?(?![A-Za-z0-9])"
    )


SYMBOL = _pattern(ORGANS)
_DIGIT = re.compile(r"\d")


def symbols(text: str, further: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """The start and end of each document symbol in `text`, trailing asterisks included (CONVENTIONS §3.3).

    `further` are first components beside the published ones, such as those of the organs in the reference data.
    """
    if "/" not in text:
        return []
    pattern = (
        _pattern("|".join([*map(re.escape, sorted(further, key=len, reverse=True)), ORGANS])) if further else SYMBOL
    )
    return [found.span() for found in pattern.finditer(text) if _DIGIT.search(found.group())]
