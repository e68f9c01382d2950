"""What the report of a session says of its course: meetings and their days, when it opened and closed, credentials.

A meeting counts where its number and its day stand beside each other as the language writes them; a sentence where it
is the one the language has for the fact. What does not agree with itself, or with the days of the session, is no fact.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, get_args

from publisher.language import Vocabulary
from publisher.receive.said import TIMES, WITH_FEW, Fact, folded, forms_of, with_blanks
from publisher.receive.sheets.heads import SIDES

Half = Literal["morning", "afternoon", "evening"]
_USES = ("meeting", "meeting-object", "meeting-of", "meeting-at")
_KINDS = ("plenary", "committee")
_MOST = 60  # meetings of a session whose numbers are looked for
_REACH = 48  # characters between a meeting and its day
_APART = re.compile(r"[.;:()。；：（）؛\d]")  # nothing of this may stand between them
_DAY, _TIME = datetime.date(2007, 10, 7), "10:37"
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A meeting with its day, and the words that say so."""

    number: int
    day: datetime.date
    half: str
    words: str


@dataclass(frozen=True)
class ProceedingsReader:
    """Reads the lines of a report in one language; `sentence` writes a standard sentence of it."""

    vocabulary: Vocabulary
    sentence: Callable[..., str]

    def meetings(self, lines: Sequence[str], days: Sequence[datetime.date]) -> Fact | None:
        """The meetings that the lines number and date, with the hours of the first and the last.

        None where their days contradict each other, or are not from the first of `days` to the last, as page one has
        them: the line of the session is written from the meetings.
        """
        dated = [one for line in lines if days for one in self._dated(folded(line))]
        inside = [one for one in dated if days[0] <= one.day <= days[-1]]
        found: dict[int, _Dated] = {}
        for one in inside:
            before = found.setdefault(one.number, one)
            if before.day != one.day or (before.half and one.half and before.half != one.half):
                return None
            if one.half and not before.half:
                found[one.number] = one
        numbers = sorted(found)
        ordered = [found[number].day for number in numbers]
        is_whole = bool(numbers) and (ordered[0], ordered[-1]) == (days[0], days[-1])
        if not is_whole or ordered != sorted(ordered) or numbers != list(range(numbers[0], numbers[-1] + 1)):
            return None
        made = [self._meeting(found[number]) for number in numbers]
        self._hours(lines, made)
        return Fact(made, found[numbers[0]].words)

    def credentials(self, lines: Sequence[str]) -> Fact | None:
        """How many States gave credentials or names, as the sentence of the language on it says."""
        for line in map(folded, lines):
            for form, fixed in self._credentials.items():
                if (said := form.search(line)) and (day := self._day(said["day"])):
                    counts = {name: fixed[name] if name in fixed else int(said[group]) for group, name in _CREDENTIALS}
                    return Fact({"as-of": day} | counts, said["day"])
        return None

    # Meetings

    @staticmethod
    def _meeting(one: _Dated) -> dict[str, Any]:
        return {"number": one.number, "date": one.day} | ({"half": one.half} if one.half else {})

    def _dated(self, line: str) -> Iterator[_Dated]:
        """Each meeting that a line names beside a day."""
        if not _YEAR.search(line):
            return
        named = list(self._names.finditer(line))
        days = list(self._days(line)) if named else []
        for name in named:
            near = [(begin, end, day) for begin, end, day in days if self._beside(line, name.span(), (begin, end))]
            if len(near) == 1:
                begin, end, day = near[0]
                words = line[min(begin, name.start()) : max(end, name.end())]
                yield _Dated(self._numbers[name[name.lastgroup or 0].casefold()], day, self._half(line, day), words)

    @staticmethod
    def _beside(line: str, name: tuple[int, int], day: tuple[int, int]) -> bool:
        between = line[min(name[1], day[1]) : max(name[0], day[0])]
        return len(between) <= _REACH and not _APART.search(between)

    def _half(self, line: str, day: datetime.date) -> str:
        """The half of the day that the line names with it."""
        bare = "".join(line.split())
        said = ((half, self.vocabulary.half(half, day)) for half in get_args(Half))
        return next((half for half, words in said if "".join(folded(words).split()) in bare), "")

    def _days(self, line: str) -> Iterator[tuple[int, int, datetime.date]]:
        """Each day of a line, as the language writes days with their year."""
        for year in dict.fromkeys(map(int, _YEAR.findall(line))):
            pattern, days = self._of_year(year)
            for found in pattern.finditer(line):
                yield found.start(), found.end(), days["".join(found[0].split())]

    def _of_year(self, year: int) -> tuple[re.Pattern[str], Mapping[str, datetime.date]]:
        """What finds the days of a year, and which they are."""
        if year not in self._years:
            first = datetime.date(year, 1, 1)
            every = (first + datetime.timedelta(days=count) for count in range(366))
            said = {folded(self.vocabulary.date(day)): day for day in every if day.year == year}
            listed = (re.escape(words).replace(r"\ ", r"\s*") for words in sorted(said, key=len, reverse=True))
            pattern = re.compile(rf"(?<!\d)(?:{'|'.join(listed)})")
            self._years[year] = pattern, {"".join(words.split()): day for words, day in said.items()}
        return self._years[year]

    @cached_property
    def _years(self) -> dict[int, tuple[re.Pattern[str], Mapping[str, datetime.date]]]:
        return {}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The numbers of meetings as the language writes them, in words and in figures."""
        made: dict[str, int] = {}
        for number in range(1, _MOST + 1):
            for use in _USES:
                for said in (self.vocabulary.ordinal(number, use), self.vocabulary.ordinal_in_figures(number, use)):
                    made.setdefault(folded(said).strip().casefold(), number)
        return made

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """How meetings are named by their number: the words beside it that the language has for a meeting."""
        listed = "|".join(sorted(map(re.escape, self._numbers), key=len, reverse=True))
        forms = self.vocabulary.entries.meetings
        made = dict.fromkeys(
            around for said in (forms.name, forms.at) for kind in _KINDS if (around := _around(folded(said[kind])))
        )
        places = (
            rf"{'' if before and after else _BEGIN}{re.escape(before)}(?P<n{place}>{listed}){re.escape(after)}"
            for place, (before, after) in enumerate(sorted(made, key=lambda one: -len("".join(one))))
        )
        return re.compile("|".join(places), re.IGNORECASE)

    # Hours

    def _hours(self, lines: Sequence[str], made: list[dict[str, Any]]) -> None:
        """Put down when the first meeting opened and the last one closed, as the sentences on it say."""
        for name, key, of_day in (("session-opening", "opened", made), ("session-closing", "closed", made[::-1])):
            told = next(self._told(lines, name, key), None)
            meeting = next((one for one in of_day if told and one["date"] == told[0]), None)
            if told and meeting is not None and told[1]:
                meeting[key] = told[1]

    def _told(self, lines: Iterable[str], name: str, key: str) -> Iterator[tuple[datetime.date, str]]:
        """The day and hour that a standard sentence names."""
        forms = [self._form(name, {"date": _DAY, key: time}) for time in (_TIME, None)]
        for line in map(folded, lines):
            for form in forms:
                if (said := form.search(line)) and (day := self._day(said["day"])):
                    hours = {"".join(words.split()): time for time, words in self._times.items()}
                    yield day, hours["".join(said["time"].split())] if "time" in form.groupindex else ""
                    return

    def _form(self, name: str, meeting: Mapping[str, Any]) -> re.Pattern[str]:
        said = folded(self.sentence(name, meeting=meeting))
        on, at = (folded(one) for one in (self.vocabulary.date(_DAY, "on-weekday"), self.vocabulary.at_time(_TIME)))
        pattern = with_blanks(said.rstrip(".。")).replace(with_blanks(on), _ANY_DAY)
        times = "|".join(map(with_blanks, sorted(self._times.values(), key=len, reverse=True)))
        return re.compile(pattern.replace(with_blanks(at), f"(?P<time>{times})") + r"(?:[.。\[]|$)")

    def _day(self, words: str) -> datetime.date | None:
        found = list(self._days(words))
        return found[0][2] if len(found) == 1 else None

    @cached_property
    def _times(self) -> dict[str, str]:
        """Each time of a day, and how the language says it."""
        return {time: folded(self.vocabulary.at_time(time)) for time in TIMES}

    # Credentials

    @cached_property
    def _credentials(self) -> dict[re.Pattern[str], dict[str, int]]:
        """The forms of the sentence on credentials, and the counts that each says in words."""
        day = with_blanks(folded(self.vocabulary.date(_DAY)))

        def told(*counts: int) -> str:
            given = dict(zip(_COUNTED, counts, strict=True)) | {"as_of": _DAY}
            return folded(self.sentence("credentials-report", credentials=given))

        made = forms_of(told, WITH_FEW)
        names = dict(zip(SIDES, _COUNTED, strict=True))
        return {
            re.compile(form.pattern.replace(day, _ANY_DAY)): {names[side]: count for side, count in fixed.items()}
            for form, fixed in made.items()
        }


_COUNTED = ("formal", "informal", "none")
_CREDENTIALS = tuple(zip("abc", _COUNTED, strict=True))
_BEGIN = r"(?<!\w)"  # of a word; Chinese has none
_ANY_DAY = "(?P<day>.{6,60}?)"


def _around(form: str) -> tuple[str, str] | None:
    """What stands beside the number in the name of a meeting, without what leads up to it.

    “at the {the} plenary meeting” → “ plenary meeting”; where nothing follows the number, what stands before it.
    """
    found = re.fullmatch(r"(.*?)\{(?:the|at|of|object|n)\}(.*)", form)
    if found is None:
        return None
    before, after = found[1], found[2]
    is_joined = bool(before) and not before[-1].isspace()  # 第{the}次
    if after.strip():
        return (before[-1] if is_joined else ""), after.rstrip("上") if is_joined else after
    words = before.split()
    return " ".join(word for word in words if len(word) > 2) + " ", ""
