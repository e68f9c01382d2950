"""Two operative paragraphs running begin with the same action.

Neither has “also” or “further”.

Why: the reader must see that a second request is a further one.
Authority: UN Editorial Manual, resolutions and decisions (N18): Requests, Also requests, Further requests.
Bad: 1. Requests … 2. Requests …
Good: 1. Requests … 2. Also requests …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from publisher.check.evidence import Evidence, Fault
from publisher.check.openings import opening_of
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Operative paragraphs that repeat the action of the one before."""
    also = evidence.words.pattern("also") or re.compile(evidence.words.entry("also", r"(?!)"))
    operative = [passage for passage in evidence.own if passage.role == "operative"]
    for before, here in pairwise(operative):
        if before.scope != here.scope:
            continue
        first, second = _action(evidence, before), _action(evidence, here)
        if first and first == second and not also.search(here.text[:45]):
            yield evidence.fault(
                here,
                0,
                len(second),
                f"“{second}” opens two operative paragraphs one after the other",
                "begin the second with “also”, a third with “further”",
            )


def _action(evidence: Evidence, passage: Passage) -> str:
    """The words that open a paragraph: those that stand out, or a word of the list where the language marks none."""
    if opening := opening_of(passage):
        return opening
    openings = sorted(evidence.words.entry("operative", ()), key=len, reverse=True)
    hit = next((hit for opening in openings if (hit := re.match(rf"{opening}[^\W\u3400-\u9fff]*", passage.text))), None)
    return hit.group() if hit else ""
