"""Figures are not grouped as the language does.

Why: 1,234 is one and a bit in half the official languages.
Authority: UN Editorial Manual, numbers (T04, T06) and its counterparts.
Bad: in English: 12 345
Good: in English: 12,345
"""

from __future__ import annotations

import re
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

    # a document that groups by commas throughout, as Geneva does in Chinese, has a convention and not a slip
    commas, spaces = (len(re.findall(rf"\d{sign}\d{{3}}(?!\d)", evidence.text)) for sign in (",", "[ \u00a0\u202f]"))
    convention = commas > 2 and not spaces and evidence.words.entry("comma-groups", False)
    message = "“{found}” is not how this language writes the number"
    for fault in wrong_forms(evidence, "number-format", message, chosen, masking="numbered-things"):
        if not (convention and "," in fault.span):
            yield fault
