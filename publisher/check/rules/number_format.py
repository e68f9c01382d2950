"""Figures are not grouped as the language does.

Why: 1,234 is one and a bit in half the official languages.
Authority: UN Editorial Manual, numbers (T04, T06) and its counterparts.
Bad: in English: 12 345
Good: in English: 12,345
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import everywhere, wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “number-format” that stand in the text."""
    return wrong_forms(evidence, "number-format", "“{found}” is not how this language writes the number", everywhere)
