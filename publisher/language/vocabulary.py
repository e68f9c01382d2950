"""The vocabulary of one language: its names and patterns, and the functions that put facts into them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from typing import Any, Literal, Protocol, TypeVar

import yaml
from babel import Locale
from pydantic import ValidationError

from publisher.failures import BadRequest
from publisher.language import agenda, calendar, collation, ordinals
from publisher.language.calendar import DateForm, PeriodStyle
from publisher.language.entries import AttachedEntries, Forms, Gender, Scheme, VocabularyEntries
from publisher.language.numerals import numeral
from publisher.model.resolved import NumberForm
from publisher.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number as printed, the form of its value, and the pattern with `{}` where the value stands."""

    printed: str
    form: NumberForm
    pattern: str


class Named(Protocol):
    """Whatever has names by language code: a State, an organ, a body."""

    @property
    def names(self) -> Any:
        """Names by language code."""


T = TypeVar("T", bound=Named)


@dataclass(frozen=True)
class Vocabulary:
    """The words, patterns and rules of one language; every method gives back text ready to print."""

    entries: VocabularyEntries

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

    @property
    def note_call(self) -> Literal["after", "before"]:
        """Where a footnote mark stands: after or before the mark of punctuation."""
        return self.entries.punctuation.note_call

    @cached_property
    def locale(self) -> Locale:
        """The CLDR data of the language."""
        return Locale.parse(self.entries.language.locale)

    # --- words ----------------------------------------------------------------------------------------------

    def label(self, key: str, **values: object) -> str:
        """Give back the words of `labels.<key>`, the fields in braces filled in."""
        return self.entries.labels[key].format(**values)

    def reference(self, kind: str, number: object) -> str:
        """Give back a reference in running text: paragraph 5, decision 2/6, 第 2/6 号决定."""
        return self.entries.references[kind].format(n=number)

    def group(self, key: str) -> str:
        """Give back the name of a regional group."""
        return self.entries.groups[key]

    def office(self, key: str, gender: Gender | None = None, count: int = 1) -> str:
        """Give back the name of an office in the gender of its holder, or in the plural."""
        entry = self.entries.officers[key]
        if count > 1:
            return entry.plural
        return {"m": entry.m, "f": entry.f}.get(gender or "n", entry.n)

    def officer_label(self, key: str, gender: Gender | None = None, count: int = 1) -> str:
        """Give back an office with its colon, as in a list of officers: `President:`."""
        return self.entries.officer_line.format(office=self.office(key, gender, count))

    def by_method(self, method: str) -> str:
        """Give back how a vote was taken: by show of hands."""
        return self.entries.voting.by_method[method]

    def manner(self, manner: str) -> str:
        """Give back how a text was adopted: by consensus, without a vote."""
        return self.entries.voting.manner[manner]

    def votes(self, side: Literal["in_favour", "against", "abstaining"], number: int) -> str:
        """Give back one part of the result of a vote: 105 votes, 1 abstention."""
        forms: Forms = getattr(self.entries.voting, side)
        return self._inflect(forms, number)

    def vote_formula(self, in_favour: int, against: int, abstaining: int) -> str:
        """Give back the result of a vote: by 105 votes to 2, with 1 abstention."""
        return self.entries.voting.formula.format(
            in_favour=self.votes("in_favour", in_favour),
            against=self.votes("against", against),
            abstaining=self.votes("abstaining", abstaining),
        )

    # --- inflection -----------------------------------------------------------------------------------------

    def plural(self, number: int, key: str) -> str:
        """Give back `plurals.<key>` for `number`: 1 member State, 116 member States."""
        return self._inflect(self.entries.plurals[key], number)

    def choose(self, number: int, /, **forms: str) -> str:
        """Give back the one of `forms` (none, one, two, few, many, other) that `number` asks for.

        {n} stands for the number in figures, {word} for it in words where the language writes it so.
        """
        return self._inflect(forms, number)

    def _inflect(self, forms: Forms | dict[str, str], number: int) -> str:
        category = "none" if number == 0 and "none" in forms else self._category(number)
        pattern = forms.get(category, forms["other"])  # type: ignore[call-overload]
        return str(pattern).format(n=self.number(number), word=self.cardinal(number))

    def _category(self, number: int) -> str:
        return str(self.locale.plural_form(number))

    def gender(self, name: str) -> Gender:
        """Give back the grammatical gender of a name, read off its form."""
        return next(gender for pattern, gender in self.entries.grammar.gender if re.search(pattern, name))

    def the(self, name: str) -> str:
        """Give back `name` with its article as a sentence needs it: the Assembly, l’Assemblée."""
        return self._dress(self.entries.grammar.the, name)

    def of(self, name: str) -> str:
        """Give back `name` with its article after “of”: of the Assembly, de l’Assemblée."""
        return self._dress(self.entries.grammar.of, name)

    def head(self, name: str) -> str:
        """Give back what the organ `name` is called after its first mention, without article: Assembly."""
        return next((head for pattern, head in self.entries.grammar.head if re.search(pattern, name)), name)

    @staticmethod
    def _dress(rules: Sequence[tuple[str, str]], name: str) -> str:
        pattern, dress = next(((found, dress) for found, dress in rules if re.search(found, name)), ("$", ""))
        return re.sub(pattern, dress, name, count=1)

    def capital(self, text: str) -> str:
        """Give back `text` with a capital first letter, for the beginning of a sentence or line."""
        return text[:1].upper() + text[1:]

    # --- days and times -------------------------------------------------------------------------------------

    def date(self, day: datetime.date, form: DateForm = "text") -> str:
        """Give back a day in `form` (see DateForm)."""
        return calendar.date(self.entries.dates, day, form)

    def period(self, days: Iterable[datetime.date], style: PeriodStyle = "text") -> str:
        """Give back the days from first to last: `text` in a sentence, `line` in the masthead, `adverbial` on/from."""
        return calendar.period(self.entries.dates, days, style)

    def time(self, moment: datetime.time | str) -> str:
        """Give back a time of day; a string is read as HH:MM."""
        return calendar.time(self.entries.time, _moment(moment))

    def at_time(self, moment: datetime.time | str) -> str:
        """Give back a time of day after its preposition: at 10.40 a.m."""
        return calendar.at_time(self.entries.time, _moment(moment))

    def half(self, half: str, day: datetime.date | None = None) -> str:
        """Give back half a day, alone or of a given day: on the morning of Friday, 30 May 2025."""
        if day is None:
            return self.entries.time.half[half]
        return calendar.half_of(self.entries.time, self.entries.dates, half, day)

    def years(self, first: int, last: int, *, term: bool = False) -> str:
        """Give back a range of years: 2026–2029; with `term` as a term of office is written."""
        dates = self.entries.dates
        return (dates.years_term if term else dates.years).format(first=first, last=last)

    # --- sessions and meetings ------------------------------------------------------------------------------

    def session(self, number: int, part: str = "regular", case: Literal["the", "object", "of", "at"] = "the") -> str:
        """Give back the session in a sentence, with its article: the resumed second session."""
        patterns: dict[str, str] = getattr(self.entries.sessions, case)
        return patterns[part].format(**self._ordinals(number, "session"))

    def meeting(self, number: int, kind: str = "plenary") -> str:
        """Give back the name of a meeting: third plenary meeting."""
        return self.entries.meetings.name[kind].format(**self._ordinals(number, "meeting"))

    def at_meeting(
        self, number: int, kind: str = "plenary", day: datetime.date | None = None, half: str = "morning"
    ) -> str:
        """Give back “at the third plenary meeting”, with half and day where `day` is given."""
        fields = self._ordinals(number, "meeting")
        if day is None:
            return self.entries.meetings.at[kind].format(**fields)
        return self.entries.meetings.at_on[kind].format(half=self.half(half, day), **fields)

    def _ordinals(self, number: int, counted: str) -> dict[str, str]:
        cases = {"the": counted, "object": f"{counted}-object", "of": f"{counted}-of", "at": f"{counted}-at"}
        return {case: self.ordinal(number, use) for case, use in cases.items()}

    # --- numbers and lists ----------------------------------------------------------------------------------

    def number(self, value: int | float | Decimal, decimals: int | None = None) -> str:
        """Give back a number in figures, rounded half up to `decimals` where given."""
        entries = self.entries.numbers
        exact = Decimal(str(value))
        if decimals is not None:
            exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        whole, _, fraction = f"{abs(exact):f}".partition(".")
        if len(whole) >= entries.group_from:
            whole = f"{int(whole):,}".replace(",", entries.group)
        sign = entries.minus if exact < 0 else ""
        return sign + whole + (entries.decimal + fraction if fraction else "")

    def per_cent(self, value: int | float | Decimal, decimals: int | None = None, *, table: bool = False) -> str:
        """Give back a percentage, as text or as in tables."""
        entries = self.entries.numbers
        return (entries.per_cent_table if table else entries.per_cent).format(n=self.number(value, decimals))

    def cardinal(self, number: int) -> str:
        """Give back a small number in words where the language writes it so, else in figures."""
        return self.entries.numbers.cardinals.get(number) or self.number(number)

    def ordinal(self, number: int, use: str = "session") -> str:
        """Give back an ordinal as sessions and meetings are counted: second, deuxième, 二 (see ORDINALS for `use`)."""
        return ordinals.ordinal(self.entries.ordinals, self.locale, number, use)

    def join(self, items: Iterable[str], conjunction: Literal["and", "or"] = "and", *, strong: bool = False) -> str:
        """Give back the items as a list in running text; `strong` parts them by semicolons."""
        entries, parts = self.entries.lists, list(items)
        if len(parts) < 2:
            return "".join(parts)
        two, last = (entries.and_two, entries.and_last) if conjunction == "and" else (entries.or_two, entries.or_last)
        joint = two if len(parts) == 2 else last
        for pattern, before_sound in entries.and_sound if conjunction == "and" else entries.or_sound:
            if re.search(pattern, parts[-1]):
                joint = before_sound
        separator = entries.strong_separator if strong else entries.separator
        return separator.join(parts[:-1]) + joint + parts[-1]

    def listed(self, items: Iterable[str]) -> str:
        """Give back the items as a long list after a colon, all parted alike."""
        return self.entries.lists.separator.join(items)

    def quote(self, text: str, *, inner: bool = False) -> str:
        """Give back `text` in quotation marks."""
        opening, closing = self.entries.punctuation.inner_quotes if inner else self.entries.punctuation.quotes
        return f"{opening}{text}{closing}"

    # --- numbering ------------------------------------------------------------------------------------------

    def heading_number(self, depth: int, number: int) -> Numbered:
        """Give back the number of a heading of `depth` 1–5."""
        return self._numbered(self.entries.numbering.headings[depth - 1], number)

    def item_number(self, depth: int, number: int) -> Numbered:
        """Give back the number of a subparagraph of `depth` 1–4."""
        return self._numbered(self.entries.numbering.items[depth - 1], number)

    def paragraph_number(self, number: int) -> Numbered:
        """Give back the number of a paragraph of the running sequence."""
        return self._numbered(self.entries.numbering.paragraph, number)

    def operative_number(self, number: int) -> Numbered:
        """Give back the number of an operative paragraph."""
        return self._numbered(self.entries.numbering.operative, number)

    def agenda_number(self, number: int, depth: int = 1) -> Numbered:
        """Give back the number of a line of an agenda, or of a sub-item at `depth` 2."""
        numbering = self.entries.numbering
        return self._numbered(numbering.agenda if depth == 1 else numbering.agenda_items, number)

    def table_note_mark(self, number: int) -> Numbered:
        """Give back the mark of a table note: a, b, c."""
        return self._numbered(self.entries.numbering.table_note, number)

    def inserted_number(self, written: str) -> Numbered:
        """Give back the number of an inserted paragraph, written `12 bis` in the data."""
        value, insertion = written.split()
        words = self.entries.numbering.inserted_pattern.format(n=value, insertion=self.insertion(insertion))
        pattern = self.entries.numbering.paragraph.pattern
        return Numbered(pattern.format(words), "literal", pattern)

    def insertion(self, key: str) -> str:
        """Give back bis, ter … as the language writes it."""
        return self.entries.numbering.inserted[key]

    def annex_label(self, number: int, total: int) -> Numbered:
        """Give back the label of an annex, with a number where there are several."""
        return self._attached(self.entries.attached["annex"], number, total)

    def appendix_label(self, number: int, total: int) -> Numbered:
        """Give back the label of an appendix, with a number where there are several."""
        return self._attached(self.entries.attached["appendix"], number, total)

    def table_label(self, number: int) -> str:
        """Give back the label of a numbered table."""
        return self._attached(self.entries.attached["table"], number, 2).printed

    def figure_label(self, number: int) -> str:
        """Give back the label of a numbered figure."""
        return self._attached(self.entries.attached["figure"], number, 2).printed

    def _numbered(self, scheme: Scheme, number: int) -> Numbered:
        return Numbered(scheme.pattern.format(numeral(scheme.form, number)), scheme.form, scheme.pattern)

    def _attached(self, entry: AttachedEntries, number: int, total: int) -> Numbered:
        if total == 1:
            return Numbered(entry.alone, "literal", entry.alone)
        if entry.ordinal:
            words = ordinals.in_form(self.entries.ordinals, number, entry.ordinal) or str(number)
        else:
            words = numeral(entry.form, number)
        return Numbered(entry.numbered.format(words), "literal" if entry.ordinal else entry.form, entry.numbered)

    # --- agenda ---------------------------------------------------------------------------------------------

    def agenda_reference(self, numbers: Sequence[str | int]) -> str:
        """Give back a reference to items of the agenda, in brackets: (agenda items 1–5)."""
        return agenda.reference(self.entries.agenda, [str(number) for number in numbers], self._category(len(numbers)))

    def heading_with_agenda(self, heading: str, numbers: Sequence[str | int]) -> str:
        """Give back a heading with the agenda items it covers."""
        pattern = self.entries.agenda.heading
        return pattern.format(heading=heading, items=self.agenda_reference(numbers)) if numbers else heading

    def sub_item(self, item: int, letter: int) -> str:
        """Give back the number of a sub-item as cited: 5 (b), 5 b)."""
        letters = numeral(self.entries.numbering.agenda_items.form, letter)
        return self.entries.agenda.sub_item.format(n=item, letter=letters)

    # --- masthead -------------------------------------------------------------------------------------------

    def masthead_date(self, day: datetime.date) -> str:
        """Give back the date in the distribution block."""
        return calendar.masthead_date(self.entries.masthead, self.entries.dates.first, day)

    def distribution(self, category: str) -> str:
        """Give back the distribution line: Distr.: General."""
        return self.entries.masthead.distribution[category]

    def language_line(self, only: Sequence[str] = ()) -> str:
        """Give back the line that names the language; `English only` where a document exists in some languages."""
        entries = self.entries.masthead
        if not only:
            return entries.language
        names = [calendar.language_name(code, entries.locale) for code in only]
        listed = entries.original_separator.join(names) if len(names) > 2 else entries.only_last.join(names)
        return self.capital(entries.only.format(languages=listed))

    def original_line(self, originals: str | Sequence[str]) -> str:
        """Give back the line of the original language or languages: Original: English/French."""
        entries = self.entries.masthead
        codes = [originals] if isinstance(originals, str) else originals
        names = [calendar.language_name(code, entries.locale) for code in codes]
        return entries.original.format(languages=entries.original_separator.join(names))

    def original_in(self, code: str) -> str:
        """Give back the notice under the heading of an annex in another original language: [Original: French]."""
        return self.label("original-in", language=self.language_name(code))

    def language_name(self, code: str) -> str:
        """Give back the name of a language in running text."""
        entries = self.entries.language
        return entries.names.get(code) or calendar.language_name(code, entries.locale)

    def masthead_items(self, numbers: Sequence[str | int], *, provisional: bool = False) -> str:
        """Give back the line of agenda items: Agenda item 5, Items 5 and 6 of the provisional agenda."""
        forms = self.entries.masthead.provisional_item if provisional else self.entries.masthead.agenda_item
        category = self._category(len(numbers))
        listed = agenda.listing(self.entries.agenda, [str(n) for n in numbers], self.entries.masthead.item_last)
        return forms.get(category, forms["other"]).format(items=listed)  # type: ignore[call-overload,no-any-return]

    def session_line(self, number: int, part: str = "regular") -> str:
        """Give back the session as the masthead names it: Resumed second session."""
        return self.capital(self.entries.masthead.session[part].format(**self._ordinals(number, "session")))

    def place_line(self, place: str, days: Iterable[datetime.date]) -> str:
        """Give back the line of place and dates."""
        return self.entries.masthead.place_and_dates.format(place=place, dates=self.period(days, "line"))

    # --- order and standing ---------------------------------------------------------------------------------

    @property
    def order_of_names(self) -> str:
        """The code of the language whose names decide the order of States: `en` for Chinese."""
        return self.entries.collation.names

    def sort_key(self, name: str) -> str:
        """Give back what `name` is compared by in the alphabetical order of `order_of_names`."""
        return collation.key(self.entries.collation, name)

    def sort_states(self, states: Iterable[T]) -> list[T]:
        """Give back States (or organs, bodies) in the order lists of this language print them."""
        return sorted(states, key=lambda state: self.sort_key(state.names[self.order_of_names]))

    def standing(self, path: str) -> str:
        """Give back the document in which the entry at a dotted `path` was read, empty where a reviser is awaited."""
        parts = path.split(".")
        prefixes = {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
        return next((source for source, paths in self.entries.seen.items() if prefixes & set(paths)), "")


def _moment(written: datetime.time | str) -> datetime.time:
    if isinstance(written, datetime.time):
        return written
    hour, minute = written.split(":")
    return datetime.time(int(hour), int(minute))


def vocabulary(code: str, workspace: Workspace) -> Vocabulary:
    """Give back the vocabulary of the language `code`; BadRequest names the file and what is wrong in it."""
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
