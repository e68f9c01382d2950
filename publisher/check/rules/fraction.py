"""A fraction used as a noun has a hyphen.

Why: only the adjective has one: a one-third share.
Authority: UN Editorial Manual, numbers (T21).
Bad: one-third of the members
Good: one third of the members
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “fractions” that stand in the text."""
    return wrong_forms(evidence, "fractions", "“{found}” has a hyphen")
