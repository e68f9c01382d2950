"""The lines under the masthead that state facts.

Session, place and days, the agenda item and its title. A line is a fact where the program would print just that of it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, product
from string import ascii_lowercase
from typing import Any

from publisher.language import Vocabulary
from publisher.model.characters import slug
from publisher.model.reference import Reference

_PARTS = ("regular", "resumed", "special", "emergency")
_YEARLY = "yearly"  # a session that is called by its year
_MOST_SESSIONS = 130
FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class SessionLines:
    """The facts read from the lines, each with the line it was read from.

    `left` are lines that stay words.
    """

    facts: dict[str, tuple[Any, str]] = field(default_factory=dict)
    item: tuple[str, str] | None = None  # name and title of the agenda item
    left: list[str] = field(default_factory=list)


def session_lines(lines: list[str], vocabulary: Vocabulary, reference: Reference) -> SessionLines:
    """The facts of `lines`.

    All stay where what the program prints of the facts would not be all of them, in this order.
    """
    made = SessionLines()
    rest = list(lines)
    if rest and (session := session_in(rest[0], vocabulary)):
        made.facts["session"] = (session, rest.pop(0))
    if rest and "session" in made.facts and (found := _place(rest[0], vocabulary, reference)):
        place, days = found
        made.facts["place"] = (place, rest[0])
        made.facts["session"][0]["days"] = list(days)
        rest.pop(0)
    if len(rest) == 2 and (number := item_in(rest[0], vocabulary)):
        key = key_of_item(number)
        made.facts["agenda-item"] = ([{"number": number, "id": key}], rest[0])
        made.item = (key, rest[1])
        rest = []
    if rest:  # the lines stay as they are, and so do those above them
        made.left = lines
        made.facts = {key: fact for key, fact in made.facts.items() if key == "session"}
        if not made.facts:
            made.facts |= _anywhere(lines, vocabulary)
        for session, _ in made.facts.values():
            session.pop("days", None)
    return made


def says_session(line: str, vocabulary: Vocabulary, reference: Reference) -> bool:
    """Whether a line states the session, or where and when it is held."""
    return session_in(line, vocabulary) is not None or _place(line, vocabulary, reference) is not None


def says_item(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line states the number of an agenda item."""
    return bool(item_in(line, vocabulary))


def _anywhere(lines: list[str], vocabulary: Vocabulary) -> dict[str, tuple[Any, str]]:
    """The session, on whichever line it stands."""
    found = ((session, line) for line in lines if (session := session_in(line, vocabulary)))
    one = next(found, None)
    return {"session": one} if one is not None else {}


def key_of_item(number: str) -> str:
    """What a record calls an agenda item of which it knows the number: item-69-b."""
    return slug(f"item-{number}")


def session_in(line: str, vocabulary: Vocabulary) -> dict[str, Any] | None:
    """The session that the masthead prints as `line`."""
    years = ((int(year), _YEARLY) for year in re.findall(r"\d{1,4}", line.translate(FIGURES)))
    for number, part in chain(years, product(range(1, _MOST_SESSIONS), _PARTS)):
        if alike(line, vocabulary.session_line(number, part)):
            return {"number": number} | ({} if part == "regular" else {"part": part})
    return None


def _place(
    line: str, vocabulary: Vocabulary, reference: Reference
) -> tuple[str, tuple[datetime.date, datetime.date]] | None:
    """The place and the first and last day that the masthead prints as `line`."""
    for place in reference.places.values():
        name = place.names.get(vocabulary.code, "")
        if name and name in line:
            for days in _periods(line, vocabulary):
                if alike(line, vocabulary.place_line(name, days)):
                    return place.id, days
    return None


def _periods(line: str, vocabulary: Vocabulary) -> Iterator[tuple[datetime.date, datetime.date]]:
    """Every first and last day whose years, months and days `line` names."""
    figures = line.translate(FIGURES)
    years = sorted({int(year) for year in _YEAR.findall(figures)})
    named = {int(day) for day in re.findall(r"\d{1,2}", _YEAR.sub(" ", figures))}
    days = [
        day
        for year in years
        for month in range(1, 13)
        for number in sorted(named)
        if (day := _day(year, month, number)) and _names_month(figures, day, vocabulary)
    ]
    yield from ((first, last) for first, last in product(days, repeat=2) if first <= last)


def _names_month(line: str, day: datetime.date, vocabulary: Vocabulary) -> bool:
    """Whether `line` has the month of `day` as a date of it is printed."""
    printed = vocabulary.date(day)
    words = [word for word in re.findall(r"[^\W\d_]+", printed) if len(word) > 1]
    figures = f"{day.month}月"
    return figures in line if "月" in printed else all(word in line for word in words)


def _day(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


def item_in(line: str, vocabulary: Vocabulary) -> str:
    """The number of the one agenda item that the masthead prints as `line`; nothing where it says another thing."""
    figures = line.translate(FIGURES)
    for whole in map(str, dict.fromkeys(re.findall(r"\d{1,3}", figures))):
        for number in (whole, *(f"{whole} ({letter})" for letter in ascii_lowercase)):
            if alike(figures, vocabulary.masthead_items([vocabulary.item_as_printed(number)])):
                return number
    return ""


def alike(one: str, other: str) -> bool:
    """Whether two lines are the same but for white space and asterisks at the end."""
    return bool(other) and "".join(one.split()).rstrip("*") == "".join(other.split())
