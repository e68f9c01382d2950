"""A decision is quoted under another title than its own.

Why: the title is how a reader recognizes the text; a draft's older title misleads.
Authority: practice of session reports (N16, X11): titles in quotation marks are exact.
Bad: 题为“…2026–2029 年期间战略规划”的决定草案 (the decision: …战略计划)
Good: 题为“…2026–2029 年期间战略计划”的决定草案
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from publisher.check.evidence import Evidence, Fault
from publisher.check.targets import names_another

_OPENING = '“”«„"‘’（( \u00a0\u202f'
_BEFORE = 110  # characters in which the text that has the title may be named


def find(evidence: Evidence) -> Iterator[Fault]:
    """Titles in quotation marks that are almost those of a decision."""
    titles = {
        _plain(decision.title.text): decision.title.text for decision in evidence.written.words.decisions.values()
    }
    pattern, item = evidence.words.pattern("entitled"), evidence.words.pattern("entitled-item")
    listed = evidence.words.pattern("entitled-item-after")
    if not titles or pattern is None:
        return
    for passage in evidence.own:
        for hit in pattern.finditer(passage.text):
            if item is not None and item.search(
                passage.text[max(0, hit.start("title") - 80) : hit.start("title")].rstrip(_OPENING)
            ):
                continue  # an item of the agenda has a title of its own
            if listed is not None and listed.search(passage.text[hit.end("title") : hit.end("title") + 20]):
                continue
            if names_another(
                _clause(passage.text[max(0, hit.start("title") - _BEFORE) : hit.start("title")]), evidence
            ):
                continue  # a text of another session or body
            quoted = _plain(hit["title"])
            if quoted in titles:
                continue
            ratio, near = max((SequenceMatcher(None, quoted, title, autojunk=False).ratio(), title) for title in titles)
            if ratio >= 0.8 and len(quoted) > 6:
                yield evidence.fault(
                    passage,
                    *hit.span("title"),
                    f"“{hit['title']}”, but the decision is entitled “{titles[near]}”",
                    "quote the title as it is",
                )


def _clause(before: str) -> str:
    """The words since the last mark that parts clauses."""
    return re.split(r"[;；؛.。]\s", before)[-1]


def _plain(text: str) -> str:
    return re.sub(r"\[\^[^\]]*\]|[\W_]", "", text).casefold()
