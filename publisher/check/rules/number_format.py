"""Figures are not grouped as the language does.

Why: 1,234 is one and a bit in half the official languages.
Authority: UN Editorial Manual, numbers (T04, T06) and its counterparts.
Bad: in English: 12 345
Good: in English: 12,345
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “number-format” that stand in the text."""
    tables_apart = (
        evidence.written.profile.figures.thousands != "comma"
    )  # their figures are printed as the profile says

    def chosen(passage: Passage) -> bool:
        return not (tables_apart and passage.kind == "cell")

    message = "“{found}” is not how this language writes the number"
    return wrong_forms(evidence, "number-format", message, chosen, masking="numbered-things")
