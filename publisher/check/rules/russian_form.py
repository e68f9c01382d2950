"""A form is used that Russian United Nations text does not use.

Why: ё is printed as е, numbers take №.
Authority: Russian editorial practice of the United Nations (T31).
Bad: ещё, No. 5
Good: еще, № 5
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import everywhere, wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “russian-forms” that stand in the text."""
    return wrong_forms(evidence, "russian-forms", "“{found}” is not used", everywhere)
