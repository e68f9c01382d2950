"""An operative paragraph ends with the wrong mark.

Why: the operative part is one sentence: semicolons between its paragraphs, a full stop after the last.
Authority: UN Editorial Manual, resolutions and decisions (N17).
Bad: 1. Approves the plan. 2. Requests a report;
Good: 1. Approves the plan; 2. Requests a report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Operative paragraphs whose end does not fit their place.

    Those that lead in a list or table are left out.
    """
    parts: dict[str, list[int]] = defaultdict(list)
    for place, passage in enumerate(evidence.own):
        if passage.scope != passage.division and passage.role == "operative":
            parts[passage.scope].append(place)
    for places in parts.values():
        for place in places:
            here, last = evidence.own[place], place == places[-1]
            if _led_on(evidence.own[place + 1 : place + 2], here):
                continue
            text = here.text.rstrip()
            marks = (".", "。") if last else (";", "；", "؛")
            if last and _goes_on(evidence.own[place + 1 :], here):  # under the next heading
                marks = (*marks, ";", "；", "؛")
            if not text.endswith(marks):
                wanted = "a full stop after the last one" if last else "a semicolon"
                yield evidence.fault(
                    here,
                    max(0, len(text) - 10),
                    len(text),
                    f"an operative paragraph ends with “{text[-1:]}”",
                    f"end it with {wanted}",
                )


def _led_on(following: Sequence[Passage], here: Passage) -> bool:
    """True where something that is no operative paragraph follows within the text: items, a table, a declaration."""
    return any(
        (p.kind != "heading" or p.role == "attached") and p.scope == here.scope and p.role not in ("operative", "tail")
        for p in following
    )


def _goes_on(following: Sequence[Passage], here: Passage) -> bool:
    """True where the text has operative paragraphs under a later heading."""
    for passage in following:
        if passage.role in ("decision", "numbered") or passage.division != here.division:
            return False
        if passage.role == "operative":
            return True
    return False
