"""Which written blocks stand inside others: the one such walk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from publisher.model.document import Block, Holder


def within(listed: Iterable[Block]) -> Iterator[Block]:
    """The blocks of `listed` and those inside, in the order of the file."""
    for block in listed:
        yield block
        yield from within(inside(block))


def inside(block: Block) -> Sequence[Block]:
    """The blocks that stand directly inside `block`."""
    return block.body if isinstance(block, Holder) else ()
