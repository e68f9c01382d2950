"""The document is longer than the limit for reports.

Why: longer documents are not translated in time.
Authority: UN Editorial Manual, length of documents (N23): 8,500 words for
reports of the Secretariat, 10,700 for those of intergovernmental bodies; the limit of a kind stands in templates/kind.
Bad: a report of 14,000 words
Good: a report of 9,000 words
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """A document of too many words, in languages that part words by spaces."""
    pattern, limit = evidence.words.entry("word"), evidence.written.kind.words
    if not pattern or limit is None:
        return
    count = sum(1 for passage in evidence.own if passage.division == "body" for _ in re.finditer(pattern, passage.text))
    if count > limit:
        yield Fault(f"the body has {count} words, {count - limit} more than the limit", None, "", "shorten it")
