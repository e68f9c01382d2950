"""A range or a dash is written with the wrong sign.

Why: 2026-2029 and 2026–2029 in one text look like two things.
Authority: UN Editorial Manual, punctuation (T02, T09); en dash in English, Russian and Chinese, hyphen in
French, Spanish and Arabic.
Bad: 2026-2029 年
Good: 2026–2029 年
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import everywhere, wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “range-dash” that stand in the text."""
    return wrong_forms(evidence, "range-dash", "“{found}” has the wrong sign for a range or dash", everywhere)
