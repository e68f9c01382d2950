"""An abbreviation is used that is not, or with full stops.

Why: the principal organs and the Organization are never abbreviated in text.
Authority: UN Editorial Manual, abbreviations (T13, T14).
Bad: the UN, the GA, U.N.D.P.
Good: the United Nations, the General Assembly, UNDP
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “abbreviation-forms” that stand in the text."""
    return wrong_forms(evidence, "abbreviation-forms", "“{found}” is not used in text")
