"""The entries of a language file.

Which lines belong together, and which files an entry names.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.catalogue.causes import Block
from publisher.typed.scan import Entries, Node, Scalar, Sequence

_LISTS = frozenset(["body", "annexes", "preamble", "operative", "items"])
_FILES = ("table", "figure", "file", "name")


def blocks_of(node: Node, file: str, key: str = "") -> Iterator[Block]:
    """Every entry of a list of blocks.

    Of one that holds blocks, what stands beside them.
    """
    match node:
        case Sequence():
            for item in node.items:
                yield from blocks_of(item, file, key)
                if key in _LISTS and (every := [one.at.line for one in _scalars(item)]):
                    own = [one.at.line for one in _own(item)] or [min(every)]
                    yield Block(file, min(own), max(own), frozenset(_named(item)), max(every))
        case Entries():
            for name, value in node.pairs:
                yield from blocks_of(value, file, name)
        case _:
            pass


def _own(node: Node) -> Iterator[Scalar]:
    """The words of an entry but those of the blocks in it."""
    match node:
        case Entries():
            for name, value in node.pairs:
                if name != "body":
                    yield from _scalars(value)
        case _:
            yield from _scalars(node)


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case Entries():
            for _, value in node.pairs:
                yield from _scalars(value)


def _named(node: Node) -> Iterator[str]:
    """The names of files in an entry."""
    if isinstance(node, Entries):
        for key, value in node.pairs:
            if key in _FILES and isinstance(value, Scalar):
                yield value.text
            elif key == "file":
                yield from _named(value)
