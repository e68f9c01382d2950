"""A supplement has no table of contents.

Why: it is a book, and is opened at the chapter somebody looks for.
Authority: house rule after the Official Records, whose contents give chapters with paragraphs and pages (N13).
Bad: a record without `contents:`
Good: `contents: true`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("supplement",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The kind of document, where the record asks for no contents."""
    record = evidence.record
    if not record.contents:
        at = evidence.sources.word(evidence.record_file, "kind", record.kind)
        yield Fault("the supplement has no table of contents", at, record.kind, "add contents: true")
