"""Days in words: “29 and 30 May 2025”, “5 月 30 日星期五”."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.check.words import WordLists


@dataclass(frozen=True, slots=True)
class DaySeen:
    """A day, or two that belong together, as words give it.

    `weekday` is 1 (Monday) to 7, `year` where it is given.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    last: int | None

    def first(self, year: int | None = None) -> datetime.date | None:
        """The (first) day, in `year` where the words give none.

        None where there is no such day.
        """
        return _date(self.year or year, self.month, self.day)

    def days(self, year: int | None = None) -> tuple[datetime.date | None, ...]:
        """The day, or the first and last of those named."""
        chosen = self.year or year
        days = (self.day,) if self.last is None else (self.day, self.last)
        return tuple(_date(chosen, self.month, day) for day in days)


def days_in(text: str, words: WordLists) -> Iterator[DaySeen]:
    """The days that `text` names."""
    pattern = words.pattern("date")
    if pattern is None:
        return
    for hit in pattern.finditer(text):
        month = words.value("month", hit["month"])
        if month is None:
            continue
        weekday = words.value("weekday", hit["weekday"]) if hit["weekday"] else None
        year = int(hit["year"]) if hit["year"] else None
        last = int(hit["day2"]) if hit["day2"] else None
        yield DaySeen(hit.start(), hit.end(), int(hit["day"]), month, year, weekday, last)


def _date(year: int | None, month: int, day: int) -> datetime.date | None:
    if year is None:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
