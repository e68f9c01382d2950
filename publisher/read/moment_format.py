"""Writes a day, a time or a span of time as a number format of a sheet shows it, in the words of the language."""

from __future__ import annotations

import datetime
import re

from publisher.language import Vocabulary
from publisher.read.format_tokens import Token

_KINDS = ("date", "half")
# Words between the parts of a day, which the language of the document writes in its own way.
_OF_DAYS = re.compile(r"[年月日时時分秒년월일시분초]|\b(?:г|de|del|of|at|à|le|den|um|Uhr|h|min|s)\b\.?")


def moment(value: datetime.date | datetime.time, tokens: list[Token], words: Vocabulary) -> str:
    """A day, a time or both, as far as the format shows them, between the words that it sets around them."""
    parts = _parts(tokens) or ["d", "m", "y", *(["h", "n"] if _has_time(value) else [])]
    clock = any(part[0] in "hns" for part in parts)
    pieces = []
    if not isinstance(value, datetime.time):
        pieces.append(_day(value, parts, words))
    if clock and (time := value if isinstance(value, datetime.time) else _time_of(value)):
        halves = any(token.kind == "half" for token in tokens)
        pieces.append(words.time(time) if halves else _clock(time, parts, _decimals(tokens)))
    before, after = _around(tokens)
    return before + " ".join(piece for piece in pieces if piece) + after


def span(value: datetime.timedelta, tokens: list[Token], words: Vocabulary) -> str:
    """A span of time in the largest part that its format counts on: hours, minutes or seconds."""
    total = round(abs(value).total_seconds())
    sign = words.entries.numbers.minus if value < datetime.timedelta(0) else ""
    seen = [token.text.lower() for token in tokens if token.kind in ("date", "bracket") and token.text[0] in "hHmMsS"]
    if seen[:1] and seen[0][0] == "s":
        return f"{sign}{total}"
    if seen[:1] and seen[0][0] == "m":
        return f"{sign}{total // 60}" + (f":{total % 60:02}" if any(part[0] == "s" for part in seen) else "")
    hours = f"{total // 3600:02}" if "hh" in seen else str(total // 3600)
    return f"{sign}{hours}:{total // 60 % 60:02}" + (
        f":{total % 60:02}" if any(part[0] == "s" for part in seen) else ""
    )


def _parts(tokens: list[Token]) -> list[str]:
    """The parts of the format, minutes as “n”: what stands after an hour or before a second is no month."""
    found = [
        token.text.lower() for token in tokens
        if token.kind == "date" or (token.kind == "bracket" and token.text.lower().strip("hms") == "" and token.text)
    ]  # fmt: skip
    for place, part in enumerate(found):
        after = found[place + 1][0] if place + 1 < len(found) else ""
        if part[0] == "m" and ((place and found[place - 1][0] == "h") or after == "s"):
            found[place] = "n" * len(part)
    return found


def _around(tokens: list[Token]) -> tuple[str, str]:
    """The words before and after the parts, those of days aside: “Q1 ”, “ (estimate)”."""
    places = [place for place, token in enumerate(tokens) if token.kind in _KINDS or token.kind == "digit"]
    if not places:
        return "", ""
    before = "".join(token.literal for token in tokens[: places[0]])
    after = "".join(token.literal for token in tokens[places[-1] + 1 :])
    said = [text if any(sign.isalnum() for sign in _OF_DAYS.sub("", text)) else "" for text in (before, after)]
    return said[0], said[1]


def _decimals(tokens: list[Token]) -> int:
    """How many figures the format shows of a second."""
    return sum(token.kind == "digit" for token in tokens)


def _has_time(value: datetime.date | datetime.time) -> bool:
    return isinstance(value, datetime.time) or _time_of(value) not in (None, datetime.time())


def _time_of(value: datetime.date) -> datetime.time | None:
    return value.time() if isinstance(value, datetime.datetime) else None


def _day(day: datetime.date, parts: list[str], words: Vocabulary) -> str:
    """The day as the language writes it, less what the format leaves out."""
    years, months = (any(part[0] == letter for part in parts) for letter in "ym")
    days = [len(part) for part in parts if part[0] == "d"]
    if days and max(days) > 2:
        if min(days) > 2:
            return words.entries.dates.weekdays[day.weekday()]
        return words.date(day, "weekday" if years else "weekday-no-year")
    match years, months, bool(days):
        case True, True, False:
            return words.date(day, "month")
        case True, False, False:
            return str(day.year)
        case False, True, False:
            return words.entries.dates.months_alone[day.month - 1]
        case False, _, True:
            return words.date(day, "no-year")
        case False, False, False:
            return ""
        case _:
            pass
    return words.date(day, "text")


def _clock(time: datetime.time, parts: list[str], decimals: int) -> str:
    """Hours and minutes, or minutes and seconds where the format has no hours."""
    hours = next((part for part in parts if part[0] == "h"), "")
    seconds = any(part[0] == "s" for part in parts)
    pieces = [f"{time.hour:02}" if len(hours) > 1 else str(time.hour)] if hours else []
    pieces += [f"{time.minute:02}"] if hours or any(part[0] == "n" for part in parts) else []
    shown = f"{time.second:02}" + (f".{time.microsecond:06}"[: decimals + 1] if decimals else "")
    return ":".join([*pieces, shown] if seconds else pieces)
