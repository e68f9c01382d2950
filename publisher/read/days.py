"""What day was meant by one that is not written as 2025-06-14."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress

_YEAR_LAST = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./ -](\d{1,2})[./ -](\d{1,2})")
_IN_WORDS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%B %d %Y", "%b %d, %Y")
_LONGEST = 31


def day_meant(written: str) -> str:
    """The hint how to write a day, or “”.

    Both days where the month may stand first.
    """
    days = list(dict.fromkeys(_days(written.strip())))
    if days:
        return f"Write {' or '.join(map(str, days))}."
    found = _YEAR_FIRST.fullmatch(written.strip())
    if found and 1 <= int(found[2]) <= 12 and _LONGEST >= int(found[3]) > 28:
        last = next(day for day in (30, 29, 28) if _day(int(found[1]), int(found[2]), day))
        return f"That month has {last} days."
    return ""


def _days(written: str) -> Iterator[datetime.date]:
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day = map(int, found.groups())
        tried = [(year, month, day)]
    elif found := _YEAR_LAST.fullmatch(written):
        first, second, year = map(int, found.groups())
        tried = [(year, second, first), (year, first, second)]
    else:
        tried = []
        for form in _IN_WORDS:
            with suppress(ValueError):
                yield datetime.datetime.strptime(written, form).date()
    yield from filter(None, (_day(*numbers) for numbers in tried))


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
