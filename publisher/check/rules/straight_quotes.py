"""Straight quotation marks or apostrophes stand in the text.

Why: typewriter marks have no opening and closing form.
Authority: UN Editorial Manual, quotations (T10, T29).
Bad: "informal"
Good: “informal”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import everywhere, wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “straight-quotes” that stand in the text."""
    return wrong_forms(evidence, "straight-quotes", "“{found}” is a typewriter mark", everywhere)
