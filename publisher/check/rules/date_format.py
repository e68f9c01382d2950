"""A date is not in the form of the house.

Why: one form in all documents; some forms mean another day elsewhere.
Authority: UN Editorial Manual, dates (T01) and its counterparts.
Bad: June 14th, 2025
Good: 14 June 2025
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “date-format” that stand in the text."""
    return wrong_forms(evidence, "date-format", "“{found}” is not the form of dates")
