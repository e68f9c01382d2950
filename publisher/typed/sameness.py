"""What two documents have in common, as it was typed.

Entries of their records, texts too long to agree by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.model.diagnostic import Position
from publisher.typed.scan import Entries, Node, Scalar, Sequence, scanned

_LONG = 40  # signs; a Chinese character counts three
_WIDE = re.compile(r"[\u2e80-\u9fff]")
_TITLES = frozenset(["heading", "agenda", "agendas", "title", "head", "alternative"])  # often rightly the same


def record_entries(text: str, file: str) -> dict[str, tuple[str, Position | None]]:
    """What each entry of a record says, in one line, and where it begins."""
    root = scanned(text, file)
    if not isinstance(root, Entries):
        return {}
    return {
        key: (" ".join(one.text for one in scalars), scalars[0].at if scalars else None)
        for key, value in root.pairs
        for scalars in [[one for _, one in _texts(value)]]
    }


def long_texts(text: str, file: str) -> Iterator[tuple[str, Position]]:
    """The long texts of a language file that take no fact, titles aside."""
    root = scanned(text, file)
    for key, one in _texts(root) if root is not None else ():
        flat = " ".join(one.text.split())
        if key not in _TITLES and "{{" not in flat and len(flat) + 2 * len(_WIDE.findall(flat)) >= _LONG:
            yield flat, one.at


def _texts(node: Node, key: str = "") -> Iterator[tuple[str, Scalar]]:
    match node:
        case Scalar():
            yield key, node
        case Sequence():
            for item in node.items:
                yield from _texts(item, key)
        case Entries():
            for name, value in node.pairs:
                yield from _texts(value, key if key in _TITLES else name)
