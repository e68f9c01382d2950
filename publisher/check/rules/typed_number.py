"""A number is typed where the program writes it.

Why: the paragraph would print “12. 12.”, and the typed one stays behind when a paragraph is inserted.
Authority: UN Editorial Manual, paragraphs and headings (N01, N04, N07); numbers are resolved once.
Bad: `- "12. 人居大会表示注意到该报告。"`
Good: `- 人居大会表示注意到该报告。`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_BULLETS = "•●▪‣◦∙·⁃►➢➤"
_DASHES = "–—-"  # a bullet where a space follows
_LETTERS = r"[a-z]{1,3}|[ivx]{1,5}|\d{1,2}|[\u0621-\u064a]{1,2}|[一二三四五六七八九十]{1,3}"
_TYPED = re.compile(
    rf"^(?:[{_BULLETS}]\s*|[{_DASHES}]\s+(?!\d)|\d{{1,3}}[.)、](?=\s|[^\d\s])|\((?:{_LETTERS})\)\s?|[a-z]\)\s)"
)
_TYPED_IN_HEADING = re.compile(r"^(?:[A-Z]\.\s|[IVX]{1,5}\.\s|[一二三四五六七八九十]{1,3}、)")
_ROLES = ("numbered", "item", "operative", "agenda-entry", "section", "preambular")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Numbered texts that begin with a number of their own."""
    for passage in evidence.own:
        hit = _TYPED.match(passage.text) if passage.role in _ROLES else None
        if hit is None and passage.role == "section":
            hit = _TYPED_IN_HEADING.match(passage.text)
        if hit is None:
            continue
        printed = passage.number.printed if passage.number else ""
        if not printed:  # the author says that it has none: the typed one is meant
            continue
        typed = hit.group().strip()
        yield evidence.fault(
            passage,
            0,
            hit.end(),
            f"“{typed}” is typed, but the program numbers this line “{printed}”",
            "take the typed number out"
            if typed not in _BULLETS + _DASHES
            else "make it an entry under items:, or take it out",
            "",
        )
