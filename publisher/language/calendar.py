"""Days, periods and times of day in the forms of one language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from babel import Locale

from publisher.language.entries import DateEntries, MastheadEntries, TimeEntries

PeriodStyle = Literal["text", "line", "adverbial"]
DateForm = Literal[
    "text",  # 29 May 2025 · 2025 年 5 月 29 日
    "line",  # as in the line of place and dates: 2025年5月29日
    "adverbial",  # on 29 May 2025
    "weekday",  # Thursday, 29 May 2025
    "weekday-no-year",  # Thursday, 29 May
    "on-weekday",  # on Thursday, 29 May 2025
    "no-year",  # 29 May
    "month",  # May 2025
    "code",  # 290525, in job numbers
]


def _fields(entries: DateEntries, day: datetime.date, suffix: str = "") -> dict[str, str]:
    return {
        f"d{suffix}": entries.first if day.day == 1 else str(day.day),
        f"m{suffix}": str(day.month),
        f"month{suffix}": entries.months[day.month - 1],
        f"month_alone{suffix}": entries.months_alone[day.month - 1],
        f"y{suffix}": str(day.year),
        f"weekday{suffix}": entries.weekdays[day.weekday()],
        f"on{suffix}": entries.weekdays_on[day.weekday()],
    }


def date(entries: DateEntries, day: datetime.date, form: DateForm) -> str:
    """`day` in `form`."""
    patterns: dict[str, str] = {
        "text": entries.text["one"],
        "line": entries.line["one"],
        "adverbial": entries.adverbial["one"],
        "weekday": entries.weekday,
        "weekday-no-year": entries.weekday_no_year,
        "on-weekday": entries.on_weekday,
        "no-year": entries.no_year,
        "month": entries.month,
    }
    if form == "code":
        return day.strftime(entries.code)
    return patterns[form].format(**_fields(entries, day))


def period(entries: DateEntries, days: Iterable[datetime.date], style: PeriodStyle) -> str:
    """The days from the first to the last of `days`.

    One, two, or a range, within or across months.
    """
    ordered = sorted(set(days))
    first, last = ordered[0], ordered[-1]
    patterns = {"text": entries.text, "line": entries.line, "adverbial": entries.adverbial}[style]
    if len(ordered) == 1:
        return patterns["one"].format(**_fields(entries, first))
    base = "two" if len(ordered) == 2 and last - first <= datetime.timedelta(days=1) else "range"
    across = "-years" if first.year != last.year else "-months" if first.month != last.month else ""
    return patterns[base + across].format(**_fields(entries, first, "1"), **_fields(entries, last, "2"))


@lru_cache(maxsize=16)
def _months(locale: str) -> tuple[str, ...]:
    names = Locale.parse(locale).months["format"]["wide"]
    return tuple(names[month] for month in range(1, 13))


def masthead_date(entries: MastheadEntries, first: str, day: datetime.date) -> str:
    """The date of the distribution block.

    It stands in English in Russian, Arabic and Chinese.
    """
    month = _months(entries.locale)[day.month - 1]
    return entries.date.format(d=first if day.day == 1 else day.day, month=month, y=day.year)


@lru_cache(maxsize=64)
def language_name(code: str, locale: str) -> str:
    """The name of the language `code` in the language of `locale` (CLDR).

    The code where it has none.
    """
    return str(Locale.parse(locale).languages.get(code, code))


def time(entries: TimeEntries, moment: datetime.time) -> str:
    """A time of day: 10.40 a.m., 3 p.m., noon."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return entries.noon if moment.hour else entries.midnight
    on_the_hour = entries.hour_one if moment.hour == 1 else entries.hour
    pattern = entries.pattern if moment.minute else on_the_hour
    return pattern.format(
        h=moment.hour,
        h12=moment.hour % 12 or 12,
        mm=f"{moment.minute:02}",
        minute=moment.minute,
        half=entries.before_noon if moment.hour < 12 else entries.after_noon,
    )


def at_time(entries: TimeEntries, moment: datetime.time) -> str:
    """A time of day after “at”: at 10.40 a.m., a la 1.05 horas."""
    return (entries.at_one if moment.hour == 1 else entries.at).format(time=time(entries, moment))


def half_of(entries: TimeEntries, dates: DateEntries, half: str, day: datetime.date) -> str:
    """Half a day of a given day: on the morning of Friday, 30 May 2025."""
    return entries.half_of[half].format(date=date(dates, day, "weekday"), on=date(dates, day, "on-weekday"))
