"""A preambular paragraph opens with words that do not open one.

Or that do not stand out.

Why: the opening words say what the paragraph does (recalls, notes, welcomes).
Authority: UN Editorial Manual, resolutions and decisions (N17): opening words in italics where the script has them.
Bad: We recall decision 2/1,
Good: *Recalling* decision 2/1,
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.openings import faults_of_openings


def find(evidence: Evidence) -> Iterator[Fault]:
    """Preambular paragraphs with no opening, or one without emphasis."""
    yield from faults_of_openings(evidence, "preambular", "preambular")
