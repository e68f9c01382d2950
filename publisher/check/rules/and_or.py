"""“and/or” stands in the text.

Why: it has no translation that means the same in six languages.
Authority: UN Editorial Manual (T20).
Bad: and/or
Good: “or”, or “… or … or both”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “and-or” that stand in the text."""
    return wrong_forms(evidence, "and-or", "“{found}” is avoided")
