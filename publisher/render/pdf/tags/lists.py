"""Lists in the tag tree, each entry with its number as label.

Subparagraphs and lines of an agenda that follow each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class _List:
    """A list that is still open: its depth, its structure element, the body of its last item."""

    depth: int
    element: Any
    body: Any


class Lists:
    """The lists of a document while its tags are made.

    `make` gives a structure element of a type in a parent at a place.
    """

    def __init__(self, make: Callable[[str, Any, int], Any]) -> None:
        self._make = make
        self._open: list[_List] = []
        self._items: dict[int, Any] = {}  # the item of each body

    def item(self, depth: int, parent: Any) -> tuple[Any, Any]:
        """A new item of `depth` in `parent`, and the body of its words."""
        if not self._open or parent["K"][-1:] != [self._open[0].element.reference]:
            self._open = []  # other words came between
        while self._open and self._open[-1].depth > depth:
            self._open.pop()
        if not self._open or self._open[-1].depth < depth:
            host = self._open[-1].body if self._open else parent
            self._open.append(_List(depth, self._make("L", host, len(host["K"])), None))
        holder = self._open[-1]
        made = self._make("LI", holder.element, len(holder.element["K"]))
        holder.body = self._make("LBody", made, 0)
        self._items[id(holder.body)] = made
        return made, holder.body

    def label(self, body: Any) -> Any | None:
        """A new label for the number of the item with `body`.

        None where `body` is that of no item.
        """
        item = self._items.get(id(body))
        return None if item is None else self._make("Lbl", item, 0)
