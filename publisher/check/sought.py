"""Expressions sought only where characters they need stand.

Most of what the rules look for is not there, and to learn that from an expression takes a hundred times as long as to
see that its one sure word is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 12  # alternatives of which one is needed; looking for more of them takes as long as the expression
_REPEATS = frozenset(["MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"])


class Sought:
    """A compiled expression, asked as `re.Pattern` is."""

    __slots__ = ("expression", "needed")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.expression = re.compile(source, flags)
        self.needed = needed(source, flags)

    def may_be_in(self, text: str) -> bool:
        """Say whether `text` has what every match needs; False is certain."""
        if not self.needed:
            return True
        for piece in self.needed:  # noqa: SIM110  a generator takes three times as long, a million times a document
            if piece in text:
                return True
        return False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in `text`."""
        return self.expression.finditer(text) if self.may_be_in(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in `text`."""
        return self.expression.search(text) if self.may_be_in(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of `text`."""
        return self.expression.match(text) if self.may_be_in(text) else None


def needed(source: str, flags: int = 0) -> tuple[str, ...]:
    """Strings of which every match of the expression holds one.

    None where that cannot be told.
    """
    parsed = _parser.parse(source, flags)
    if parsed.state.flags & re.IGNORECASE:
        return ()
    return _of_sequence(parsed)


def _of_sequence(items: Any) -> tuple[str, ...]:
    """The rarest of the strings that the parts of a sequence need: longer than a letter, few, long."""
    found: list[tuple[str, ...]] = []
    run = ""
    for operation, argument in items:
        if operation.name == "LITERAL":
            run += chr(argument)
            continue
        found += [(run,), _of_part(operation.name, argument)]
        run = ""
    known = [pieces for pieces in (*found, (run,)) if pieces and all(pieces)]
    return min(known, key=_commonness, default=())


def _commonness(pieces: tuple[str, ...]) -> tuple[bool, int, int]:
    shortest = min(map(len, pieces))
    return shortest == 1, len(pieces), -shortest


def _of_part(operation: str, argument: Any) -> tuple[str, ...]:
    if operation == "SUBPATTERN":
        _, with_flags, _, inner = argument
        return () if with_flags & re.IGNORECASE else _of_sequence(inner)
    if operation == "ATOMIC_GROUP":
        return _of_sequence(argument)
    if operation in _REPEATS:
        least, _, inner = argument
        return _of_sequence(inner) if least else ()
    if operation == "IN":
        return _any_of([(chr(value),) if kind.name == "LITERAL" else () for kind, value in argument])
    if operation == "BRANCH":
        return _any_of([_of_sequence(inner) for inner in argument[1]])
    return ()  # zero-width, or of more characters than can be listed


def _any_of(alternatives: list[tuple[str, ...]]) -> tuple[str, ...]:
    listed = tuple(dict.fromkeys(piece for pieces in alternatives for piece in pieces))
    return listed if all(alternatives) and len(listed) <= _MOST else ()
