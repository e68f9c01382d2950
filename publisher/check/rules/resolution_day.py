"""A resolution is cited with a day on which its session cannot have adopted it.

Why: number and day are copied from one text to the next, and a slip in a year lives on in every text after it.
Authority: UN Editorial Manual, resolutions and decisions (X12); sessions of the General Assembly open in September.
Bad: resolution 58/272 of 23 December 2023
Good: resolution 58/272 of 23 December 2003
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.recognise.days import DaySeen
from publisher.check.sought import Sought

# 58/272 · 1980/67 · 66/288 A · 1325 (2000)
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9/.()-])(?P<of>[0-9]{1,4})(?:/(?P<number>[0-9]{1,4})| ?\((?P<year>[0-9]{4})\))"
    r"(?: [A-Z](?![\w.]))?(?![A-Za-z0-9/])"
)
_SESSIONS = range(31, 150)  # of the General Assembly, numbered so; smaller numbers are of too many bodies to tell
_YEARS = 1000  # numbers from here on are years
# What is added to a session for the year it is held in, by organ: the Assembly, from September on, with the year after;
# the Commissions on Narcotic Drugs, on the Status of Women, on Population, on Crime Prevention; Asia and the Pacific.
_HELD_IN = (1945, 1946, 1957, 1956, 1967, 1991, 1944)
_STATISTICAL, _ITS_FIRST = 1969, 101  # the Statistical Commission numbers its decisions from 101
_FAR = 60  # characters before a day in which its number is looked for


def find(evidence: Evidence) -> Iterator[Fault]:
    """Numbers beside a day of a year that none of the organs numbering so can mean."""
    after, before = evidence.words.pattern("dated"), evidence.words.pattern("dated-before")
    for passage, seen in evidence.days:
        if seen.year is None or seen.last is not None or passage.quoted or passage.language is not None:
            continue
        number = _beside(passage, seen, after, before)
        if number is not None and seen.year not in (years := _years(number)) and years:
            words = passage.text[seen.start : seen.end]
            message = f"“{words}”, but {number.group()} cannot be of {seen.year}"
            hint = "look up number and day; one of them is wrong"
            yield evidence.fault(passage, seen.start, seen.end, message, hint)


def _beside(passage: Passage, seen: DaySeen, after: Sought | None, before: Sought | None) -> re.Match[str] | None:
    """The number that the day belongs to: “58/272 of 23 December 2003”, “2003年12月23日第58/272号”."""
    text = passage.text
    if before is not None and (between := before.match(text[seen.end : seen.end + _FAR])):
        return _NUMBER.match(text, seen.end + between.end())
    if after is None:
        return None
    numbers = list(_NUMBER.finditer(text, max(0, seen.start - _FAR), seen.start))
    return numbers[-1] if numbers and after.expression.fullmatch(text[numbers[-1].end() : seen.start]) else None


def _years(number: re.Match[str]) -> tuple[int, ...]:
    """The years in which a text of this number can have been adopted; none where that cannot be told."""
    of = int(number["of"])
    if number["year"]:
        return (int(number["year"]),)
    if of >= _YEARS:
        return (of, of - 1)
    if of not in _SESSIONS:
        return ()
    council = 2007 + (of - 4) // 3  # the Human Rights Council: three sessions a year, the fourth the first of 2007
    statistical = (of + _STATISTICAL,) if int(number["number"]) >= _ITS_FIRST else ()
    return (*(of + add for add in _HELD_IN), council, *statistical)
