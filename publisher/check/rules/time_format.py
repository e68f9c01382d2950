"""A time of day is not in the form of the house.

Why: one form in all documents.
Authority: UN Editorial Manual, time (T08) and its counterparts.
Bad: 10:40 AM
Good: 10.40 a.m.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “time-format” that stand in the text."""
    return wrong_forms(evidence, "time-format", "“{found}” is not the form of times")
