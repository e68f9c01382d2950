"""A letter is dated after the masthead, or its annex names another day.

Why: a letter is circulated after it was written, and it is cited by its day.
Authority: UN Editorial Manual, letters and notes verbales reproduced (N23); masthead (M07).
Bad: “Letter dated 12 December 2025” under a masthead of 2 December 2025
Good: “Letter dated 1 December 2025”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.recognise.days import days_in
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("letter",)
_LEAST = 12  # letters that the titles of letter and annex have in common


def find(evidence: Evidence) -> Iterator[Fault]:
    """The day of the title, and those of titles that name the same letter."""
    title = next((one for one in evidence.own if one.role == "title"), None)
    seen = next(days_in(title.text, evidence.words), None) if title else None
    day = seen.first() if seen else None
    if title is None or seen is None or day is None:
        return
    if day > evidence.record.date:
        words = title.text[seen.start : seen.end]
        message = f"“{words}” is after the masthead date {evidence.record.date}"
        yield evidence.fault(title, seen.start, seen.end, message, "give the day the letter was written, or issued")
    rest = title.text[seen.end :].strip(" ,،，")
    for passage in evidence.own:
        if passage.role.startswith("annex") and len(rest) >= _LEAST and rest in passage.text:
            yield from _other_day(evidence, passage, title.text[seen.start : seen.end])


def _other_day(evidence: Evidence, passage: Passage, given: str) -> Iterator[Fault]:
    """The day in the title of an annex, where it is not `given`."""
    for seen in days_in(passage.text, evidence.words):
        words = passage.text[seen.start : seen.end]
        if seen.year and words != given:
            yield evidence.fault(
                passage, seen.start, seen.end, f"“{words}”, but the letter is of {given}", "make them agree"
            )
            return
