"""The text refers to a page of the document itself.

Why: pages differ between languages, formats and editions; paragraphs do not.
Authority: UN Editorial Manual, cross-references (X03): cite paragraphs, not pages.
Bad: see page 12 above
Good: see paragraph 24 above
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Give back references to own pages."""
    pattern = evidence.words.pattern("page")
    for passage in evidence.own if pattern else ():
        for hit in pattern.finditer(passage.text):  # type: ignore[union-attr]
            yield evidence.fault(passage, *hit.span(), f"“{hit.group()}” refers to a page", "cite the paragraph instead")
        for start, end, reference in passage.references:
            if reference.shows == "page" and passage.kind == "paragraph":
                yield evidence.fault(passage, start, end, "a reference to a page", "cite the paragraph instead")
