"""Counts in words: results of votes, seats of groups, members, vacancies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.check.words import WordLists


@dataclass(frozen=True, slots=True)
class VoteSeen:
    """The result of a vote and its place.

    In favour, against, abstaining; None where the words do not say.
    """

    start: int
    end: int
    favour: int
    against: int
    abstaining: int | None


@dataclass(frozen=True, slots=True)
class CountSeen:
    """A number of things and where the number stands."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """A regional group named in the text, with the seats it is given."""

    start: int
    end: int
    group: str
    seats: CountSeen | None


def votes_in(text: str, words: WordLists) -> Iterator[VoteSeen]:
    """The results of votes that `text` states."""
    for name in ("vote", "vote-listed"):
        pattern = words.pattern(name)
        if pattern is None:
            continue
        for hit in pattern.finditer(text):
            favour, against = number_of(hit["favour"], words), number_of(hit["against"], words)
            abstaining = number_of(hit["abstaining"], words) if hit["abstaining"] else None
            if favour is not None and against is not None:
                yield VoteSeen(hit.start(), hit.end(), favour, against, abstaining)


def counts_in(text: str, words: WordLists, name: str) -> Iterator[CountSeen]:
    """The numbers that the pattern `name` finds in `text`."""
    pattern = words.pattern(name)
    if pattern is None:
        return
    for hit in pattern.finditer(text):
        group = "number" if hit["number"] is not None else "number2"
        number = number_of(hit[group], words)
        if number is not None:
            start, end = hit.span(group)
            yield CountSeen(start, end, number)


def groups_in(text: str, words: WordLists) -> Iterator[GroupSeen]:
    """The regional groups that `text` names, with the seats given to each."""
    for group, name in words.groups:
        for hit in name.finditer(text):
            yield GroupSeen(hit.start(), hit.end(), group, _seats(text, hit.start(), hit.end(), words))


def _seats(text: str, start: int, end: int, words: WordLists) -> CountSeen | None:
    after, before = words.pattern("seats-after"), words.pattern("seats-before")
    if after is not None and (hit := after.match(text[end : end + 40])):
        number = number_of(hit["number"], words)
        return CountSeen(end + hit.start("number"), end + hit.end("number"), number) if number is not None else None
    offset = max(0, start - 40)
    if before is not None and (hit := before.search(text[offset:start])):
        number = number_of(hit["number"], words)
        if number is not None:
            return CountSeen(offset + hit.start("number"), offset + hit.end("number"), number)
    return None


def number_of(written: str, words: WordLists) -> int | None:
    """The number that figures or a number word stand for."""
    figures = re.sub(r"[\s,.\u00a0\u202f]", "", written)
    if figures.isdigit():
        return int(figures)
    special = words.entry("vote-words", {})
    if written in special:
        return int(special[written])
    return words.value("cardinal", written)
