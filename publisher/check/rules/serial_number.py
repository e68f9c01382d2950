"""The ISSN on the cover of a supplement is none, or is missing.

Why: libraries order and claim a series by it; its last sign is reckoned from the others, so that a slip shows.
Authority: ISO 3297, international standard serial number; house rule.
Bad: `issn: 0082-8137`
Good: `issn: 0082-8173`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.delegations import UNFILLED
from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("supplement",)
_FORM = re.compile(r"\d{4}-\d{3}[\dX]")
_MODULUS = 11


def find(evidence: Evidence) -> Iterator[Fault]:
    """The number, where its form or its last sign is wrong; the kind, where there is none."""
    given = evidence.record.facts.get("issn")
    if given is None:
        at = evidence.sources.word(evidence.record_file, "kind", evidence.record.kind)
        hint = 'add issn: "0082-8173" under facts, with the number of your series'
        yield Fault("the cover gives no ISSN", at, evidence.record.kind, hint)
    elif UNFILLED not in str(given) and (not _FORM.fullmatch(str(given)) or _last(str(given)) != str(given)[-1]):
        at = evidence.sources.word(evidence.record_file, "issn", str(given))
        yield Fault(f"“{given}” is no ISSN", at, str(given), "compare it with another issue of the series")


def _last(number: str) -> str:
    """The sign that the seven figures before it ask for."""
    figures = [int(sign) for sign in number if sign.isdigit()][:7]
    left = sum(figure * weight for figure, weight in zip(figures, range(8, 1, -1), strict=True)) % _MODULUS
    return "X" if left == 1 else str((_MODULUS - left) % _MODULUS)
