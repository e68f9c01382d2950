"""A common word of a heading has a capital letter.

Why: capitals mark proper names; scattered over a heading they mark nothing.
Authority: UN Editorial Manual, headings (N09, T22): only the first word and proper names.
Bad: Opening Of The Session
Good: Opening of the session
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from publisher.check.evidence import Evidence, Fault

_OPENING = "(（[“«‘"  # what begins anew: “(Agenda item 5)”


def find(evidence: Evidence) -> Iterator[Fault]:
    """Common words with a capital inside headings, by a list."""
    common = set(evidence.words.entry("small-in-headings", ()))
    if not common:
        return
    for passage in evidence.own:
        if passage.kind != "heading" or passage.role not in ("section", "chapter", "annex", "appendix", "attached"):
            continue
        tokens = list(re.finditer(r"[\w’-]+", passage.text))
        for before, token in pairwise(tokens):
            opens = passage.text[token.start() - 1] in _OPENING
            if token.group() in common and before.group()[:1].islower() and not opens:
                yield evidence.fault(
                    passage,
                    token.start(),
                    token.end(),
                    f"“{token.group()}” has a capital inside a heading",
                    "only the first word and proper names have one",
                )
