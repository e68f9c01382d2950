"""Walks through the blocks of a document as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publisher.model.document import Appendix, Block, Document, Section


def blocks(document: Document) -> Iterator[Block]:
    """Give back every block of the body and the annexes, those inside sections and appendices included."""
    yield from _within(document.words.body)
    for annex in document.words.annexes:
        yield from _within(annex.body)


def sections(document: Document) -> Iterator[Section]:
    """Give back every section with its heading."""
    return (block for block in blocks(document) if isinstance(block, Section))


def _within(listed: Iterable[Block]) -> Iterator[Block]:
    for block in listed:
        yield block
        if isinstance(block, Section | Appendix):
            yield from _within(block.body)
