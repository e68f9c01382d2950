"""Walks through the blocks of a document as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model.document import Appendix, Block, Document, Section
from publisher.model.nesting import within
from publisher.model.words import Words


def blocks(document: Document) -> Iterator[Block]:
    """Every block of body and annexes, those inside sections included."""
    yield from within(document.words.body)
    for annex in document.words.annexes:
        yield from within(annex.body)


def sections(document: Document) -> Iterator[Section]:
    """Every section with its heading."""
    return (block for block in blocks(document) if isinstance(block, Section))


def headings(document: Document) -> Iterator[Words]:
    """The words of every heading, annex title and title of a decision."""
    for block in blocks(document):
        if isinstance(block, Section):
            yield block.heading
        elif isinstance(block, Appendix):
            yield block.appendix
    for annex in document.words.annexes:
        yield annex.title
    for decision in document.words.decisions.values():
        yield decision.title
