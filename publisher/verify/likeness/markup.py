"""Two trees of markup beside each other.

What one has that the other knows not, and where they first part.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

PARSER_OPTIONS = {"resolve_entities": False, "no_network": True, "huge_tree": False}
_SHOWN = 60  # characters of a text in a message


def foreign_vocabulary(theirs: Any, ours: Any) -> list[str]:
    """Elements and attributes of `theirs` that `ours` has none of.

    In the order they are met.
    """
    known, met = set(_names(ours)), dict.fromkeys(_names(theirs))
    return [name for name in met if name not in known]


def first_difference(theirs: Any, ours: Any) -> str:
    """Where two trees first part, empty where they say the same."""
    pairs = zip(_steps(theirs), _steps(ours), strict=False)
    for here, there in pairs:
        if here != there:
            return f"“{_shown(here)}” where ours has “{_shown(there)}”"
    mine, other = (sum(1 for _ in _steps(tree)) for tree in (theirs, ours))
    return f"{mine} pieces where ours has {other}" if mine != other else ""


def _names(tree: Any) -> Iterator[str]:
    for node in tree.iter():
        if not isinstance(node.tag, str):
            yield "a comment or instruction"
            continue
        yield f"element “{_local(node.tag)}”"
        for name in node.attrib:
            yield f"attribute “{_local(name)}” of “{_local(node.tag)}”"


def _steps(tree: Any) -> Iterator[tuple[str, ...]]:
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else "a comment or instruction"
        if event == "start":
            yield (tag, *(f"{name}={value}" for name, value in sorted(node.attrib.items())))
            if node.text:
                yield ("", node.text)
        elif node.tail:
            yield ("", node.tail)


def _shown(step: tuple[str, ...]) -> str:
    words = step[1] if step[0] == "" else " ".join((_local(step[0]), *step[1:]))
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
