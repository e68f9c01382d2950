"""An organization stands once in an annex, with no introduction.

Why: where an annex speaks of one organization throughout, a single other one is often a slip for it.
Authority: UN Editorial Manual, abbreviations (T13): annexes are read apart and introduce their short names anew.
Bad: 它将加强环境署与成员国之间的合作 (in a summary that speaks of 人居署)
Good: 它将加强人居署与会员国之间的合作
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Short names that stand once in a long annex, never in full."""
    listed = evidence.words.entry("organizations", ())
    annexes = {division.id for division in evidence.resolved.divisions if division.kind == "annex"}
    texts: dict[str, list[Passage]] = defaultdict(list)
    for passage in evidence.own:
        if passage.division in annexes:
            texts[passage.division].append(passage)
    for passages in texts.values():
        if sum(len(passage.text) for passage in passages) < 2000:
            continue
        for name in listed:
            hits = [(p, hit) for p in passages for hit in re.finditer(re.escape(name), p.text)]
            if len(hits) == 1:
                passage, hit = hits[0]
                if passage.text[hit.start() - 1 : hit.start()] not in ("（", "("):
                    yield evidence.fault(
                        passage,
                        *hit.span(),
                        f"“{name}” stands once in this annex, not introduced",
                        "look whether it is meant, and give its full name",
                    )
