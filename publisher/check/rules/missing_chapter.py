"""A chapter that every report of a session has is missing.

Why: readers compare reports of sessions chapter by chapter.
Authority: practice of session reports (N21): opening, attendance, agenda, organization of work, credentials, officers,
other matters, closure; the words are in `chapters` of terms.yaml.
Bad: a report without a heading on attendance
Good: “Attendance”

Bodies of experts and committees, which look at no credentials, have chapters of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The chapters for which no heading can be found."""
    headings = [p.text for p in evidence.own if p.kind == "heading"]
    if len(headings) < 5 or not (evidence.universal or evidence.record.credentials):
        return
    for name, pattern in evidence.words.entry("chapters", {}).items():
        if not any(re.search(pattern, heading) for heading in headings):
            at = evidence.written.words.body[0].at if evidence.written.words.body else None
            yield Fault(f"no heading on “{name}”", at, "", "add the chapter, or waive this finding with the reason")
