"""Pairing the blocks and rows of two documents: what is the same, what is a version of the other, what stands alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar, assert_never

from publisher.model.inline import plain
from publisher.model.reading import texts
from publisher.model.resolved import Block, Cell, Division, EndRule, Figure, Heading, Number, Paragraph, Table

_ALIKE = 0.4


def number_of(block: Block) -> Number | None:
    """The number a block carries."""
    return block.number if isinstance(block, Heading | Paragraph) else None


def _kind(block: Block) -> tuple[str, ...]:
    match block:
        case Heading():
            return ("heading", block.kind, str(block.depth))
        case Paragraph():
            depth = str(block.number.depth) if block.number else "none"
            return ("paragraph", block.role, depth)
        case Table():
            return ("table", str(len(block.widths)), str(len(block.head)), str(block.total is not None))
        case Figure() | EndRule():
            return (type(block).__name__,)
        case _:
            assert_never(block)


def _said(block: Block) -> str:
    return "\n".join(plain(text) for _, text in texts(block))


K = TypeVar("K")


def paired_divisions(
    old: Sequence[Division], new: Sequence[Division]
) -> Iterator[tuple[Division | None, Division | None]]:
    """Pair the body and the annexes by identifier; what has no partner stands alone at its place."""
    return in_order([item.id for item in old], [item.id for item in new], old, new)


def in_order(
    before: Sequence[str], after: Sequence[str], old: Sequence[K], new: Sequence[K]
) -> Iterator[tuple[K | None, K | None]]:
    """Pair what has the same identifier, in order; the rest stands alone."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(old[i1:i2], new[j1:j2], strict=True)
        else:
            yield from ((item, None) for item in old[i1:i2])
            yield from ((None, item) for item in new[j1:j2])


def paired_blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[Block | None, Block | None]]:
    before, after = ([(_kind(block), _said(block)) for block in blocks] for blocks in (old, new))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(old[i1:i2], new[j1:j2], strict=True)
        else:
            yield from _alike(old[i1:i2], new[j1:j2], _same_block)


def paired_rows(
    old: Sequence[tuple[Cell, ...]], new: Sequence[tuple[Cell, ...]]
) -> Iterator[tuple[tuple[Cell, ...] | None, tuple[Cell, ...] | None]]:
    before, after = ([tuple(plain(cell.text) for cell in row) for row in rows] for rows in (old, new))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(old[i1:i2], new[j1:j2], strict=True)
        else:
            yield from _alike(old[i1:i2], new[j1:j2], _same_row)


def _same_block(old: Block, new: Block) -> bool:
    if _kind(old) != _kind(new):
        return False
    number, other = number_of(old), number_of(new)
    if number and other and number.printed == other.printed and old.id == new.id:
        return _likeness(_said(old), _said(new)) >= _ALIKE / 2
    return _likeness(_said(old), _said(new)) >= _ALIKE


def _same_row(old: tuple[Cell, ...], new: tuple[Cell, ...]) -> bool:
    if [cell.span for cell in old] != [cell.span for cell in new]:
        return False
    equal = sum(plain(before.text) == plain(after.text) for before, after in zip(old, new, strict=True))
    return 2 * equal >= len(old)


def _likeness(old: str, new: str) -> float:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE / 2 and matcher.quick_ratio() >= _ALIKE / 2 else 0.0


def _alike(old: Sequence[K], new: Sequence[K], same: Callable[[K, K], bool]) -> Iterator[tuple[K | None, K | None]]:
    """Pair what is alike in order, each with the first that fits it; the rest stands alone."""
    start = 0
    for item in new:
        found = next((index for index in range(start, len(old)) if same(old[index], item)), None)
        if found is None:
            yield None, item
            continue
        yield from ((gone, None) for gone in old[start:found])
        yield old[found], item
        start = found + 1
    yield from ((gone, None) for gone in old[start:])
