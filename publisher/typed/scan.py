"""The scalars of a YAML file as typed, with what they stand under.

Nothing is resolved to a number, day or truth value. A scan of its own, so that what `read` makes of a file can be
held against the file itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from publisher.model.diagnostic import Position


@dataclass(frozen=True, slots=True)
class Scalar:
    """Signs as typed; `bare` without quotation marks or block sign."""

    text: str
    bare: bool
    at: Position

    @property
    def is_nothing(self) -> bool:
        """Whether no value stands there."""
        return self.bare and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Entries:
    """A mapping, its entries in the order of the file."""

    pairs: list[tuple[str, Node]] = field(default_factory=list)

    def get(self, key: str) -> Node | None:
        """What stands under `key`."""
        return next((value for name, value in self.pairs if name == key), None)

    def word(self, key: str) -> str:
        """The scalar under `key`, empty where there is none."""
        value = self.get(key)
        return value.text if isinstance(value, Scalar) else ""


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node] = field(default_factory=list)


Node = Scalar | Entries | Sequence


def scanned(text: str, file: str) -> Node | None:
    """The tree of a YAML text.

    None where it cannot be scanned, which `read` reports.
    """
    import yaml  # a process that proves a file needs the texts only

    holders: list[tuple[Entries | Sequence, list[str]]] = []
    root: Node | None = None

    def put(node: Node) -> None:
        nonlocal root
        if not holders:
            root = root or node
            return
        holder, key = holders[-1]
        if isinstance(holder, Sequence):
            holder.items.append(node)
        elif key:
            holder.pairs.append((key.pop(), node))
        else:
            key.append(node.text if isinstance(node, Scalar) else "")

    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            match event:
                case yaml.ScalarEvent():
                    put(_scalar(event, file))
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    node: Entries | Sequence = Entries() if isinstance(event, yaml.MappingStartEvent) else Sequence()
                    put(node)
                    holders.append((node, []))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    holders.pop()
                case _:
                    pass
    except yaml.YAMLError:
        return None
    return root


def _scalar(event: Any, file: str) -> Scalar:
    mark = event.start_mark
    return Scalar(event.value, not event.style, Position(file, mark.line + 1, mark.column + 1))
