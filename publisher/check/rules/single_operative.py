"""A single operative paragraph carries a number, or several carry none.

Why: one operative paragraph needs no number; several are cited by theirs.
Authority: UN Editorial Manual, resolutions and decisions (N19).
Bad: 1. Approves the plan. (and nothing after it)
Good: Approves the plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Operative parts whose numbering does not fit their length."""
    parts: dict[str, list[Passage]] = defaultdict(list)
    for passage in evidence.own:
        if passage.role == "operative":
            parts[passage.scope].append(passage)
    for scope, members in parts.items():
        if scope == members[0].division or _in_sections(evidence, members[-1]):
            continue
        if (len(members) == 1) == (members[0].number is not None):
            yield evidence.fault(
                members[0],
                0,
                min(30, len(members[0].text)),
                "the numbering of the operative part does not fit its length",
                "one paragraph stands without number, several are numbered",
            )


def _in_sections(evidence: Evidence, last: Passage) -> bool:
    """True where the text has more operative paragraphs under headings of its own."""
    return any(p.role == "operative" and p.scope == last.division for p in evidence.own if p.division == last.division)
