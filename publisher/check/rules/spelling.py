"""A word is not in United Nations spelling.

Why: one spelling in all documents, that of the Editorial Manual.
Authority: UN Editorial Manual, spelling (T12).
Bad: organisation, program, advisor
Good: organization, programme, adviser
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “spelling” that stand in the text."""
    for fault in wrong_forms(evidence, "spelling", "“{found}” is not United Nations spelling"):
        if not _in_a_name(fault.span, evidence):
            yield fault


def _in_a_name(word: str, evidence: Evidence) -> bool:
    """True for a capitalized word that stands with other capitalized words wherever it stands: the name of an organization."""
    if not word[:1].isupper():
        return False
    beside = (
        rf"[A-Z][\w’-]+ (?:(?:for|of|the|and|on) )*{re.escape(word)}|{re.escape(word)} (?:(?:for|of|the|and|on) )*[A-Z]"
    )
    named = sum(1 for _ in re.finditer(beside, evidence.text))
    return 0 < named >= len(re.findall(rf"\b{re.escape(word)}\b", evidence.text))
