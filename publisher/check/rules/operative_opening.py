"""An operative paragraph begins with words that are no action.

Why: each operative paragraph does one thing, and says so first.
Authority: UN Editorial Manual, resolutions and decisions (N17, N18): Decides, Requests, Approves …
Bad: 1. The plan is approved;
Good: 1. *Approves* the plan;
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.openings import faults_of_openings


def find(evidence: Evidence) -> Iterator[Fault]:
    """Operative paragraphs that open with no action, or no emphasis."""
    yield from faults_of_openings(evidence, "operative", "operative")
