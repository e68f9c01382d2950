"""A footnote is too long to stand on the page that calls it.

Why: a note that runs over to the next page is overlooked, and a longer one than a page cannot be set at all.
Authority: UN Editorial Manual, footnotes: notes are short; longer matter goes into the text or an annex.
Bad: a note of 3,000 characters
Good: a note of 300 characters, the rest in an annex
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

LIMIT = {"wide": 900, "narrow": 2200}  # characters that fill about a third of a page


def find(evidence: Evidence) -> Iterator[Fault]:
    """Notes that take more than about a third of a page."""
    for passage in evidence.own:
        if passage.kind != "note":
            continue
        wide = sum(character > "\u2e80" for character in passage.text) > len(passage.text) / 2
        limit = LIMIT["wide" if wide else "narrow"]
        if len(passage.text) > limit:
            yield evidence.fault(
                passage,
                0,
                30,
                f"a note of {len(passage.text)} characters, more than {limit}",
                "move it into the text or an annex",
            )
