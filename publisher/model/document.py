"""What was written: the words of one language, beside the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Discriminator, Field, Tag

from publisher.model.correction import Correction
from publisher.model.entries import TermsEntry
from publisher.model.kind import Kind
from publisher.model.profile import Profile
from publisher.model.record import DecisionNumber, Identifier, LanguageCode, Name, Record
from publisher.model.words import Part, Words, are_words, no_entries, no_keys, switched
from publisher.model.written_table import ROW_KINDS, Table


def _words_or(key: str, shape: str) -> Any:
    """A discriminator between plain words and a mapping that begins with `key`."""

    def kind(value: Any) -> str | None:
        if are_words(value):
            return "words"
        if isinstance(value, dict):
            return key if key in value else None
        return key if type(value).__name__ == shape else None

    return Discriminator(
        kind, custom_error_type="unknown_block", custom_error_message=f"Plain text, or a mapping with the key “{key}”."
    )


# “12 bis” stands outside the count, “29” is counted on from, “26.1” is printed as it is
GivenNumber = Annotated[str, Field(pattern=r"^([1-9]\d{0,3}( (bis|ter|quater|quinquies))?|\d{1,3}(\.\d{1,3}){1,3})$")]


class Item(Part):
    """A subparagraph with an identifier or with subparagraphs of its own."""

    item: Words = Field(description="Words of the subparagraph.")
    id: Name = None
    items: list[Subparagraph] = Field(
        default_factory=no_entries, description="Subparagraphs: plain words, or `item:` where they have more."
    )


Subparagraph = Annotated[Annotated[Words, Tag("words")] | Annotated[Item, Tag("item")], _words_or("item", "Item")]


class Paragraph(Part):
    """A numbered paragraph that needs more than words.

    An identifier, subparagraphs, a number of its own.
    """

    paragraph: Words = Field(description="Words of the paragraph.")
    id: Name = None
    number: GivenNumber | None = Field(
        default=None, description='Number that counting would not give: 12 bis; "29", counted on from; "26.1".'
    )
    items: list[Subparagraph] = Field(
        default_factory=no_entries, description="Subparagraphs: plain words, or `item:` where they have more."
    )
    close: Words | None = Field(default=None, description="Words that end the paragraph after its subparagraphs.")
    withdrawn: bool = Field(
        default=False, description="true: a correction took the paragraph out; its number stays unused."
    )


class Unnumbered(Part):
    """A paragraph without a number."""

    unnumbered: Words = Field(description="Words of the paragraph.")
    id: Name = None
    items: list[Subparagraph] = Field(
        default_factory=no_entries, description="Subparagraphs: plain words, or `item:` where they have more."
    )


Look = Literal["chapter", "section", "sub", "italic", "roman"]
LOOKS: tuple[Look, ...] = get_args(Look)  # of the five degrees of headings


class Holder(Part):
    """What other blocks stand in."""

    body: list[Block] = Field(
        default_factory=no_entries, description="What stands here: a plain line is a numbered paragraph."
    )


class Section(Holder):
    """A heading and what stands under it; `agenda` prints the items it covers."""

    heading: Words = Field(description="Words of the heading, without number and agenda items.")
    id: Name = None
    numbered: bool = Field(default=True, description="false for a subheading without a number.")
    look: Look | None = Field(
        default=None, description="How it is set, where not as its degree has it: chapter, section, sub, italic, roman."
    )
    agenda: list[Identifier] = Field(
        default_factory=no_entries,
        description="Agenda items the section covers; printed in brackets after the heading.",
    )
    agenda_words: Words | None = Field(
        default=None,
        alias="agenda-words",
        description="The agenda reference as issued, with its brackets, where it differs in form: (agenda item 8).",
    )


class AgendaList(Part):
    """The agenda as a numbered list.

    Of this document (`adopted`), or of a list given in `agendas`.
    """

    agenda_list: Identifier = Field(
        alias="agenda-list", description="adopted: the agenda of the record; else a name under `agendas`."
    )


class AttendanceSentence(Part):
    """A paragraph that names who attended, written from the record."""

    attendance: Literal["members", "observers", "un-bodies", "intergovernmental", "non-governmental"] = Field(
        description="Which category of participants the sentence names."
    )
    short: list[Identifier] = Field(
        default_factory=no_entries, description="Bodies called by their short name, introduced before: [world-bank]."
    )
    words: Words | None = Field(
        default=None, description="The sentence as issued, where it differs from the program's; facts in {{ }}."
    )
    id: Name = None


class MeetingSentence(Part):
    """When a session or a meeting was opened or closed, from the record."""

    session: Literal["held", "opening", "closing", "called-to-order", "rose"] = Field(
        description="held: when and where the session was held; opening; closing; called-to-order, rose: the lines "
        "that open and close the record of a meeting."
    )
    words: Words | None = Field(
        default=None, description="The sentence as issued, where it differs from the program's; facts in {{ }}."
    )
    id: Name = None


class CredentialsSentence(Part):
    """A paragraph on the credentials, written from the record."""

    credentials: Literal["report", "recommendation", "acceptance"] = Field(
        description="Which step of the credentials: what was reported, recommended, decided."
    )
    words: Words | None = Field(
        default=None, description="The sentence as issued, where it differs from the program's; facts in {{ }}."
    )
    id: Name = None


class VoteSentence(Part):
    """A paragraph on the result of a vote, with its lists of States."""

    vote: Identifier = Field(description="Key of the vote in `votes` of the record.")
    words: Words | None = Field(
        default=None, description="The sentence as issued, where it differs from the program's; facts in {{ }}."
    )
    id: Name = None


class ElectionParagraph(Part):
    """A paragraph with the States elected, a group a subparagraph."""

    election: Identifier = Field(description="Key of the election in `elections` of the record.")
    words: Words | None = Field(default=None, description="The lead-in as issued.")
    vacancies: bool = Field(
        default=True, description="false where the document as issued does not tell of seats left vacant."
    )
    notes: dict[str, Identifier] = Field(
        default_factory=no_keys, description="Footnotes to call at the end of a group: {asia-pacific: uae}."
    )
    id: Name = None


class OfficersList(Part):
    """The officers of a bureau, one line each."""

    officers: Identifier = Field(description="Key of the bureau in `bureaux` of the record.")


class Outcomes(Part):
    """A table of decisions: number and title."""

    outcomes: list[DecisionNumber] = Field(description="Numbers of the decisions to list: [2/6, 2/7].")
    id: Name = None


class DecisionText(Part):
    """A decision or resolution in full.

    The words stand under `decisions` in the language file.
    """

    decision: DecisionNumber = Field(description="Number of the decision to print in full.")


class Statement(Part):
    """A statement quoted in full, its paragraphs unnumbered."""

    statement: list[Words] = Field(description="The paragraphs of the statement.")
    id: Name = None
    language: LanguageCode | None = Field(default=None, description="Language it is reproduced in, where another.")


class Quotation(Part):
    """Words quoted as a block."""

    quotation: list[Words] = Field(description="The paragraphs quoted.")
    id: Name = None


class Bullets(Part):
    """A list whose points carry bullets."""

    bullets: list[Subparagraph] = Field(description="The points, without their bullets: plain words, or `item:`.")
    id: Name = None


class Dashes(Part):
    """A list whose points carry dashes."""

    dashes: list[Subparagraph] = Field(description="The points, without their dashes: plain words, or `item:`.")
    id: Name = None


class Figure(Part):
    """A picture of the folder, its title, and what it shows."""

    figure: str = Field(description="Name of the picture file in the document folder: SVG, PNG or JPEG.")
    id: Name = None
    title: Words | None = Field(default=None, description="Title of the figure.")
    alternative: Words = Field(description="What the figure shows, for those who cannot see it.")
    source: Words | None = Field(default=None, description="Source line below.")


class Signatory(Part):
    """Someone who signed: the program writes “(*Signed*)” before."""

    signed: Words = Field(description="The name, as it is printed: Ban **Ki-moon**.")
    office: list[Words] = Field(default_factory=no_entries, description="The lines under the name: office, country.")


Signing = Annotated[
    Annotated[Words, Tag("words")] | Annotated[Signatory, Tag("signed")], _words_or("signed", "Signatory")
]


class Signature(Part):
    """Who signed: a line each for mark, name, office."""

    signature: list[Signing] = Field(
        description="The lines of the signature: plain words, or `signed:` with a name and `office:` with lines."
    )


class Appendix(Holder):
    """An attachment to an annex, with a label and title of its own."""

    appendix: Words = Field(description="Title of the appendix.")
    id: Name = None


class Box(Holder):
    """Words set apart in a box, without numbers: key figures."""

    box: Words | None = Field(description="Title of the box; nothing for a box without one.")
    id: Name = None


class Declaration(Holder):
    """A text that a resolution adopts, printed within it."""

    declaration: Words = Field(description="Title of the declaration, programme or plan; its paragraphs count from 1.")
    id: Name = None


class Turned(Holder):
    """A part of the text on pages across, for wide contents."""

    landscape: Annotated[Literal[True], BeforeValidator(switched)] = Field(
        description="true: what stands here is printed on pages across."
    )


class InColumns(Holder):
    """A part of the text in columns beside each other."""

    in_columns: Literal[2, 3] = Field(alias="in-columns", description="How many columns: 2 or 3.")


BLOCK_OF_KEY: dict[str, type[Part]] = {
    "paragraph": Paragraph,
    "unnumbered": Unnumbered,
    "heading": Section,
    "agenda-list": AgendaList,
    "attendance": AttendanceSentence,
    "session": MeetingSentence,
    "credentials": CredentialsSentence,
    "vote": VoteSentence,
    "election": ElectionParagraph,
    "officers": OfficersList,
    "outcomes": Outcomes,
    "decision": DecisionText,
    "statement": Statement,
    "quotation": Quotation,
    "bullets": Bullets,
    "dashes": Dashes,
    "table": Table,
    "figure": Figure,
    "signature": Signature,
    "appendix": Appendix,
    "correction": Correction,
    "box": Box,
    "declaration": Declaration,
    "in-columns": InColumns,
    "landscape": Turned,  # after “table”, which may have this key too
}


def _key_of(value: Any) -> str | None:
    """Name the kind of block: a plain string is a numbered paragraph, a mapping says it by its key."""
    if are_words(value):
        return "words"
    if isinstance(value, dict):
        return next((key for key in BLOCK_OF_KEY if key in value), None)
    return next((key for key, kind in BLOCK_OF_KEY.items() if isinstance(value, kind)), None)


Block = Annotated[
    Annotated[Words, Tag("words")]
    | Annotated[Paragraph, Tag("paragraph")]
    | Annotated[Unnumbered, Tag("unnumbered")]
    | Annotated[Section, Tag("heading")]
    | Annotated[AgendaList, Tag("agenda-list")]
    | Annotated[AttendanceSentence, Tag("attendance")]
    | Annotated[MeetingSentence, Tag("session")]
    | Annotated[CredentialsSentence, Tag("credentials")]
    | Annotated[VoteSentence, Tag("vote")]
    | Annotated[ElectionParagraph, Tag("election")]
    | Annotated[OfficersList, Tag("officers")]
    | Annotated[Outcomes, Tag("outcomes")]
    | Annotated[DecisionText, Tag("decision")]
    | Annotated[Statement, Tag("statement")]
    | Annotated[Quotation, Tag("quotation")]
    | Annotated[Bullets, Tag("bullets")]
    | Annotated[Dashes, Tag("dashes")]
    | Annotated[Table, Tag("table")]
    | Annotated[Figure, Tag("figure")]
    | Annotated[Signature, Tag("signature")]
    | Annotated[Appendix, Tag("appendix")]
    | Annotated[Correction, Tag("correction")]
    | Annotated[Box, Tag("box")]
    | Annotated[Declaration, Tag("declaration")]
    | Annotated[InColumns, Tag("in-columns")]
    | Annotated[Turned, Tag("landscape")],
    Discriminator(
        _key_of,
        custom_error_type="unknown_block",
        custom_error_message="Plain text is a numbered paragraph; other entries begin with one of: "
        + ", ".join(BLOCK_OF_KEY),
    ),
]

OperativeBlock = Annotated[
    Annotated[Words, Tag("words")]
    | Annotated[Paragraph, Tag("paragraph")]
    | Annotated[Unnumbered, Tag("unnumbered")]
    | Annotated[Section, Tag("heading")]
    | Annotated[Quotation, Tag("quotation")]
    | Annotated[Bullets, Tag("bullets")]
    | Annotated[Dashes, Tag("dashes")]
    | Annotated[AgendaList, Tag("agenda-list")]
    | Annotated[Declaration, Tag("declaration")]
    | Annotated[Table, Tag("table")]
    | Annotated[Figure, Tag("figure")],
    Discriminator(
        _key_of,
        custom_error_type="unknown_block",
        custom_error_message="Plain text is an operative paragraph; others begin with paragraph, unnumbered, heading, "
        "quotation, bullets, dashes, agenda-list, declaration, table or figure.",
    ),
]
SummaryBlock = Annotated[
    Annotated[Words, Tag("words")]
    | Annotated[Unnumbered, Tag("unnumbered")]
    | Annotated[Section, Tag("heading")]
    | Annotated[Quotation, Tag("quotation")]
    | Annotated[Bullets, Tag("bullets")]
    | Annotated[Dashes, Tag("dashes")]
    | Annotated[Table, Tag("table")]
    | Annotated[Figure, Tag("figure")],
    Discriminator(
        _key_of,
        custom_error_type="unknown_block",
        custom_error_message="Plain text is a paragraph of the summary; others begin with unnumbered, heading, "
        "quotation, bullets, dashes, table or figure.",
    ),
]
PreambularBlock = Annotated[
    Annotated[Words, Tag("words")]
    | Annotated[Unnumbered, Tag("unnumbered")]
    | Annotated[Section, Tag("heading")]
    | Annotated[Quotation, Tag("quotation")]
    | Annotated[Bullets, Tag("bullets")]
    | Annotated[Dashes, Tag("dashes")]
    | Annotated[Table, Tag("table")],
    Discriminator(
        _key_of,
        custom_error_type="unknown_block",
        custom_error_message="Plain text is a preambular paragraph; others begin with unnumbered, heading, quotation, "
        "bullets, dashes or table.",
    ),
]

# What a heading within a decision could hold, since its body may be any, and what stands in none all the same.
NeverOperative = (
    AttendanceSentence | MeetingSentence | CredentialsSentence | VoteSentence | ElectionParagraph | OfficersList | Outcomes
    | DecisionText | Statement | Signature | Appendix | Correction | Box | InColumns | Turned
)  # fmt: skip
NeverPreambular = NeverOperative | Paragraph | AgendaList | Figure | Declaration

TAGS = frozenset(
    {*BLOCK_OF_KEY, *ROW_KINDS, "words", "item", "signed", "cells", "cell", "figure", "paragraphs", "nothing"}
)  # names of the branches that a place of pydantic's errors mentions


class Resolving(Part):
    """What a decision and each of its parts is made of.

    Preambular and operative paragraphs, lines under them.
    """

    organ_words: Words | None = Field(
        default=None, alias="organ", description="The organ's name line as issued; written from the record otherwise."
    )
    preamble: list[PreambularBlock] = Field(
        default_factory=no_entries,
        description="Preambular paragraphs: the opening words between asterisks, a comma at the end.",
    )
    operative: list[OperativeBlock] = Field(
        default_factory=no_entries, description="Operative paragraphs; numbered where there is more than one."
    )
    tail: list[Words] = Field(default_factory=no_entries, description="Lines under the decision: meeting, date.")


class DecisionPart(Resolving):
    """A part of a resolution that has its own preamble: A, B …"""

    part: Words = Field(description="Title of the part; the program writes its letter above.")
    id: Name = None


class DecisionAnnex(Holder):
    """An annex of a decision, printed under it."""

    annex: Words = Field(description="Title of the annex; the program writes “Annex” above.")
    id: Name = None


class Decision(Resolving):
    """The words of a decision: title, preambular and operative parts."""

    title: Words = Field(description="Title of the decision, without its number.")
    parts: list[DecisionPart] = Field(
        default_factory=no_entries, description="Its parts A, B …, where each has a preamble of its own."
    )
    annexes: list[DecisionAnnex] = Field(
        default_factory=no_entries, description="Its annexes, printed under it; their paragraphs count from 1."
    )
    translation: Literal["official", "working"] = Field(
        default="official", description="working: printed as a working translation."
    )


class Annex(Part):
    """An annex: an identifier, a title, its body.

    It starts on a new page and its paragraphs restart.
    """

    id: Identifier = Field(description="A name for cross-references to the annex: [](#name).")
    title: Words = Field(description="Title under the label “Annex I”.")
    note: Identifier | None = Field(default=None, description="First-page style note: reproduced as received …")
    numbered: bool = Field(default=True, description="false where its paragraphs carry no numbers.")
    body: list[Block] = Field(
        default_factory=no_entries, description="What stands here: a plain line is a numbered paragraph."
    )


class Language(Part):
    """A language file such as `zh.yaml`: words only, no facts."""

    title: list[Words] = Field(
        default_factory=no_entries,
        description="The title on page one, a line each; a resolution writes its own from the record.",
    )
    subtitle: list[Words] = Field(default_factory=no_entries, description="Lines under the title, smaller.")
    organ_lines: list[Words] | None = Field(
        default=None,
        alias="organ-lines",
        description="The organ's lines under the masthead as issued, where they differ from those of organs.yaml.",
    )
    session_line: list[Words] = Field(
        default_factory=no_entries, alias="session-line", description="Masthead lines as issued."
    )
    translation: Literal["official", "working"] = Field(
        default="official", description="working: printed as a working translation."
    )
    summary: list[SummaryBlock] = Field(
        default_factory=no_entries, description="Paragraphs of the summary box, and headings, lists and tables in it."
    )
    agenda: dict[Identifier, Words] = Field(
        default_factory=no_keys, description="Words of each item of the record's agenda."
    )
    agendas: dict[Identifier, list[Words]] = Field(
        default_factory=no_keys, description="Further agendas, such as that of the next session, a line an item."
    )
    decisions: dict[DecisionNumber, Decision] = Field(
        default_factory=no_keys, description="Decisions in full, by number."
    )
    persons: dict[Identifier, Words] = Field(
        default_factory=no_keys, description="How the names of the record's persons are spelled."
    )
    body: list[Block] = Field(
        default_factory=no_entries, description="What stands here: a plain line is a numbered paragraph."
    )
    annexes: list[Annex] = Field(
        default_factory=no_entries, description="The annexes in order; the program labels them."
    )
    footnotes: dict[Identifier, Words] = Field(
        default_factory=no_keys,
        description="Footnotes by name; [^name] in the words calls them; the program numbers them.",
    )
    running_head: Words | None = Field(
        default=None,
        alias="running-head",
        description="What stands at the head of every page but the first, where that is not the symbol: Section 26.",
    )
    front_notes: dict[Identifier, Words] = Field(
        default_factory=no_keys, alias="front-notes", description="Further asterisk notes of page one."
    )
    symbol_notes: list[Words] = Field(
        default_factory=no_entries,
        alias="symbol-notes",
        description="Notes that asterisks after the symbol call and that tell of no reissue, in their order.",
    )


@dataclass(frozen=True, slots=True)
class Document:
    """One document in one language as written.

    The record, the words, the folder, its layout and kind.
    """

    record: Record
    words: Language
    language: LanguageCode
    folder: str
    profile: Profile
    kind: Kind
    terms: TermsEntry | None = None  # terminology of the author's own
