"""The text refers to a page of the document itself.

Why: pages differ between languages, formats and editions; paragraphs do not.
Authority: UN Editorial Manual, cross-references (X03): cite paragraphs, not pages.
Bad: see page 12 above
Good: see paragraph 24 above
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """References to own pages."""
    pattern = evidence.words.pattern("page") or re.compile(r"(?!)")
    for passage in evidence.own:
        for hit in pattern.finditer(passage.text):
            message = f"“{hit.group()}” refers to a page"
            yield evidence.fault(passage, hit.start(), hit.end(), message, "cite the paragraph instead")
        for start, end, reference in passage.references:
            if reference.shows == "page" and passage.kind == "paragraph":
                yield evidence.fault(passage, start, end, "a reference to a page", "cite the paragraph instead")
