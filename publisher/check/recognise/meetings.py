"""Meetings, sessions and halves of the day in words.

“third plenary meeting”, “on the afternoon of”.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from publisher.check.words import WordLists

Half = Literal["morning", "afternoon", "evening"]
HALVES: tuple[Half, ...] = ("morning", "afternoon", "evening")


@dataclass(frozen=True, slots=True)
class Counted:
    """An ordinal in words and where it stands."""

    start: int
    end: int
    number: int


def meetings_in(text: str, words: WordLists) -> Iterator[Counted]:
    """The plenary meetings that `text` names by number."""
    yield from _ordinals(text, words, "meeting")


def sessions_in(text: str, words: WordLists) -> Iterator[Counted]:
    """The sessions that `text` names by number."""
    yield from _ordinals(text, words, "session")


def halves_in(text: str, words: WordLists) -> Iterator[tuple[int, int, Half]]:
    """The halves of days that `text` names, with their place."""
    for half in HALVES:
        if (pattern := words.pattern(f"half-{half}")) is not None:
            for hit in pattern.finditer(text):
                yield hit.start(), hit.end(), half


def _ordinals(text: str, words: WordLists, name: str) -> Iterator[Counted]:
    pattern = words.pattern(name)
    if pattern is None:
        return
    for hit in pattern.finditer(text):
        number = words.value("ordinal", hit["ordinal"].lower() if hit["ordinal"].isascii() else hit["ordinal"])
        if number is not None:
            start, tens, end = _tens(text, hit.start("ordinal"), hit.end("ordinal"), words)
            yield Counted(min(start, hit.start()), max(end, hit.end()), tens + number)


def _tens(text: str, start: int, end: int, words: WordLists) -> tuple[int, int, int]:
    """The tens that stand beside a unit, “twenty-” before “sixth”, and from where to where the whole reaches."""
    before, after = words.pattern("tens-before"), words.pattern("tens-after")
    if before is not None and (hit := before.search(text[max(0, start - 25) : start])):
        return start - len(hit.group().lstrip()), 10 * (words.value("tens", hit["tens"]) or 0), end
    if after is not None and (hit := after.search(text[end : end + 25])):
        return start, 10 * (words.value("tens", hit["tens"]) or 0), end + hit.end()
    return start, 0, end
