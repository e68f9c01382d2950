"""A resolution or decision is cited with “No.”.

Why: the number is the name; nothing stands before it.
Authority: UN Editorial Manual, resolutions and decisions (X12).
Bad: resolution No. 70/1
Good: resolution 70/1
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """Citations with “No.” or its like."""
    return wrong_forms(evidence, "resolution-form", "“{found}” is not how a resolution or decision is cited")
