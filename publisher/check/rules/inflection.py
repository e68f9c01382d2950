"""A noun does not agree with its number.

Why: “1 abstentions” is the mark of a text filled in by a machine.
Authority: grammar (V04); the wording inflects by the plural rules of each language.
Bad: with 1 abstentions
Good: with 1 abstention
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import everywhere, wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “inflection” that stand in the text."""
    return wrong_forms(evidence, "inflection", "“{found}” does not agree with its number", everywhere)
