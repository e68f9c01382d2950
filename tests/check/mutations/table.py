"""The table of mutations by code, and short ways to enter them."""

from __future__ import annotations

from tests.check.planting import Plant, in_words, insert, per_language

MUTATIONS: dict[str, tuple[Plant, ...]] = {}


def plants(code: str, *listed: Plant) -> None:
    """Enter the mutations of a code."""
    MUTATIONS[code] = (*MUTATIONS.get(code, ()), *listed)


def each(**tokens: list[str]) -> Plant:
    """Insert one of the tokens of the document's language."""
    return per_language(**{language: insert(*listed) for language, listed in tokens.items()})


def swap(**pairs: tuple[str, str]) -> Plant:
    """Replace in the words of each language."""
    return per_language(**{language: in_words(*pair) for language, pair in pairs.items()})
