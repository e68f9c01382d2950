"""A decade is written with an apostrophe.

Why: 1990s is a plural.
Authority: UN Editorial Manual, numbers (T07).
Bad: the 1990’s
Good: the 1990s
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “decade” that stand in the text."""
    return wrong_forms(evidence, "decade", "“{found}” has an apostrophe")
