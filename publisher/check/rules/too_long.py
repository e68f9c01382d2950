"""The document is longer than the limit for reports.

Why: longer documents are not translated in time.
Authority: UN Editorial Manual, length of documents (N23): 10,700 words for reports.
Bad: a report of 14,000 words
Good: a report of 9,000 words
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

LIMIT = 10_700

ONLY: tuple[Trait, ...] = ("session",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """A document of too many words, in languages that part words by spaces."""
    pattern = evidence.words.entry("word")
    if not pattern:
        return
    count = sum(1 for passage in evidence.own if passage.division == "body" for _ in re.finditer(pattern, passage.text))
    if count > LIMIT:
        yield Fault(f"the body has {count} words, {count - LIMIT} more than the limit", None, "", "shorten it")
