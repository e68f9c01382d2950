"""An article stands before the abbreviation of an organization.

Why: the abbreviation is a name.
Authority: UN Editorial Manual, abbreviations (T15).
Bad: the UNDP
Good: UNDP
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “article-acronym” that stand in the text."""
    return wrong_forms(evidence, "article-acronym", "“{found}” has an article")
