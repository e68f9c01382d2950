"""A reference typed by hand names a chapter that is not there.

Why: chapters are renumbered when one is added; typed numbers stay behind.
Authority: UN Editorial Manual, cross-references (X01).
Bad: “chapter IX above” (of seven)
Good: “chapter [](#closure)”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import cited_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Numbers, said to be of this document, beyond its chapters."""
    total = evidence.chapters
    for passage in evidence.own:
        for seen in cited_in(passage.text, evidence.words, "chapter"):
            if max(seen.numbers) > total:
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage,
                    seen.start,
                    seen.end,
                    f"“{words}”, but there are {total} chapters",
                    "refer with [](#identifier of the section)",
                )
