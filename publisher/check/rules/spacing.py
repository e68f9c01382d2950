"""A space is missing, doubled or out of place.

Why: stray spaces open gaps and move marks to the next line.
Authority: house rule (T24).
Bad: the plan , which
Good: the plan, which
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “spacing” that stand in the text."""
    return wrong_forms(evidence, "spacing", "“{found}”: spacing", _as_written)


def _as_written(passage: Passage) -> bool:
    """False where a row of dots stands in the blank: who presides, and for which State."""
    return passage.role != "led"
