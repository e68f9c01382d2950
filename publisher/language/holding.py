"""What no line ends in, as patterns.

A day and its month, a word and its number, a figure and what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from publisher.language.entries import DateEntries, HeldEntries

ROMAN = "[IVXLC]+"
IN_EVERY_LANGUAGE = (
    r"\d(?: \d{3})+(?!\d)",  # “1 200 000”
    r"(?<![\w-])[A-Z]{1,3}-\d+(?![\w-])",  # the post “P-4”
)


def held_patterns(dates: DateEntries, held: HeldEntries) -> tuple[str, ...]:
    """Regular expressions of what stays on one line.

    At its spaces and hyphens; for `re`.
    """
    return (*IN_EVERY_LANGUAGE, *_dates(dates), *_beside_numbers(held))


def _dates(dates: DateEntries) -> Iterator[str]:
    """The day with its month, as the language writes the two: “1er juin”, “12 de junio”."""
    if "{month}" not in dates.no_year:  # months are numbers
        return
    pattern = re.escape(dates.no_year.replace("{d}", "D").replace("{month}", "M")).replace(r"\ ", " ")
    day = rf"(?<!\d)(?:\d{{1,2}}|{re.escape(dates.first)})"
    yield pattern.replace("D", day, 1).replace("M", rf"(?:{_one_of(dates.months)})(?!\w)", 1)


def _beside_numbers(held: HeldEntries) -> Iterator[str]:
    if held.before:
        yield rf"(?<!\w)(?:{_one_of(held.before)}) (?:\d|{ROMAN}\b)"
    if held.after:
        yield rf"\d (?:{_one_of(held.after)})(?!\w)"


def _one_of(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", " ") for word in sorted(set(words), key=lambda word: (-len(word), word))
    )
