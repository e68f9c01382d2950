"""Words of another language stand in the text.

Why: a word the translator left standing is the plainest of slips.
Authority: house rule (T25). Names, titles and symbols in Latin letters are right.
Bad: 极端高温、缺水 and 海平面上升
Good: 极端高温、缺水和海平面上升
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Small words of English between words of the language's own script."""
    listed = evidence.words.entry("foreign-words")
    if not listed:
        return
    script = evidence.words.entry("script")
    pattern = re.compile(
        rf"(?<=[{script}，、；：,;.。）)”»0-9])\s*\b(?P<word>{'|'.join(listed)})\b\s*(?=[{script}“«《（(0-9])"
    )
    for passage in evidence.own:
        if evidence.foreign(passage) or (passage.quoted and passage.language is not None):
            continue
        for hit in pattern.finditer(passage.text):
            start, end = hit.span("word")
            if any(first <= start and end <= last for first, last in passage.raised):  # the mark of a note
                continue
            yield evidence.fault(passage, start, end, f"“{hit['word']}” stands in the text", "translate it")
