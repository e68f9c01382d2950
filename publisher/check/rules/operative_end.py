"""An operative paragraph ends with the wrong mark.

Why: the operative part is one sentence: semicolons between its paragraphs, a full stop after the last.
Authority: UN Editorial Manual, resolutions and decisions (N17).
Bad: 1. Approves the plan. 2. Requests a report;
Good: 1. Approves the plan; 2. Requests a report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Operative paragraphs whose end does not fit their place; those with a list are left to the list."""
    parts: dict[str, list[Passage]] = defaultdict(list)
    for passage in evidence.own:
        if passage.scope != passage.division and passage.role in ("operative", "item", "close", "agenda-entry"):
            parts[passage.scope].append(passage)
    for members in parts.values():
        operative = [place for place, passage in enumerate(members) if passage.role == "operative"]
        for place in operative:
            following = members[place + 1] if place + 1 < len(members) else None
            if following is not None and following.role != "operative":
                continue
            text, last = members[place].text.rstrip(), place == operative[-1]
            if not text.endswith((".", "。") if last else (";", "；", "؛")):
                wanted = "a full stop after the last one" if last else "a semicolon"
                yield evidence.fault(
                    members[place],
                    max(0, len(text) - 10),
                    len(text),
                    f"an operative paragraph ends with “{text[-1:]}”",
                    f"end it with {wanted}",
                )
