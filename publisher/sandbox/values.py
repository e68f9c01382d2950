"""What a template may hold.

Groups of plain facts, published functions, a few parts of plain values.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from jinja2.runtime import LoopContext, Macro

MOST_ENTRIES = 200_000  # of a list a template makes


class TooLong(Exception):
    """An expression, or what came of it, is longer than any sentence.

    Or a template ran out of time.
    """


class FactGroup(dict[str, Any]):
    """Facts by name, dashes as underscores.

    `known_as` says in a message what they are facts of.
    """

    known_as = ""

    def __missing__(self, name: str) -> Any:
        if "-" in name and (fact := name.replace("-", "_")) in self:
            return self[fact]
        raise KeyError(name)


class Published:
    """A function that templates may call.

    Nothing else can be called but their own macros.
    """

    __slots__ = ("_function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function

    def __call__(self, *args: Any, **options: Any) -> Any:
        return self._function(*args, **options)

    def __str__(self) -> str:
        raise TypeError("a function is no text; it wants brackets after it")


CALLABLE = (Published, Macro)

# By type, what a dot reaches; a type that is not here has no parts. Methods reached so change nothing.
PARTS: Mapping[type, frozenset[str]] = {
    datetime.date: frozenset(["year", "month", "day"]),
    datetime.time: frozenset(["hour", "minute"]),
    LoopContext: frozenset(["index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"]),
}  # fmt: skip
METHODS_OF_TEXT = frozenset(["split", "startswith", "endswith", "removeprefix", "removesuffix", "strip"])
METHODS_OF_GROUPS = frozenset(["items", "values", "keys", "get"])


def method(value: str | dict[Any, Any], name: str, longest: int) -> Published | None:
    """The function `name` of a text or a mapping, or None.

    None where templates may not reach it.
    """
    match value:
        case str() if name == "join":
            return Published(lambda entries: joined(entries, value, longest))
        case str() if name in METHODS_OF_TEXT:
            return Published(getattr(value, name))
        case dict() if name in METHODS_OF_GROUPS:
            return Published(getattr(value, name))
    return None


def entries_of(values: Iterable[Any]) -> list[Any]:
    """The entries of `values` as a list.

    TooLong where there are more than any document has.
    """
    found = list(islice(values, MOST_ENTRIES + 1))
    if len(found) > MOST_ENTRIES:
        raise TooLong(f"a list has more than {MOST_ENTRIES} entries")
    return found


def joined(entries: Iterable[Any], between: str, longest: int) -> Any:
    """`entries` with `between` between them; TooLong before the text is made."""
    texts = entries_of(entries)
    size = sum(len(text) if isinstance(text, str) else 40 for text in texts) + len(between) * len(texts)
    require(size, longest)
    return between.join(text if isinstance(text, str) else str(text) for text in texts)


def replaced(text: str, old: str, new: str, most: int, longest: int) -> str:
    """`text` with `new` for each `old`, at `most` so many (-1: all).

    TooLong before the text is made.
    """
    require(len(text) + text.count(old) * len(new), longest)
    return text.replace(old, new, most)


def require(size: int, longest: int) -> None:
    """Raise TooLong where `size` characters are more than `longest`."""
    if size > longest:
        raise TooLong(f"the template writes {size} characters; {longest} are allowed")
