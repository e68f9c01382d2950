"""Pairing the blocks and rows of two documents.

What is the same, a version of the other, or stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeVar, assert_never

from publisher.model.inline import plain
from publisher.model.reading import texts
from publisher.model.resolved import Block, Cell, Division, EndRule, Figure, Heading, Number, Paragraph, Row, Table

_ALIKE = 0.4


def number_of(block: Block) -> Number | None:
    """The number a block carries."""
    return block.number if isinstance(block, Heading | Paragraph) else None


def _kind(block: Block) -> tuple[str, ...]:
    match block:
        case Heading():
            # a label stands as words above: one that changes is struck
            label = block.label.printed if block.label else _uncounted(block.number)
            return ("heading", block.kind, str(block.depth), label)
        case Paragraph():
            depth = str(block.number.depth) if block.number else "none"
            return ("paragraph", block.role, depth, _uncounted(block.number))
        case Table():
            return ("table", str(len(block.widths)), str([_shape(row) for row in block.head]), _merged(block))
        case Figure() | EndRule():
            return (type(block).__name__,)
        case _:
            assert_never(block)


def _uncounted(number: Number | None) -> str:
    """A number that nothing counts to, “3 bis”: a block that has another one is another block."""
    return number.printed if number is not None and number.ordinal is None else ""


def _shape(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    return [(cell.columns, cell.rows) for cell in cells]


def _merged(table: Table) -> str:
    """The shape of a table with cells over several rows: none of its rows may come or go by itself."""
    whole = any(cell.rows > 1 for row in table.rows for cell in row.cells)
    return str([_shape(row.cells) for row in table.rows]) if whole else ""


def _said(block: Block) -> str:
    return "\n".join(plain(text) for _, text in texts(block))


K = TypeVar("K")


def paired_divisions(
    old: Sequence[Division], new: Sequence[Division]
) -> Iterator[tuple[Division | None, Division | None]]:
    """Pair the body with the body, the annexes by title.

    Where titles differ, by place; what has no partner stands alone.
    """
    before, after = ([_titled(division) for division in divisions] for divisions in (old, new))
    for _, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield from zip_longest(old[i1:i2], new[j1:j2])


def _titled(division: Division) -> str:
    heading = division.blocks[0] if division.kind == "annex" and division.blocks else None
    return plain(heading.text) if isinstance(heading, Heading) else division.kind


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


def paired_rows(old: Sequence[Row], new: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    before, after = (
        [(_kind_of(row), *(plain(cell.text) for cell in row.cells)) for row in rows] for rows in (old, new)
    )
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


def _kind_of(row: Row) -> str:
    return f"{row.kind} {row.indent} {_shape(row.cells)}"


def _same_row(old: Row, new: Row) -> bool:
    if _kind_of(old) != _kind_of(new):
        return False
    pairs = zip(old.cells, new.cells, strict=True)
    return 2 * sum(plain(before.text) == plain(after.text) for before, after in pairs) >= len(old.cells)


def _likeness(old: str, new: str) -> float:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE / 2 and matcher.quick_ratio() >= _ALIKE / 2 else 0.0


def _alike(old: Sequence[K], new: Sequence[K], same: Callable[[K, K], bool]) -> Iterator[tuple[K | None, K | None]]:
    """Pair what is alike in order, each with the first that fits it; the rest stands alone, what is gone first."""
    start = 0
    added: list[K] = []
    for item in new:
        found = next((index for index in range(start, len(old)) if same(old[index], item)), None)
        if found is None:
            added.append(item)
            continue
        yield from ((gone, None) for gone in old[start:found])
        yield from ((None, one) for one in added)
        yield old[found], item
        start, added = found + 1, []
    yield from ((gone, None) for gone in old[start:])
    yield from ((None, one) for one in added)
