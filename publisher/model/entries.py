"""Entries of reference data in a `reference/` folder of one's own.

They lie over the shipped ones.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from publisher.model.record import Identifier, LanguageCode, StateCode
from publisher.model.words import Part, Words, no_entries, no_keys

NamesByLanguage = dict[LanguageCode, str]
LinesByLanguage = dict[LanguageCode, list[str]]


class ResolutionsEntry(Part):
    """How an organ's resolutions name themselves on page one."""

    title: LinesByLanguage = Field(description="Lines of the title; {date}, {number} and {meeting} are filled in.")
    titles: LinesByLanguage = Field(default_factory=no_keys, description="The same where several stand together.")
    headed: bool = Field(default=True, description="false where the title already says the number.")
    votes: bool = Field(default=False, description="true: lines under the text tell who voted how.")
    item: bool = Field(default=False, description="true: page one names the item of the agenda.")
    proponent: bool = Field(default=False, description="true: page one says on whose report it was adopted.")


class OrganEntry(Part):
    """A body that holds sessions, issues documents or is elected."""

    names: NamesByLanguage = Field(min_length=1, description="Name in running text, without article: {en: Board}.")
    full: NamesByLanguage = Field(default_factory=no_keys, description="Name in full, where it is longer.")
    short: NamesByLanguage = Field(default_factory=no_keys, description="Name after the first mention.")
    opening: NamesByLanguage = Field(
        default_factory=no_keys, description="Line above its preambles, with article and comma: {en: 'The Board,'}."
    )
    organization: NamesByLanguage = Field(
        default_factory=no_keys, description="Words at the top of page one; “United Nations” without them."
    )
    programme: NamesByLanguage = Field(default_factory=no_keys, description="Name printed large beside the emblem.")
    programme_short: NamesByLanguage = Field(
        default_factory=no_keys, alias="programme-short", description="That name after the first mention."
    )
    emblem_words: NamesByLanguage = Field(
        default_factory=no_keys, alias="emblem-words", description="Words under or in the emblem."
    )
    lines: LinesByLanguage = Field(default_factory=no_keys, description="Bold lines above the session on page one.")
    lines_under_session: bool = Field(
        default=False, alias="lines-under-session", description="true where `lines` stand below the session."
    )
    light_lines: list[int] = Field(
        default_factory=no_entries, alias="light-lines", description="Which of `lines` are not bold, from 1."
    )
    emblem: str = Field(default="neutral", description="Picture in the folder `emblems` beside, without its ending.")
    symbol_prefix: str = Field(alias="symbol-prefix", description="How the symbols of its documents begin: WMB/EB.")
    members: Literal["universal", "elected"] = Field(default="universal", description="All States, or elected ones.")
    headquarters: Identifier | None = Field(default=None, description="Key of the place where it sits.")
    sessions: Literal["numbered", "yearly", "none"] = Field(
        default="numbered", description="yearly where the number of a session is its year, none where it sits always."
    )
    numbering: str = Field(
        default="{session}/{number}",
        pattern=r"^(?:[^{}]|\{(?:number|session|year)\})*\{number\}(?:[^{}]|\{(?:number|session|year)\})*$",
        description="How its decisions are numbered, of {number}, {session} and {year}: {number}/CP.{session}.",
    )
    session_year: int | None = Field(
        default=None,
        alias="session-year",
        description="Where a session is held a year, from September on: the year to add to its number (80: 2025).",
    )
    seats: int | None = Field(default=None, ge=1, description="How many members it has, where they are elected.")
    tail_last: bool = Field(
        default=False,
        alias="tail-last",
        description="true where meeting and date stand under the annexes of a decision, not above them.",
    )
    fictional: bool = Field(default=False, description="true for the organs of demonstrations.")
    resolutions: ResolutionsEntry | None = Field(default=None, description="How its resolutions name themselves.")


class BodyEntry(Part):
    """A body or organization that attends."""

    category: Literal["united-nations", "intergovernmental", "non-governmental", "other"] = Field(
        description="Which list of participants it stands in."
    )
    names: NamesByLanguage = Field(min_length=1, description="Name as listed.")
    in_text: NamesByLanguage = Field(default_factory=no_keys, alias="in-text", description="Name in a sentence.")
    short: NamesByLanguage = Field(default_factory=no_keys, description="Short name after the first mention.")
    fictional: bool = Field(default=False, description="true for those of demonstrations.")


class PlaceEntry(Part):
    """Where meetings are held."""

    names: NamesByLanguage = Field(min_length=1, description="Name in the masthead: {en: Tunis}.")
    in_text: NamesByLanguage = Field(
        alias="in-text", description="In a sentence, with its preposition: {en: in Tunis}."
    )
    country: str | None = Field(default=None, pattern="^[A-Z]{3}$", description="Code of the State, as in states.csv.")


class PersonEntry(Part):
    """A person named in many documents: taken where a record or words name the key and say nothing of it."""

    names: dict[LanguageCode, Words] = Field(min_length=1, description="Name with honorific: {en: Ms. Grace Otieno}.")
    gender: Literal["f", "m"] | None = Field(default=None, description="For languages whose words depend on it.")
    state: StateCode | None = Field(default=None, description="State the person speaks for.")


class Term(Part):
    """A term, and what it is not to be called."""

    use: str = Field(min_length=1, description="The term as it is to stand: borehole.")
    wrong: list[str] = Field(alias="not", min_length=1, description="Words that are not to stand for it: [bore hole].")
    why: str = Field(default="", description="Why, for whoever asks: a treaty, a decision, UNTERM.")


class TermsEntry(Part):
    """The terminology of a language, its code the key of the entry."""

    terms: list[Term] = Field(default_factory=no_entries, description="Terms, each with what it is not called.")
    known: list[str] = Field(default_factory=no_entries, description="Words the dictionary lacks and that are right.")
    abbreviations: list[str] = Field(
        default_factory=no_entries, description="Abbreviations every reader knows: they need no explaining."
    )


ENTRIES: dict[str, type[Part]] = {
    "organs.yaml": OrganEntry,
    "bodies.yaml": BodyEntry,
    "places.yaml": PlaceEntry,
    "persons.yaml": PersonEntry,
    "terms.yaml": TermsEntry,
}
