"""The shape of `templates/wording/<code>/vocabulary.yaml`.

The same keys in every language, no word of any language.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from publisher.language.keys import (
    ATTACHED,
    COUNTED,
    DISTRIBUTIONS,
    GROUPS,
    HALVES,
    INSERTIONS,
    LABELS,
    MANNERS,
    MEETINGS,
    OFFICES,
    ORDINALS,
    PARTS,
    PLACES,
    PLURALS,
    REFERENCES,
    SHAPES,
    VOTING_METHODS,
    exactly,
)
from publisher.model.resolved import NumberForm

# “none” is exactly zero; the others are the plural categories of CLDR, of which “other” must be there.
PluralCategory = Literal["none", "zero", "one", "two", "few", "many", "other"]
Gender = Literal["m", "f", "n"]


def _with_other(value: dict[str, str]) -> dict[str, str]:
    if "other" not in value:
        raise ValueError("missing: other")
    return value


Forms = Annotated[dict[PluralCategory, str], AfterValidator(_with_other)]


class Entries(BaseModel):
    """Base of the sections: hyphenated keys, none unknown, none missing."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, alias_generator=lambda name: name.replace("_", "-")
    )


class Scheme(Entries):
    """How a number is made (`form`) and dressed (`pattern`, with `{}`)."""

    form: NumberForm
    pattern: str


class LanguageEntries(Entries):
    """What the language is: code, tag, direction, locale, job letter."""

    code: str
    tag: str
    direction: Literal["ltr", "rtl"]
    locale: str
    letter: str
    name: str
    names: dict[str, str] = Field(description="Names of languages in running text, by code; CLDR has the others.")


class MastheadEntries(Entries):
    """The strings of page one.

    `locale` is the language in which date and original language are printed.
    """

    locale: str
    united_nations: str
    distribution: Annotated[dict[str, str], exactly(DISTRIBUTIONS)]
    language: str
    original: str
    original_separator: str
    only: str
    only_last: str
    item_last: str
    date: str
    place_and_dates: str
    agenda_item: Forms
    provisional_item: Forms
    session: Annotated[dict[str, str], exactly(PARTS)]
    recycle: str


class DateEntries(Entries):
    """Names and patterns of days.

    `first` is how day 1 is printed; styles hold a pattern for each shape of a period.
    """

    months: Annotated[list[str], Field(min_length=12, max_length=12)]
    months_alone: Annotated[list[str], Field(min_length=12, max_length=12)]
    weekdays: Annotated[list[str], Field(min_length=7, max_length=7)]
    weekdays_on: Annotated[list[str], Field(min_length=7, max_length=7)]
    first: str
    weekday: str
    weekday_no_year: str
    on_weekday: str
    no_year: str
    month: str
    code: str
    text: Annotated[dict[str, str], exactly(SHAPES)]
    line: Annotated[dict[str, str], exactly(SHAPES)]
    adverbial: Annotated[dict[str, str], exactly(SHAPES)]
    years: str
    years_term: str


class TimeEntries(Entries):
    """Times of day and halves of the day.

    A pattern with minutes, one for the full hour, noon, midnight.
    """

    pattern: str
    hour: str
    hour_one: str
    noon: str
    midnight: str
    before_noon: str
    after_noon: str
    at: str
    at_one: str
    half: Annotated[dict[str, str], exactly(HALVES)]
    half_of: Annotated[dict[str, str], exactly(HALVES)]


class OrdinalForm(Entries):
    """One inflected series of ordinals.

    Words for 1–19 and round numbers, stems before a unit, what joins them.
    """

    units: dict[int, str]
    round: dict[int, str] = Field(default_factory=dict)
    stems: dict[int, str] = Field(default_factory=dict)
    irregular: dict[int, str] = Field(default_factory=dict)
    compound: str = "{stem}{unit}"
    compound_first: str = ""


class OrdinalEntries(Entries):
    """Which series of ordinals serves which use, and how far words go.

    Beyond, the forms in figures.
    """

    uses: Annotated[dict[str, str], exactly(ORDINALS)]
    words_to: Annotated[dict[str, int], exactly(COUNTED)]
    figures: Annotated[dict[str, Forms], exactly(ORDINALS)]
    forms: dict[str, OrdinalForm]


class SessionEntries(Entries):
    """The session in a sentence, for each part of a session.

    As subject (`the`), as object, after “of”, after “at”.
    """

    the: Annotated[dict[str, str], exactly(PARTS)]
    object: Annotated[dict[str, str], exactly(PARTS)]
    of: Annotated[dict[str, str], exactly(PARTS)]
    at: Annotated[dict[str, str], exactly(PARTS)]


class MeetingEntries(Entries):
    """A meeting in a sentence: its name, “at” it, “at” it on half a day.

    By kind of meeting.
    """

    name: Annotated[dict[str, str], exactly(MEETINGS)]
    at: Annotated[dict[str, str], exactly(MEETINGS)]
    at_on: Annotated[dict[str, str], exactly(MEETINGS)]


