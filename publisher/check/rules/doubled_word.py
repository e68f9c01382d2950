"""A word or character stands twice.

Why: a slip of the hand that reading aloud does not show.
Authority: house rule (T27). Words that may be doubled are listed in characters.yaml.
Bad: 战略规划草案案; the the plan
Good: 战略规划草案; the plan
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Doubled words, by the expression of the language."""
    source = evidence.words.entry("doubled")
    if not source:
        return
    pattern, allowed = re.compile(source), set(evidence.words.entry("doubled-allowed", ()))
    for passage in evidence.own:
        if passage.kind == "masthead":
            continue
        for hit in pattern.finditer(passage.text):
            if hit.group(1) not in allowed and not hit.group(1).isdigit():
                yield evidence.fault(
                    passage, *hit.span(), f"“{hit.group()}”: the same twice", "take one out", hit.group(1)
                )
