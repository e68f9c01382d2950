"""A percentage is not in the form of the house.

Why: the sign belongs to tables; in text it is words.
Authority: UN Editorial Manual, percentages (T05).
Bad: in English text: 70%
Good: 70 per cent
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “per-cent” that stand in the text."""
    return wrong_forms(evidence, "per-cent", "“{found}” is not how text gives a percentage")
