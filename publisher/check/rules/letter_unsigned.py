"""A letter does not end with who signed it.

Why: a letter is circulated as it was received, and its signature is told by “(Signed)” and the name.
Authority: UN Editorial Manual, letters and notes verbales reproduced (N23).
Bad: a body of paragraphs alone
Good: `- signature: ["(*Signed*) Amina Diallo", "Ambassador"]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("letter",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The kind of document, where no signature stands before the annexes."""
    if any(passage.role == "signature" and passage.division == "body" for passage in evidence.passages):
        return
    at = evidence.sources.word(evidence.record_file, "kind", evidence.record.kind)
    hint = "write “- signature:” with a line each for “(*Signed*)” and the name, and for the office"
    yield Fault("the letter does not say who signed it", at, evidence.record.kind, hint)
