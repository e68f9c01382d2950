"""The facts of a document: what is the same in every language, stated once in `record.yaml`."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, Strict, StringConstraints

from publisher.model.words import Part

IDENTIFIER = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
STATE = r"^[A-Z]{3}$"
LANGUAGE = r"^[a-z]{2,3}$"
TIME = r"^([01]?\d|2[0-3]):[0-5]\d$"
DECISION = r"^\d{1,3}/\d{1,3}$"

Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER)]
StateCode = Annotated[str, StringConstraints(pattern=STATE)]
LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE)]
TimeOfDay = Annotated[str, StringConstraints(pattern=TIME)]
DecisionNumber = Annotated[str, StringConstraints(pattern=DECISION)]
Whole = Annotated[int, Strict()]  # a number, neither “true” nor a number in quotation marks
DocumentKind = Literal["session-report", "decision", "agenda", "participants", "annex", "note", "corrigendum"]
Group = Literal["african", "asia-pacific", "eastern-european", "grulac", "weog"]


class Session(Part):
    """Which session of the organ: `number` in order, `part` says whether it is a resumed, special … session."""

    number: Whole = Field(ge=1, description="Number of the session: 2 for the second session.")
    part: Literal["regular", "resumed", "special", "emergency"] = Field(
        default="regular", description="`resumed` for a session that goes on after an adjournment."
    )


class Reissue(Part):
    """A reissue of the whole text under the same symbol, marked by an asterisk."""

    date: datetime.date = Field(description="Day of the reissue; the masthead keeps the first date.")
    reason: Literal["technical"] = Field(default="technical", description="Why; chooses the wording of the note.")


class Job(Part):
    """The job number printed at the foot of page one."""

    number: str = Field(description="Job number as the profile prints it: K2510492, GE.25-12345 or 25-12345.")
    dates: dict[LanguageCode, list[datetime.date]] = Field(
        default_factory=dict, description="Date codes per language: date of issue, or original and translation dates."
    )


class Meeting(Part):
    """One meeting: its number, day, half of the day, and when it opened and closed where that is recorded."""

    number: Whole = Field(ge=1)
    date: datetime.date
    half: Literal["morning", "afternoon", "evening"]
    kind: Literal["plenary", "committee"] = "plenary"
    opened: TimeOfDay | None = Field(default=None, description="Opening time, 24-hour clock, in quotes: \"10:40\".")
    closed: TimeOfDay | None = Field(default=None, description="Closing time, 24-hour clock, in quotes: \"19:05\".")


class AgendaItem(Part):
    """An agenda item that has sub-items; a plain identifier stands for an item without any."""

    id: Identifier
    items: list[Identifier] = Field(default_factory=list)


class Attendance(Part):
    """Who took part, by category; States as ISO 3166-1 alpha-3 codes, bodies as in data/reference/organs.yaml."""

    members: list[StateCode] = Field(default_factory=list)
    observer_states: list[StateCode] = Field(default_factory=list, alias="observer-states")
    observers: list[Identifier] = Field(default_factory=list)
    un_bodies: list[Identifier] = Field(default_factory=list, alias="un-bodies")
    intergovernmental: list[Identifier] = Field(default_factory=list)
    non_governmental: list[Identifier] = Field(default_factory=list, alias="non-governmental")


class Credentials(Part):
    """What the credentials report counts, as of one day."""

    as_of: datetime.date = Field(alias="as-of")
    meeting: Whole | None = None
    formal: Whole = Field(ge=0, description="States with formal credentials.")
    informal: Whole = Field(ge=0, description="States that communicated their representatives in another form.")
    none: Whole = Field(ge=0, description="States that communicated nothing.")


class Vote(Part):
    """One vote: on what, how, how many, and, where recorded, which States voted how."""

    on: str = Field(description="What was voted on: a decision number (“2/6”) or words in an identifier.")
    meeting: Whole | None = None
    method: Literal["show-of-hands", "recorded", "roll-call", "secret-ballot", "machine"]
    majority: Literal["simple", "two-thirds"] = "simple"
    in_favour: Whole | list[StateCode] = Field(alias="in-favour")
    against: Whole | list[StateCode]
    abstaining: Whole | list[StateCode]
    adopted: bool = True
    requested_by: list[StateCode] = Field(default_factory=list, alias="requested-by")


class Election(Part):
    """An election to a body: its term, the seats of each regional group and the States elected."""

    body: Identifier
    meeting: Whole | None = None
    method: Literal["acclamation", "secret-ballot", "consensus"] = "acclamation"
    term: tuple[Whole, Whole] = Field(description="First and last year of the term: [2025, 2029].")
    seats: dict[Group, Whole]
    elected: dict[Group, list[StateCode]]


class Officer(Part):
    """An office and who holds it; a `null` holder is a vacancy."""

    office: Literal["president", "vice-president", "rapporteur", "chair", "vice-chair"]
    state: StateCode | None = None
    person: Identifier | None = None
    gender: Literal["f", "m"] | None = None


class Bureau(Part):
    """Officers elected together."""

    meeting: Whole | None = None
    term: tuple[Whole, Whole] | None = None
    officers: list[Officer]


class Adoption(Part):
    """A decision or resolution of the session: number, when and how it was adopted."""

    number: DecisionNumber
    kind: Literal["decision", "resolution"] = "decision"
    meeting: Whole | None = None
    agenda: Identifier | None = None
    manner: Literal["vote", "consensus", "acclamation", "without-vote"] = "consensus"
    vote: Identifier | None = Field(default=None, description="Key of the vote in `votes`.")


class Person(Part):
    """A person whose name the document spells: honorific and office stay words of each language."""

    gender: Literal["f", "m"] | None = None
    state: StateCode | None = None


class Parent(Part):
    """The document that this one corrects, adds to, revises or is an annex of."""

    symbol: str
    relation: Literal["corrigendum", "addendum", "revision", "annex"]


class Waiver(Part):
    """A finding the editor accepts, with the reason; `where` narrows it to the lines that contain these words."""

    code: str
    reason: str = Field(min_length=10)
    where: str | None = None
    language: LanguageCode | None = None


class Record(Part):
    """`record.yaml`: every fact of the document, in no language."""

    symbol: str = Field(description="Symbol without asterisks: HSP/HA.2/16.")
    kind: DocumentKind
    profile: Literal["nairobi", "geneva", "new-york"]
    organ: Identifier = Field(description="Key of the organ in data/reference/organs.yaml.")
    session: Session | None = None
    place: Identifier | None = Field(default=None, description="Key of the place in data/reference/places.yaml.")
    distribution: Literal["general", "limited", "restricted", "derestricted"] = "general"
    date: datetime.date = Field(description="Date in the masthead.")
    original: LanguageCode | list[LanguageCode]
    language_only: list[LanguageCode] = Field(default_factory=list, alias="language-only")
    job: Job | None = None
    reissues: list[Reissue] = Field(default_factory=list)
    parent: Parent | None = None
    contents: bool = Field(default=False, description="Print a table of contents after the title.")
    footnotes_restart: Literal["never", "decision", "annex"] = Field(default="never", alias="footnotes-restart")
    meetings: list[Meeting] = Field(default_factory=list)
    agenda_item: list[Identifier] = Field(
        default_factory=list, alias="agenda-item", description="Items of the agenda this document is issued under."
    )
    provisional_agenda: str | None = Field(default=None, alias="provisional-agenda")
    agenda: list[Identifier | AgendaItem] = Field(default_factory=list)
    attendance: Attendance = Field(default_factory=Attendance)
    credentials: Credentials | None = None
    votes: dict[Identifier, Vote] = Field(default_factory=dict)
    elections: dict[Identifier, Election] = Field(default_factory=dict)
    bureaux: dict[Identifier, Bureau] = Field(default_factory=dict)
    adoptions: list[Adoption] = Field(default_factory=list)
    persons: dict[Identifier, Person] = Field(default_factory=dict)
    facts: dict[Identifier, str | int | datetime.date] = Field(
        default_factory=dict, description="Further facts that words may take up as {{ facts.name }}."
    )
    waivers: list[Waiver] = Field(default_factory=list)
