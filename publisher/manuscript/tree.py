"""The entries of a YAML text, each with the characters it takes.

Scanned by libyaml, nothing read into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

Path = tuple[str | int, ...]  # keys and places from 0, from the outside in: ("annexes", 0, "body", 3)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BYTE_ORDER_MARK = "\ufeff"


@dataclass(slots=True)
class Node:
    """An entry: its characters, its place, how it is written, what it holds.

    Characters from `start` to `end`, places from 1. `style` is that of a scalar (plain is empty, else one of ' " |
    >); `flow` tells of brackets, of its own or around it. `keys` are the keys of a mapping, in step with `children`;
    `head` is where the key of this entry begins.
    """

    kind: Literal["scalar", "mapping", "sequence"]
    start: int
    end: int
    line: int
    column: int
    value: str = ""
    style: str = ""
    flow: bool = False
    path: Path = ()
    children: list[Node] = field(default_factory=list)
    keys: list[Node] = field(default_factory=list)
    parent: Node | None = field(default=None, repr=False)
    inside: bool = False  # inside brackets

    def walk(self) -> Iterator[Node]:
        """This entry and all in it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML text and its entries.

    `root` is None where the text holds nothing.
    """

    text: str
    root: Node | None

    def value(self) -> Any:
        """What the text holds: mappings, lists, scalars as typed.

        A plain scalar is told apart from a quoted one.
        """
        return None if self.root is None else _value(self.root)


def read_tree(text: str) -> Tree:
    """The entries of `text`.

    Yaml.YAMLError where it is not YAML, ValueError where it uses anchors or tags.
    """
    events: Any = yaml.parse(text.removeprefix(BYTE_ORDER_MARK), Loader=_Loader)
    shift = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    builder = _Builder(text, shift)
    for event in events:
        builder.take(event)
    return Tree(text, builder.root)


def node_of(tree: Tree, path: Path) -> Node | None:
    """The entry at `path`, None where there is none."""
    node = tree.root
    for step in path:
        if node is None:
            return None
        node = _child(node, step)
    return node


def node_at(tree: Tree, line: int, column: int) -> Node | None:
    """The entry that begins at a place (from 1): the outermost.

    Where none does, the innermost that holds the place.
    """
    if tree.root is None:
        return None
    for node in tree.root.walk():
        if (node.line, node.column) == (line, column) and node is not tree.root:
            return node
    offset = offset_of(tree.text, line, column)
    found = None
    for node in tree.root.walk():
        key = key_of(node)
        if (key or node).start <= offset <= node.end:
            found = node
    return found


def entry_of(node: Node) -> Node:
    """The entry of a list that `node` is or stands in.

    The node itself where it is in no list.
    """
    one: Node | None = node
    while one is not None and one.parent is not None:
        if one.parent.kind == "sequence" and not one.parent.flow:
            return one
        one = one.parent
    return node


def offset_of(text: str, line: int, column: int) -> int:
    """The number of characters before a place (from 1)."""
    start = 0
    for _ in range(line - 1):
        found = text.find("\n", start)
        if found < 0:
            return len(text)
        start = found + 1
    return min(start + column - 1, len(text))


def key_of(node: Node) -> Node | None:
    """The key an entry of a mapping stands under."""
    parent = node.parent
    if parent is None or parent.kind != "mapping":
        return None
    return next((key for key, child in zip(parent.keys, parent.children, strict=True) if child is node), None)


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(step, int):
        return node.children[step] if node.kind == "sequence" and 0 <= step < len(node.children) else None
    return next((child for key, child in zip(node.keys, node.children, strict=False) if key.value == step), None)


def _value(node: Node) -> Any:
    match node.kind:
        case "scalar":
            return (bool(node.style), node.value)
        case "sequence":
            return [_value(child) for child in node.children]
        case "mapping":
            return {key.value: _value(child) for key, child in zip(node.keys, node.children, strict=True)}


class _Builder:
    """Builds the entries from the events of the scanner."""

    def __init__(self, text: str, shift: int) -> None:
        self.text, self.shift = text, shift
        self.root: Node | None = None
        self.open: list[Node] = []
        self.key: list[Node | None] = []

    def take(self, event: Any) -> None:
        if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
            raise ValueError("anchors, aliases and tags are not used here")
        match event:
            case yaml.ScalarEvent():
                node = self._node("scalar", event)
                node.value, node.style = event.value, event.style or ""
                if node.style in ("|", ">"):
                    node.end = _block_end(self.text, node.end)
                self._add(node)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                node = self._node("mapping" if isinstance(event, yaml.MappingStartEvent) else "sequence", event)
                node.flow = bool(event.flow_style)
                self._add(node)
                self.open.append(node)
                self.key.append(None)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                node = self.open.pop()
                self.key.pop()
                last = max((child.end for child in node.children), default=node.start)
                node.end = _index(event) + self.shift if node.flow else last
            case _:
                pass

    def _node(self, kind: Literal["scalar", "mapping", "sequence"], event: Any) -> Node:
        mark, end = event.start_mark, event.end_mark
        inside = bool(self.open) and (self.open[-1].flow or self.open[-1].inside)
        return Node(
            kind, mark.index + self.shift, end.index + self.shift, mark.line + 1, mark.column + 1, inside=inside
        )

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        node.parent = parent
        if parent.kind == "sequence":
            node.path = (*parent.path, len(parent.children))
            parent.children.append(node)
        elif (key := self.key[-1]) is None:
            self.key[-1] = node
        else:
            node.path = (*parent.path, key.value)
            parent.keys.append(key)
            parent.children.append(node)
            self.key[-1] = None


def _index(event: Any) -> int:
    return int(event.end_mark.index)


def _block_end(text: str, end: int) -> int:
    """Where the words of a literal or folded scalar end: libyaml counts the blank lines after it, and the indent."""
    return len(text[:end].rstrip(" \n"))