class NumberEntries(Entries):
    """Figures in running text and tables.

    `group_from` is the number of digits from which groups are parted.
    """

    group: str
    group_from: int
    decimal: str
    minus: str
    per_cent: str
    per_cent_table: str
    range: str
    missing: str
    cardinals: dict[int, str]


class ListEntries(Entries):
    """How items are joined.

    `sound` replaces the last joint before a word that matches its pattern.
    """

    separator: str
    strong_separator: str
    and_two: str
    and_last: str
    or_two: str
    or_last: str
    and_sound: list[tuple[str, str]] = Field(default_factory=list)
    or_sound: list[tuple[str, str]] = Field(default_factory=list)


class PunctuationEntries(Entries):
    """Marks of punctuation, their spaces, and what ends what.

    The place of a footnote mark too.
    """

    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    comma: str
    semicolon: str
    colon: str
    stop: str
    brackets: tuple[str, str]
    note_call: Literal["after", "before"]
    note_separator: str
    item_end: str
    item_before_last: str
    item_last: str


class NumberingEntries(Entries):
    """Schemes of numbers: headings, paragraphs, entries, notes.

    Headings have depths 1–5, subparagraphs 1–4.
    """

    headings: Annotated[list[Scheme], Field(min_length=5, max_length=5)]
    items: Annotated[list[Scheme], Field(min_length=4, max_length=4)]
    paragraph: Scheme
    operative: Scheme
    agenda: Scheme
    agenda_items: Scheme
    table_note: Scheme
    inserted: Annotated[dict[str, str], exactly(INSERTIONS)]
    inserted_pattern: str
    path_joint: str


class AttachedEntries(Entries):
    """The label of an annex, appendix, table or figure.

    Alone, or with a number.
    """

    alone: str
    numbered: str
    form: NumberForm
    ordinal: str = ""
    first: str = ""  # where the first is said otherwise: Chapitre premier


class AgendaEntries(Entries):
    """References to agenda items: how many, ranges, beside a heading."""

    one: str
    many: Forms
    range: str
    separator: str
    last: str
    heading: str
    sub_item: str


class PlaceEntries(Entries):
    """Where an instruction of a corrigendum applies.

    A pattern for each kind of passage, and what joins them.
    """

    kinds: Annotated[dict[str, str], exactly(PLACES)]
    table: str
    table_after: str
    figure: str
    section_joint: str
    joint: str
    page: str
    sentence: str
    colon: str
    counted: Literal["meeting", "session", "figures"]
    first: str = ""


class VotingEntries(Entries):
    """Methods, manners of adoption and parts of a vote, inflected."""

    method: Annotated[dict[str, str], exactly(VOTING_METHODS)]
    by_method: Annotated[dict[str, str], exactly(VOTING_METHODS)]
    manner: Annotated[dict[str, str], exactly(MANNERS)]
    in_favour: Forms
    against: Forms
    abstaining: Forms
    formula: str


class OfficerEntries(Entries):
    """An office by gender: `m`, `f`, `n` (unknown), and in the plural."""

    m: str
    f: str
    n: str
    plural: str


class HeldEntries(Entries):
    """What does not part at the end of a line.

    Words that stay with the number after them, or the figure before. “Annex I”, “para. 5”; “33 million”. A day stays
    with its month by itself. Empty in a language without spaces.
    """

    before: list[str]
    after: list[str]


class CollationEntries(Entries):
    """Alphabetical order: whose names, what is left out, what replaced."""

    names: str
    ignore: str = ""
    replace: dict[str, str] = Field(default_factory=dict)


class GrammarEntries(Entries):
    """Rules read off a name; the first pattern that matches decides.

    `gender` of the name; replacements that give it an article (`the`) or its form after “of” (`of`); `head`, what the
    organ is called after its first mention: the Assembly.
    """

    gender: list[tuple[str, Gender]]
    the: list[tuple[str, str]]
    of: list[tuple[str, str]]
    head: list[tuple[str, str]]


class VocabularyEntries(Entries):
    """One language file whole.

    `seen` names, document by document, the entries read in a real one.
    """

    language: LanguageEntries
    masthead: MastheadEntries
    labels: Annotated[dict[str, str], exactly(LABELS)]
    references: Annotated[dict[str, str], exactly(REFERENCES)]
    dates: DateEntries
    time: TimeEntries
    ordinals: OrdinalEntries
    sessions: SessionEntries
    meetings: MeetingEntries
    numbers: NumberEntries
    lists: ListEntries
    punctuation: PunctuationEntries
    numbering: NumberingEntries
    attached: Annotated[dict[str, AttachedEntries], exactly(ATTACHED)]
    agenda: AgendaEntries
    correction_places: PlaceEntries
    voting: VotingEntries
    officers: Annotated[dict[str, OfficerEntries], exactly(OFFICES)]
    officer_line: str
    groups: Annotated[dict[str, str], exactly(GROUPS)]
    plurals: Annotated[dict[str, Forms], exactly(PLURALS)]
    held: HeldEntries
    collation: CollationEntries
    grammar: GrammarEntries
    seen: dict[str, list[str]]
