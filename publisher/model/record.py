"""The facts of a document, the same in every language.

Stated once in `record.yaml`.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, Strict, StringConstraints

from publisher.model.words import Part, no_entries, no_keys, switched

PRESIDING, MEMBERS = "presiding", "members"  # bureaux that page one of a record of a meeting names
IDENTIFIER = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
STATE = r"^[A-Z]{3}$"
LANGUAGE = r"^[a-z]{2,3}$"
TIME = r"^([01]?\d|2[0-3]):[0-5]\d$"
# 2/6 · 80/10 · 80/10 A · 2024/5 · S-21/1 · ES-11/1 · 6/CMA.3 · 1/CP.21 · 2223 (2015); without a number: a name, as “draft”
DECISION = (
    r"^(?:(?:[A-Z]{1,3}-)?\d{1,4}/\d{1,4}(?: [A-Z](?:[-–][A-Z]| and [A-Z])?)?|\d{1,3}/[A-Z]{2,4}\.\d{1,3}"
    r"|\d{1,5} \(\d{4}\)|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$"
)
ITEM_NUMBER = r"^\d{1,3}(?: \([a-z]{1,2}\))?(?: \([ivx]{1,5}\))?$"

Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER)]
Name = Annotated[
    Identifier | None, Field(description="A name for cross-references to this place: [](#name) in the words.")
]
StateCode = Annotated[str, StringConstraints(pattern=STATE)]
LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE)]
TimeOfDay = Annotated[str, StringConstraints(pattern=TIME)]
DecisionNumber = Annotated[str, StringConstraints(pattern=DECISION)]
ItemNumber = Annotated[str, StringConstraints(pattern=ITEM_NUMBER)]
Whole = Annotated[int, Strict()]  # a number, neither “true” nor a number in quotation marks
Group = Literal["african", "asia-pacific", "eastern-european", "grulac", "weog"]


class Session(Part):
    """Which session of the organ: `number` in order, and its `part`.

    The part says whether it is resumed, special …
    """

    number: Whole = Field(ge=1, description="Number of the session: 2 for the second session.")
    part: Literal["regular", "resumed", "special", "emergency", "yearly"] = Field(
        default="regular",
        description="`resumed` for a session that goes on after an adjournment; `yearly` where the number is a year.",
    )
    days: tuple[datetime.date, datetime.date] | None = Field(
        default=None, description="First and last day, where the meetings are not listed: [2025-02-24, 2025-04-04]."
    )


class Reissue(Part):
    """A reissue of the whole text under its symbol, by an asterisk."""

    date: datetime.date = Field(description="Day of the reissue; the masthead keeps the first date.")
    reason: Literal["technical"] = Field(default="technical", description="Why; chooses the wording of the note.")
    changes: list[str] = Field(
        default_factory=no_entries,
        description="Passages that read otherwise than in the edition before, as `publisher issue` names them: [para-31].",
    )


class Job(Part):
    """The job number printed at the foot of page one."""

    number: str = Field(description="Job number as the profile prints it: K2510492, GE.25-12345 or 25-12345.")
    dates: dict[LanguageCode, list[datetime.date]] = Field(
        default_factory=no_keys,
        description="Date codes per language: date of issue, or original and translation dates.",
    )


class Meeting(Part):
    """One meeting: number, day, half of the day, hours where recorded."""

    number: Whole = Field(ge=1, description="Number of the meeting in the session, from 1.")
    date: datetime.date = Field(description="Day of the meeting: 2025-05-29.")
    half: Literal["morning", "afternoon", "evening"] | None = Field(
        default=None, description="Part of the day it was held in, where it is told."
    )
    kind: Literal["plenary", "committee"] = Field(default="plenary", description="What kind of meeting it was.")
    resumed: bool = Field(default=False, description="true: the meeting went on after it had been suspended.")
    convened: TimeOfDay | None = Field(
        default=None, description='Hour it was called for, as a record of the meeting says on page one: "10:00".'
    )
    opened: TimeOfDay | None = Field(default=None, description='Opening time, 24-hour clock, in quotes: "10:40".')
    closed: TimeOfDay | None = Field(default=None, description='Closing time, 24-hour clock, in quotes: "19:05".')


class AgendaItem(Part):
    """An agenda item that has sub-items.

    A plain identifier stands for an item without any.
    """

    id: Identifier = Field(description="Name of the item; its words stand under `agenda` in the language files.")
    items: list[Identifier] = Field(default_factory=no_entries, description="Names of its sub-items, in their order.")


class NumberedItem(Part):
    """An agenda item by its number, where the agenda is not held."""

    number: ItemNumber = Field(description="Number on the agenda: 13, 69 (b), 18 (a) (ii).")
    id: Identifier = Field(description="Name of the item; its title stands under `agenda` in the language files.")


class FurtherOrgan(Part):
    """Another organ that a document under several symbols is issued for."""

    organ: Identifier = Field(description="Key of the organ in data/reference/organs.yaml.")
    session: Session | None = Field(default=None, description="Its session: {number: 80}.")
    year: Whole | None = Field(
        default=None, ge=1, description="Its year, where it counts years: 80 for the Security Council in 2025."
    )
    agenda_item: list[NumberedItem] = Field(
        default_factory=no_entries,
        alias="agenda-item",
        description="Items of its agenda: {number: 33, id: prevention}.",
    )


class Attendance(Part):
    """Who took part, by category.

    States by their codes, bodies by their keys in the reference data.
    """

    members: list[StateCode] = Field(default_factory=no_entries, description="Member States, codes as in states.csv.")
    observer_states: list[StateCode] = Field(
        default_factory=no_entries,
        alias="observer-states",
        description="Non-member observer States, such as VAT and PSE.",
    )
    observers: list[Identifier] = Field(
        default_factory=no_entries,
        description="Other observers, keys of bodies.yaml, in the order they are printed in.",
    )
    un_bodies: list[Identifier] = Field(
        default_factory=no_entries,
        alias="un-bodies",
        description="United Nations bodies, keys of bodies.yaml, in order.",
    )
    intergovernmental: list[Identifier] = Field(
        default_factory=no_entries, description="Intergovernmental organizations, keys of bodies.yaml, in order."
    )
    non_governmental: list[Identifier] = Field(
        default_factory=no_entries,
        alias="non-governmental",
        description="Other organizations, keys of bodies.yaml, in order.",
    )


class Credentials(Part):
    """What the credentials report counts, as of one day."""

    as_of: datetime.date = Field(alias="as-of", description="Day the count was made on.")
    meeting: Whole | None = Field(default=None, description="Number of the meeting that heard the report.")
    formal: Whole = Field(ge=0, description="States with formal credentials.")
    informal: Whole = Field(ge=0, description="States that communicated their representatives in another form.")
    none: Whole = Field(ge=0, description="States that communicated nothing.")


class Vote(Part):
    """One vote: on what, how, how many, and which States voted how."""

    on: str = Field(description="What was voted on: a decision number (“2/6”) or words in an identifier.")
    meeting: Whole | None = Field(default=None, description="Number of the meeting that voted.")
    method: Literal["show-of-hands", "recorded", "roll-call", "secret-ballot", "machine"] = Field(
        description="How the vote was taken; the lists of States belong to recorded and roll-call votes."
    )
    majority: Literal["simple", "two-thirds"] = Field(default="simple", description="Majority that was required.")
    in_favour: Whole | list[StateCode] = Field(
        alias="in-favour", description="How many voted for, or the list of their codes."
    )
    against: Whole | list[StateCode] = Field(description="How many voted against, or the list of their codes.")
    abstaining: Whole | list[StateCode] = Field(description="How many abstained, or the list of their codes.")
    adopted: bool = Field(default=True, description="false where the proposal was rejected.")
    requested_by: list[StateCode] = Field(
        default_factory=no_entries, alias="requested-by", description="States that asked for the vote."
    )

    @property
    def sides(self) -> tuple[tuple[str, int | list[str]], ...]:
        """What was cast by side, in the order they are told.

        A number, or the States where they were recorded.
        """
        return (("in-favour", self.in_favour), ("against", self.against), ("abstaining", self.abstaining))

    @property
    def counts(self) -> dict[str, int]:
        """How many votes each side had."""
        return {side: cast if isinstance(cast, int) else len(cast) for side, cast in self.sides}

    @property
    def lists(self) -> dict[str, list[str]]:
        """The States on each side whose votes were recorded."""
        return {side: cast for side, cast in self.sides if not isinstance(cast, int)}


class Election(Part):
    """An election to a body: its term, seats by group, States elected."""

    body: Identifier = Field(description="Key in organs.yaml of the body elected to.")
    meeting: Whole | None = Field(default=None, description="Number of the meeting that elected.")
    method: Literal["acclamation", "secret-ballot", "consensus"] = Field(
        default="acclamation", description="How the election was held."
    )
    term: tuple[Whole, Whole] = Field(description="First and last year of the term: [2025, 2029].")
    seats: dict[Group, Whole] = Field(description="Seats to fill in each regional group.")
    elected: dict[Group, list[StateCode]] = Field(description="States elected in each regional group.")


class Officer(Part):
    """An office and who holds it; without a holder it is vacant."""

    office: Literal["president", "vice-president", "rapporteur", "chair", "vice-chair", "member"] = Field(
        description="The office held."
    )
    state: StateCode | None = Field(default=None, description="State that holds the office; none: vacant.")
    person: Identifier | None = Field(default=None, description="Person who holds it, a key of `persons`.")
    gender: Literal["f", "m"] | None = Field(default=None, description="Where languages tell a woman's office apart.")


class Bureau(Part):
    """Officers elected together."""

    meeting: Whole | None = Field(default=None, description="Number of the meeting that elected them.")
    term: tuple[Whole, Whole] | None = Field(default=None, description="First and last year of their term.")
    officers: list[Officer] = Field(description="The offices in the order they are printed in.")


class Proponent(Part):
    """On whose report or proposal a resolution was adopted.

    Its first page says so in square brackets.
    """

    by: Identifier = Field(description="Key in data/reference/proponents.yaml: third-committee, no-committee …")
    symbol: str = Field(description="Symbol of the report or draft: A/79/458, A/80/L.11.")
    paragraph: str | None = Field(default=None, description="Paragraph of the report that recommends it: 23.")


class Adoption(Part):
    """A decision or resolution of the session: number, when, how."""

    number: DecisionNumber = Field(description="Number: 2/6, 80/10 A, 6/CMA.3, 2223 (2015); a name for a draft.")
    kind: Literal["decision", "resolution"] = Field(
        default="decision", description="Decisions and resolutions are numbered apart from each other."
    )
    meeting: Whole | None = Field(default=None, description="Number of the meeting that adopted it.")
    agenda: Identifier | None = Field(default=None, description="Agenda item it was adopted under.")
    manner: Literal["vote", "consensus", "acclamation", "without-vote"] = Field(
        default="consensus", description="How it was adopted."
    )
    vote: Identifier | None = Field(default=None, description="Key of the vote in `votes`.")
    proponent: Proponent | None = Field(default=None, description="On whose report or proposal it was adopted.")
    sponsors: list[StateCode] = Field(default_factory=no_entries, description="States that submitted the draft.")


class Person(Part):
    """A person whose name the document spells.

    Honorific and office stay words of each language.
    """

    gender: Literal["f", "m"] | None = Field(default=None, description="For languages whose words depend on it.")
    state: StateCode | None = Field(default=None, description="State the person speaks for.")


class Parent(Part):
    """The document that this one corrects, adds to, revises or is an annex of."""

    symbol: str = Field(description="Symbol of that document, without asterisks.")
    relation: Literal["corrigendum", "addendum", "revision", "annex"] = Field(
        description="What this document is to that one."
    )
    annex: Whole | None = Field(
        default=None, ge=0, description="Which annex of it, from 1; 0 where it has only one. Printed under the title."
    )


class Origin(Part):
    """The document that a new one was started from.

    While words and facts of it are left, `publisher issue` refuses the new one.
    """

    symbol: str = Field(description="Symbol of that document.")
    folder: str | None = Field(default=None, description="Its folder, as seen from this one; none: the demonstration.")


class Waiver(Part):
    """A finding the editor accepts, with the reason.

    `where` narrows it to the lines that contain these words.
    """

    code: str = Field(description="Code of the finding, as the program prints it; `publisher explain` tells of it.")
    reason: str = Field(min_length=10, description="Why it is accepted, in a sentence.")
    where: str | None = Field(default=None, description="Words of the line it is accepted on; everywhere without them.")
    language: LanguageCode | None = Field(default=None, description="The one language it is accepted in.")


class Record(Part):
    """`record.yaml`: every fact of the document, in no language."""

    symbol: str = Field(description="Symbol without asterisks: HSP/HA.2/16.")
    kind: Identifier = Field(description="Kind of document; chooses its page and what belongs on it: templates/kind.")
    profile: Identifier = Field(description="Duty station whose layout the document has: templates/profile.")
    organ: Identifier = Field(description="Key of the organ in data/reference/organs.yaml.")
    session: Session | None = Field(default=None, description="The session: {number: 2, part: resumed}.")
    also: list[FurtherOrgan] = Field(
        default_factory=no_entries,
        max_length=2,
        description="The other organs of a document under several symbols (A/80/434–S/2025/632), in their order.",
    )
    place: Identifier | None = Field(default=None, description="Key of the place in data/reference/places.yaml.")
    distribution: Literal["general", "limited", "restricted", "derestricted"] = Field(
        default="general", description="Distribution in the masthead (Distr.)."
    )
    date: datetime.date = Field(description="Date in the masthead.")
    original: LanguageCode | list[LanguageCode] = Field(description="Language the document was written in, or several.")
    language_only: list[LanguageCode] = Field(
        default_factory=no_entries,
        alias="language-only",
        description="The only languages it is issued in: “English only”.",
    )
    job: Job | None = Field(default=None, description="Job number and dates at the foot of page one.")
    reissues: list[Reissue] = Field(
        default_factory=no_entries,
        description="Reissues for technical reasons, the first one first; each adds an asterisk.",
    )
    parent: Parent | None = Field(default=None, description="The document this one belongs to.")
    started_from: Origin | None = Field(
        default=None, alias="started-from", description="The document this one was started from, by `publisher new`."
    )
    contents: Annotated[bool | Literal[1, 2, 3], BeforeValidator(switched)] = Field(
        default=False,
        description="true: a table of contents after the title, as documents of the kind have it; 1, 2 or 3: of so many "
        "degrees of headings.",
    )
    footnotes_restart: Literal["never", "decision", "annex", "decision-and-annex"] = Field(
        default="never", alias="footnotes-restart", description="Where footnotes begin from 1 again."
    )
    section: Whole | None = Field(
        default=None,
        ge=1,
        description="Section of a budget, whose number stands before those of paragraphs, tables, figures: 26.1, 26.I.",
    )
    meetings: list[Meeting] = Field(default_factory=no_entries, description="The meetings of the session, in order.")
    agenda_item: list[Identifier | NumberedItem] = Field(
        default_factory=no_entries,
        alias="agenda-item",
        description="Items this document is issued under: names of the agenda, or {number: 13, id: follow-up}.",
    )
    provisional_agenda: str | None = Field(
        default=None, alias="provisional-agenda", description="Symbol of the provisional agenda: HSP/HA.2/12."
    )
    agenda: list[Identifier | AgendaItem] = Field(
        default_factory=no_entries,
        description="The agenda: a name for each item, in order; the numbers follow from it.",
    )
    attendance: Attendance = Field(default_factory=Attendance, description="Who took part.")
    credentials: Credentials | None = Field(default=None, description="What the credentials report counts.")
    votes: dict[Identifier, Vote] = Field(default_factory=no_keys, description="Votes, each under a name of its own.")
    elections: dict[Identifier, Election] = Field(
        default_factory=no_keys, description="Elections, each under a name of its own."
    )
    bureaux: dict[Identifier, Bureau] = Field(
        default_factory=no_keys, description="Officers elected together, each bureau under a name of its own."
    )
    adoptions: list[Adoption] = Field(
        default_factory=no_entries,
        description="Decisions and resolutions adopted; their words stand in the language files.",
    )
    persons: dict[Identifier, Person] = Field(
        default_factory=no_keys, description="Persons named; how their names are spelled stands in the language files."
    )
    subjects: list[str] = Field(
        default_factory=no_entries, description="Subjects it is found under, as catalogued; in the files' properties."
    )
    facts: dict[Identifier, str | int | datetime.date] = Field(
        default_factory=no_keys, description="Further facts that words may take up as {{ facts.name }}."
    )
    waivers: list[Waiver] = Field(
        default_factory=no_entries, description="Findings that are accepted, each with its reason."
    )
