"""The vocabulary of one language: names, patterns, functions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Literal, Protocol, TypeVar

import yaml
from pydantic import ValidationError

from publisher.failures import BadRequest
from publisher.language import agenda, calendar, collation, places
from publisher.language.calendar import DateForm, PeriodStyle
from publisher.language.entries import VocabularyEntries
from publisher.language.holding import held_patterns
from publisher.language.numbering import Numbering
from publisher.language.numerals import letter_value
from publisher.model.workspace import Workspace


class Named(Protocol):
    """Whatever has names by language code: a State, an organ, a body."""

    @property
    def names(self) -> Any:
        """Names by language code."""


T = TypeVar("T", bound=Named)


@dataclass(frozen=True)
class Vocabulary(Numbering):
    """The words, patterns and rules of one language.

    Every method gives back text ready to print.
    """

    # --- what the language is -------------------------------------------------------------------------------

    @property
    def code(self) -> str:
        """The code that names language files: zh."""
        return self.entries.language.code

    @property
    def tag(self) -> str:
        """The BCP 47 tag: zh-Hans."""
        return self.entries.language.tag

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The direction of writing."""
        return self.entries.language.direction

    @property
    def letter(self) -> str:
        """The letter in job numbers: A C E F R S."""
        return self.entries.language.letter

    @cached_property
    def held(self) -> tuple[str, ...]:
        """Patterns of what no line ends in (see `holding`)."""
        return held_patterns(self.entries.dates, self.entries.held)

    @property
    def note_call(self) -> Literal["after", "before"]:
        """Where a footnote mark stands: after or before the mark of punctuation."""
        return self.entries.punctuation.note_call

    # --- days and times -------------------------------------------------------------------------------------

    def date(self, day: datetime.date, form: DateForm = "text") -> str:
        """A day in `form` (see DateForm)."""
        return calendar.date(self.entries.dates, day, form)

    def period(self, days: Iterable[datetime.date], style: PeriodStyle = "text") -> str:
        """The days from first to last.

        `text` in a sentence, `line` in the masthead, `adverbial` on/from.
        """
        return calendar.period(self.entries.dates, days, style)

    def time(self, moment: datetime.time | str) -> str:
        """A time of day; a string is read as HH:MM."""
        return calendar.time(self.entries.time, _moment(moment))

    def at_time(self, moment: datetime.time | str) -> str:
        """A time of day after its preposition: at 10.40 a.m."""
        return calendar.at_time(self.entries.time, _moment(moment))

    def half(self, half: str, day: datetime.date | None = None) -> str:
        """Half a day, alone or of a given day.

        on the morning of Friday, 30 May 2025.
        """
        if day is None:
            return self.entries.time.half[half]
        return calendar.half_of(self.entries.time, self.entries.dates, half, day)

    def years(self, first: int, last: int, *, term: bool = False) -> str:
        """A range of years: 2026–2029; with `term` as a term of office is written."""
        dates = self.entries.dates
        return (dates.years_term if term else dates.years).format(first=first, last=last)

    # --- sessions and meetings ------------------------------------------------------------------------------

    def session(self, number: int, part: str = "regular", case: Literal["the", "object", "of", "at"] = "the") -> str:
        """The session in a sentence, with its article: the resumed second session."""
        said = self.entries.sessions
        patterns = {"the": said.the, "object": said.object, "of": said.of, "at": said.at}
        return patterns[case][part].format(**self._ordinals(number, "session"))

    def meeting(self, number: int, kind: str = "plenary") -> str:
        """The name of a meeting: third plenary meeting."""
        return self.entries.meetings.name[kind].format(**self._ordinals(number, "meeting"))

    def at_meeting(
        self, number: int, kind: str = "plenary", day: datetime.date | None = None, half: str | None = "morning"
    ) -> str:
        """“at the third plenary meeting”, with half and day where `day` is given."""
        fields = self._ordinals(number, "meeting")
        if day is None:
            return self.entries.meetings.at[kind].format(**fields)
        when = self.half(half, day) if half else self.period([day], "adverbial")
        return self.entries.meetings.at_on[kind].format(half=when, **fields)

    def _ordinals(self, number: int, counted: str) -> dict[str, str]:
        cases = {"the": counted, "object": f"{counted}-object", "of": f"{counted}-of", "at": f"{counted}-at"}
        return {"n": str(number), **{case: self.ordinal(number, use) for case, use in cases.items()}}

    # --- masthead -------------------------------------------------------------------------------------------

    def masthead_date(self, day: datetime.date) -> str:
        """The date in the distribution block."""
        return calendar.masthead_date(self.entries.masthead, self.entries.dates.first, day)

    def distribution(self, category: str) -> str:
        """The distribution line: Distr.: General."""
        return self.entries.masthead.distribution[category]

    def language_line(self, only: Sequence[str] = ()) -> str:
        """The line that names the language.

        `English only` where a document exists in some languages.
        """
        entries = self.entries.masthead
        if not only:
            return entries.language
        names = [calendar.language_name(code, entries.locale) for code in only]
        listed = entries.original_separator.join(names) if len(names) > 2 else entries.only_last.join(names)
        return self.capital(entries.only.format(languages=listed))

    def original_line(self, originals: str | Sequence[str]) -> str:
        """The line of the original languages: Original: English/French."""
        entries = self.entries.masthead
        codes = [originals] if isinstance(originals, str) else originals
        names = [calendar.language_name(code, entries.locale) for code in codes]
        return entries.original.format(languages=entries.original_separator.join(names))

    def original_in(self, code: str) -> str:
        """The notice of another original: [Original: French].

        It stands under the heading of an annex.
        """
        return self.label("original-in", language=self.language_name(code))

    def language_name(self, code: str) -> str:
        """The name of a language in running text."""
        entries = self.entries.language
        return entries.names.get(code) or calendar.language_name(code, entries.locale)

    def masthead_items(self, numbers: Sequence[str | int], *, provisional: bool = False) -> str:
        """The line of agenda items: Agenda item 5, Items 5 and 6."""
        forms = self.entries.masthead.provisional_item if provisional else self.entries.masthead.agenda_item
        category = self._category(len(numbers))
        listed = agenda.listing(self.entries.agenda, [str(n) for n in numbers], self.entries.masthead.item_last)
        return forms.get(category, forms["other"]).format(items=listed)  # type: ignore[call-overload,no-any-return]

    def item_as_printed(self, number: str) -> str:
        """An item's number, given as “69 (b)”, as the language prints it."""
        whole, _, rest = number.partition(" (")
        if not rest:
            return whole
        letters = rest.removesuffix(")").split(") (")
        printed = self.sub_item(int(whole), letter_value(letters[0]))
        return " ".join([printed, *(f"({numeral})" for numeral in letters[1:])])

    def session_line(self, number: int, part: str = "regular") -> str:
        """The session as the masthead names it: Resumed second session."""
        return self.capital(self.entries.masthead.session[part].format(**self._ordinals(number, "session")))

    def place_line(self, place: str, days: Iterable[datetime.date]) -> str:
        """The line of place and dates."""
        return self.entries.masthead.place_and_dates.format(place=place, dates=self.period(days, "line"))

    # --- where a correction applies ----------------------------------------------------------------------------

    def place(self, where: places.Where) -> str:
        """The place of a correction in the middle of a sentence: paragraph 3 (b)."""
        return places.place(self.entries.correction_places, where, self.ordinal)

    def page(self, where: places.Where) -> str:
        """The page of a correction in brackets, “” where it is not known."""
        return places.page(self.entries.correction_places, where)

    def location(self, where: places.Where) -> str:
        """The place of a correction as a line: Paragraph 33 (page 6)."""
        return self.capital(places.location(self.entries.correction_places, where, self.ordinal))

    # --- order and standing ---------------------------------------------------------------------------------

    @property
    def order_of_names(self) -> str:
        """The language whose names order the States: `en` for Chinese."""
        return self.entries.collation.names

    def sort_key(self, name: str) -> str:
        """What `name` is compared by in the order of `order_of_names`."""
        return collation.key(self.entries.collation, name)

    def sort_states(self, states: Iterable[T]) -> list[T]:
        """States, organs or bodies in the order this language lists them."""
        return sorted(states, key=lambda state: self.sort_key(state.names[self.order_of_names]))

    def standing(self, path: str) -> str:
        """The document in which an entry was read, empty if none has yet.

        `path` is the entry's, with dots; a reviser is awaited there.
        """
        parts = path.split(".")
        prefixes = {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
        return next((source for source, paths in self.entries.seen.items() if prefixes & set(paths)), "")


def _moment(written: datetime.time | str) -> datetime.time:
    if isinstance(written, datetime.time):
        return written
    hour, minute = written.split(":")
    return datetime.time(int(hour), int(minute))


def vocabulary(code: str, workspace: Workspace) -> Vocabulary:
    """The vocabulary of the language `code`.

    BadRequest names the file and what is wrong in it.
    """
    name = f"wording/{code}/vocabulary.yaml"
    try:
        path = workspace.template(name)
    except FileNotFoundError:
        raise BadRequest(f"no vocabulary for the language “{code}”: templates/{name} is missing") from None
    return _parsed(path.read_bytes(), str(path))


@lru_cache(maxsize=32)
def _parsed(content: bytes, name: str) -> Vocabulary:
    # BaseLoader leaves every scalar a string, so that no word is mistaken for a number, a date or a truth value.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return Vocabulary(VocabularyEntries.model_validate(yaml.load(content, loader)))
    except yaml.YAMLError as problem:
        raise BadRequest(f"{name}: {problem}") from problem
    except ValidationError as problem:
        faults = "; ".join(f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in problem.errors())
        raise BadRequest(f"{name}: {faults}") from problem
