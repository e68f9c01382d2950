"""A footnote is called in a heading.

Why: headings are repeated in contents, outlines and running heads, where the mark has no note.
Authority: UN Editorial Manual, headings (N09): no footnote marks in headings where they can be avoided.
Bad: heading: Credentials[^note]
Good: the call in the first sentence of the paragraph under the heading
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Numbered footnote calls in headings.

    Asterisks at titles of annexes are usual.
    """
    for passage in evidence.own:
        if passage.kind == "heading" and passage.role in ("section", "decision"):
            for offset, call in passage.calls:
                if call.series == "text":
                    yield evidence.fault(
                        passage,
                        max(0, offset - 8),
                        offset,
                        f"note “{call.mark}” is called in the heading “{passage.text}”",
                        "call it in the text under the heading",
                    )
