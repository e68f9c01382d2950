"""A word is not in United Nations spelling.

Why: one spelling in all documents, that of the Editorial Manual.
Authority: UN Editorial Manual, spelling (T12).
Bad: organisation, program, advisor
Good: organization, programme, adviser
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “spelling” that stand in the text."""
    return wrong_forms(evidence, "spelling", "“{found}” is not United Nations spelling")
