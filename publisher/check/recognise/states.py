"""States named in words, by every name of the reference data.

The longest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from publisher.model.reference import Reference

_PREFIXES = "ولبف"


@dataclass(frozen=True, slots=True)
class StateSeen:
    """A State and where it is named."""

    start: int
    end: int
    iso3: str


class Names:
    """The names of all States in one language, by their first two characters."""

    def __init__(self, reference: Reference, language: str) -> None:
        by_start: dict[str, list[tuple[str, str]]] = {}
        for state in reference.states.values():
            for name in {names.get(language, "") for names in (state.names, state.in_text, state.formal)}:
                if len(name) > 1:
                    by_start.setdefault(name[:2], []).append((name, state.iso3))
        self._by_start = {start: sorted(names, key=lambda n: -len(n[0])) for start, names in by_start.items()}

    def find(self, text: str) -> Iterator[StateSeen]:
        """The States that `text` names, none within the name of another."""
        offset = 0
        while offset < len(text) - 1:
            found = self._at(text, offset)
            if found is None:
                offset += 1
            else:
                yield found
                offset = found.end

    def _at(self, text: str, offset: int) -> StateSeen | None:
        candidates = self._by_start.get(text[offset : offset + 2])
        if candidates is None or not _begins(text, offset):
            return None
        for name, iso3 in candidates:
            end = offset + len(name)
            if text.startswith(name, offset) and not (end < len(text) and _joins(text[end - 1], text[end])):
                return StateSeen(offset, end, iso3)
        return None


def _begins(text: str, offset: int) -> bool:
    """Say whether a word begins at `offset`; Arabic writes “and”, “to”, “in”, “so” as one letter before the word."""
    if not offset or not _joins(text[offset - 1], text[offset]):
        return True
    return text[offset - 1] in _PREFIXES and (offset == 1 or not text[offset - 2].isalpha())


def _joins(left: str, right: str) -> bool:
    """Say whether two characters belong to one word of an alphabet (Chinese characters stand alone)."""
    return left.isalpha() and right.isalpha() and ord(left) < 0x3000 and ord(right) < 0x3000


@lru_cache(maxsize=8)
def _names(key: int, language: str) -> Names:
    return Names(_references[key], language)


_references: dict[int, Reference] = {}


def names_of(reference: Reference, language: str) -> Names:
    """The names of States in `language`, put in order once."""
    _references[id(reference)] = reference
    return _names(id(reference), language)
