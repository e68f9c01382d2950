"""Applies one change to every line of text in a block, or to every inline part in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from publisher.model.inline import (
    Deleted,
    Emphasis,
    Inline,
    Inlines,
    Inserted,
    LeftToRight,
    Reference,
    WrittenCall,
    WrittenLink,
)  # fmt: skip
from publisher.model.resolved import Block, Cell, EndRule, Figure, Heading, Paragraph, Table

Change = Callable[[Inlines], Inlines]


def changed(block: Block, change: Change) -> Block:
    """The block with `change` applied to each of its lines, in reading order; notes of tables come last."""
    match block:
        case Heading():
            return replace(block, text=change(block.text))
        case Paragraph():
            return replace(block, label=change(block.label), text=change(block.text))
        case Table():
            return replace(
                block,
                title=change(block.title),
                head=tuple(_cells(row, change) for row in block.head),
                rows=tuple(_cells(row, change) for row in block.rows),
                total=_cells(block.total, change) if block.total else None,
                notes=tuple(replace(note, text=change(note.text)) for note in block.notes),
                source=change(block.source),
            )
        case Figure():
            return replace(block, title=change(block.title), source=change(block.source))
        case EndRule():
            return block
        case _:
            assert_never(block)


def _cells(row: tuple[Cell, ...], change: Change) -> tuple[Cell, ...]:
    return tuple(Cell(change(cell.text), cell.align, cell.span) for cell in row)


def children(inline: Inline) -> Inlines:
    """The parts inside an inline part, none for one without."""
    match inline:
        case Emphasis(inner) | LeftToRight(inner) | Reference(_, inner, _) | Inserted(inner) | Deleted(inner):
            return inner
        case WrittenLink(_, words):
            return words
        case _:
            return ()


def with_children(inline: Inline, inner: Inlines) -> Inline:
    """The inline part with other parts inside it."""
    match inline:
        case Emphasis():
            return Emphasis(inner)
        case LeftToRight():
            return LeftToRight(inner)
        case Reference():
            return replace(inline, children=inner)
        case WrittenLink():
            return WrittenLink(inline.target, inner)
        case Inserted():
            return Inserted(inner)
        case Deleted():
            return Deleted(inner)
        case _:
            return inline


def each(inlines: Inlines, change: Callable[[Inline], Inlines]) -> Inlines:
    """`inlines` with `change` applied to every part that holds no others, at any depth."""
    result: list[Inline] = []
    for inline in inlines:
        if inner := children(inline):
            result.append(with_children(inline, each(inner, change)))
        else:
            result.extend(change(inline))
    return tuple(result)


def calls(inlines: Inlines) -> Iterator[WrittenCall]:
    """The footnote calls in `inlines` that have no mark yet, in order."""
    for inline in inlines:
        if isinstance(inline, WrittenCall):
            yield inline
        else:
            yield from calls(children(inline))


def marks(inlines: Inlines) -> Iterator[str]:
    """How each call and each link in `inlines` begins in the author's text, in order."""
    for inline in inlines:
        match inline:
            case WrittenCall(note):
                yield f"[^{note}]"
            case WrittenLink(target, words):
                yield f"](#{target})"
                yield from marks(words)
            case _:
                yield from marks(children(inline))
