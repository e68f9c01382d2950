"""A word is replaced by an inclusive one.

Why: documents of the United Nations address everyone.
Authority: UN guidelines for gender-inclusive language (T23).
Bad: his/her, Chairman
Good: their, Chair
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “forbidden-words” that stand in the text."""
    return wrong_forms(evidence, "forbidden-words", "“{found}” is not used")
