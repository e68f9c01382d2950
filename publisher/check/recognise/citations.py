"""References typed by hand.

Paragraphs, items, annexes, decisions, notes, tables, chapters, symbols.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from publisher.check.words import WordLists
from publisher.model.symbol import symbol_spans

_IN_SECTION = re.compile(r"\.[\dIVX]")  # behind the section of a budget: paragraph 26.1, figure 26.I
Direction = Literal["above", "below", "here", ""]
Kind = Literal["decision", "resolution"]
KINDS: tuple[Kind, ...] = ("decision", "resolution")


@dataclass(frozen=True, slots=True)
class Cited:
    """Numbers cited together, where they stand, and their direction."""

    start: int
    end: int
    numbers: tuple[int, ...]
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class DecisionCited:
    """A decision or resolution cited by number, “2/6”."""

    start: int
    end: int
    kind: Kind
    number: str


@dataclass(frozen=True, slots=True)
class SymbolCited:
    """A document symbol in the text."""

    start: int
    end: int
    text: str


def cited_in(text: str, words: WordLists, name: str) -> Iterator[Cited]:
    """What the pattern `name` finds in `text`.

    Patterns: paragraph, agenda, annex, footnote, table, chapter.
    """
    pattern = words.pattern(name)
    if pattern is None:
        return
    for hit in pattern.finditer(text):
        if _IN_SECTION.match(text, hit.end()):
            continue
        parts = hit.groupdict()
        written = parts.get("numbers") or parts.get("number") or ""
        numbers = numbers_of(written, words)
        if numbers:
            yield Cited(hit.start(), hit.end(), numbers, _direction(parts))


def _direction(parts: Mapping[str, str | None]) -> Direction:
    if parts.get("above"):
        return "above"
    if parts.get("below"):
        return "below"
    return "here" if parts.get("present") else ""


def numbers_of(written: str, words: WordLists) -> tuple[int, ...]:
    """The numbers in `written`: “5, 7–9” gives 5, 7, 8, 9.

    Roman numerals and ordinals are read too.
    """
    if not re.search(r"\d", written):
        return _numbers_in_letters(written, words)
    numbers: list[int] = []
    between = words.entry("range", "[–-]")
    for first, last in re.findall(rf"(\d+)(?: ?(?:{between}) ?(\d+))?", written):
        numbers += range(int(first), min(int(last), int(first) + 200) + 1) if last else [int(first)]
    return tuple(numbers)


def _numbers_in_letters(written: str, words: WordLists) -> tuple[int, ...]:
    """Roman numerals and ordinals: “I, II and IV”, “一至三”; a range stands for all between."""
    tokens = re.findall(r"[IVX]+", written) or re.split(r"[、和至]", written)
    values = [roman if (roman := roman_value(token)) is not None else words.value("ordinal", token) for token in tokens]
    numbers = [value for value in values if value is not None]
    if len(numbers) == 2 and numbers[0] < numbers[1] and re.search(r"[–至-]", written):
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(numbers)


def decisions_in(text: str, words: WordLists) -> Iterator[DecisionCited]:
    """The decisions and resolutions that `text` cites by number."""
    for kind in KINDS:
        pattern = words.pattern(kind)
        if pattern is not None:
            for hit in pattern.finditer(text):
                yield DecisionCited(hit.start(), hit.end(), kind, hit["number"])


def symbols_in(text: str) -> Iterator[SymbolCited]:
    """The document symbols in `text`."""
    for start, end in symbol_spans(text):
        yield SymbolCited(start, end, text[start:end])


def elsewhere(text: str, start: int, end: int, words: WordLists) -> bool:
    """Say whether the words around give a reference to another document."""
    after, before = words.pattern("elsewhere-after"), words.pattern("elsewhere-before")
    if after is not None and after.search(text[end : end + 60]):
        return True
    return before is not None and before.search(text[max(0, start - 40) : start]) is not None


def chapter_before(text: str, start: int, words: WordLists) -> bool:
    """True where a chapter is named before: “chapter II, paragraph 47”."""
    pattern = words.pattern("chapter-before")
    return pattern is not None and pattern.search(text[max(0, start - 40) : start]) is not None


def roman_value(written: str) -> int | None:
    """The value of a Roman numeral up to 39, None for anything else."""
    if not re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", written) or not written:
        return None
    values = {"I": 1, "V": 5, "X": 10}
    total = 0
    for place, letter in enumerate(written):
        value = values[letter]
        following = values[written[place + 1]] if place + 1 < len(written) else 0
        total += -value if value < following else value
    return total
