"""Times of day in words: “10.40 a.m.”, “19 h 5”, “上午 10 时 40 分”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.check.words import WordLists


@dataclass(frozen=True, slots=True)
class HourSeen:
    """A time of day on the 24-hour clock, as “19:05”, and where it stands."""

    start: int
    end: int
    clock: str


def hours_in(text: str, words: WordLists) -> Iterator[HourSeen]:
    """The times of day that `text` names."""
    pattern = words.pattern("time")
    if pattern is None:
        return
    afternoon = words.data["lists"].get("pm", ())
    for hit in pattern.finditer(text):
        parts = hit.groupdict()
        hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
        half = parts.get("half")
        if half in afternoon and hour < 12:
            hour += 12
        elif half and half not in afternoon and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            yield HourSeen(hit.start(), hit.end(), f"{hour:02}:{minute:02}")


def clock(written: str) -> str:
    """A time of the record as recognisers write it: “09:05”."""
    hour, minute = written.split(":")
    return f"{int(hour):02}:{minute}"
