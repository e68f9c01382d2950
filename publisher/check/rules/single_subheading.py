"""A heading has one subheading only.

Why: what has an A must have a B; a single subheading divides nothing.
Authority: UN Editorial Manual, headings (N08).
Bad: VI. Other matters / A. Global Stakeholders Forum
Good: VI. Other matters, the forum in its paragraphs
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Section headings without a brother at their depth."""
    headings = [
        p
        for p in evidence.own
        if p.kind == "heading" and p.role in ("section", "chapter", "annex", "decision", "appendix")
    ]
    groups: dict[int, list[Passage]] = {}
    for passage in [*headings, None]:
        depth = passage.depth if passage is not None and passage.role == "section" else 0
        for closed in sorted((d for d in groups if d > depth), reverse=True):
            members = groups.pop(closed)
            if len(members) == 1 and closed > 1 and members[0].number is not None:  # a side head may stand alone
                text = members[0].text
                yield evidence.fault(
                    members[0],
                    0,
                    len(text),
                    f"“{text}” is the only subheading at its level",
                    "add another, or do without it",
                )
        if passage is not None and depth:
            groups.setdefault(depth, []).append(passage)
