"""What was written: the words of one language, beside the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from pydantic import Discriminator, Field, Tag

from publisher.model.entries import TermsEntry
from publisher.model.kind import Kind
from publisher.model.profile import Profile
from publisher.model.record import DecisionNumber, Identifier, LanguageCode, Record
from publisher.model.words import Given, Part, Words, no_entries, no_keys


def _words_or(key: str, shape: str) -> Any:
    """A discriminator between plain words and a mapping that begins with `key`."""

    def kind(value: Any) -> str | None:
        if isinstance(value, str | Words):
            return "words"
        if isinstance(value, dict):
            return key if key in value else None
        return key if type(value).__name__ == shape else None

    return Discriminator(
        kind, custom_error_type="unknown_block", custom_error_message=f"Plain text, or a mapping with the key “{key}”."
    )


Name = Annotated[
    Identifier | None, Field(description="A name for cross-references to this place: [](#name) in the words.")
]
# “12 bis” stands outside the count, “29” is counted on from, “26.1” is printed as it is
GivenNumber = Annotated[str, Field(pattern=r"^(\d{1,4}( (bis|ter|quater|quinquies))?|\d{1,3}(\.\d{1,3}){1,3})$")]


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


RANGE = r"^[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}$"


class FigureForm(Part):
    """The form bare figures are printed in.

    What is not said stays as it was typed.
    """

    thousands: Literal["space", "comma", "point", "none", "profile"] | None = Field(
        default=None, description="Sign between thousands; profile: as the language of the document groups them."
    )
    decimals: Annotated[int, Field(ge=0, le=9)] | None = Field(
        default=None, description="Decimals, in each column where a figure has any: 5 beside 3.3 prints 5.0."
    )
    negative: Literal["minus", "brackets"] | None = Field(default=None, description="How −5 is written: −5 or (5).")
    nil: str | None = Field(default=None, description="What stands for nought: –")


class Column(Part):
    """A column of a table: its head, how it is set, its share of the width.

    Or a head over columns of its own.
    """

    head: Words | Given = Field(description="Head of the column.")
    align: Literal["start", "end", "centre"] = Field(
        default="start", description="start for words, end for figures, centre."
    )
    width: float = Field(default=1.0, gt=0, description="Share of the table width beside the other columns.")
    figures: FigureForm | Literal["typed"] | None = Field(
        default=None, description="The form of figures in this column; typed: as they were typed."
    )
    columns: list[Column] = Field(default_factory=no_entries, description="Columns that this head stands over.")


class SheetFile(Part):
    """The file that rows come from, and which of its sheets and cells."""

    name: str = Field(description="Name of a CSV or XLSX file in the document folder.")
    sheet: str | None = Field(default=None, description="Name of the sheet; the one that is open in Excel otherwise.")
    range: Annotated[str, Field(pattern=RANGE)] | None = Field(
        default=None, description="Its first and last cell, head included: B4:H20."
    )
    head: Annotated[int, Field(ge=0, le=5)] | None = Field(
        default=None, description="How many rows at the top are heads; seen from merged cells otherwise."
    )
    total: bool = Field(default=False, description="true where the last row is a total.")
    hidden: bool = Field(default=False, description="true to print hidden rows and columns too.")


def _cell_of(value: Any) -> str:
    """Name the way a cell is typed."""
    match value:
        case dict() | SetCell():
            return "cell"
        case list():
            return "paragraphs"
        case str() | Words():
            return "words"
        case None:
            return "nothing"
        case _:
            return "figure"


class SetCell(Part):
    """A cell that is more than its words.

    It reaches over columns or rows, or is set otherwise than its column.
    """

    cell: Words | Given | list[Words | Given] | None = Field(description="What it says; a list of paragraphs.")
    columns: Annotated[int, Field(ge=1, le=60)] = Field(default=1, description="Over how many columns it reaches.")
    rows: Annotated[int, Field(ge=1, le=500)] = Field(
        default=1, description="Over how many rows it reaches; the rows below leave it out."
    )
    align: Literal["start", "end", "centre"] | None = Field(default=None, description="How it is set.")


Cell = Annotated[  # words, what is printed as given, paragraphs, nothing, or one with more to say
    Annotated[Words, Tag("words")]
    | Annotated[Given, Tag("figure")]
    | Annotated[list[Words | Given], Tag("paragraphs")]
    | Annotated[None, Tag("nothing")]
    | Annotated[SetCell, Tag("cell")],
    Discriminator(_cell_of),
]
Indent = Annotated[int, Field(ge=0, le=3)]
_INDENT = "Degrees, to 3, that the head of the row is indented."


class SetRow(Part):
    """A row whose head is indented."""

    row: list[Cell] = Field(description="The cells.")
    indent: Indent = Field(default=0, description=_INDENT)


class GroupHead(Part):
    """A head across the whole table, over the rows of a group."""

    group: Words | Given = Field(description="What it says.")
    indent: Indent = Field(default=0, description=_INDENT)


class Subtotal(Part):
    """A row that sums up the rows above it."""

    subtotal: list[Cell] = Field(description="The cells.")
    indent: Indent = Field(default=0, description=_INDENT)


class TotalRow(Part):
    """A total row; it may stand more than once."""

    total: list[Cell] = Field(description="The cells.")
    indent: Indent = Field(default=0, description=_INDENT)


_ROWS: dict[str, type[Part]] = {"row": SetRow, "group": GroupHead, "subtotal": Subtotal, "total": TotalRow}


def _row_of(value: Any) -> str | None:
    """Name the kind of a row: a list is a plain row, a mapping says it by its key."""
    if isinstance(value, list):
        return "cells"
    if isinstance(value, dict):
        return next((key for key in _ROWS if key in value), None)
    return next((key for key, kind in _ROWS.items() if isinstance(value, kind)), None)


TableRow = Annotated[
    Annotated[list[Cell], Tag("cells")]
    | Annotated[SetRow, Tag("row")]
    | Annotated[GroupHead, Tag("group")]
    | Annotated[Subtotal, Tag("subtotal")]
    | Annotated[TotalRow, Tag("total")],
    Discriminator(
        _row_of,
        custom_error_type="unknown_block",
        custom_error_message="A row is a list of cells, or a mapping with row, group, subtotal or total.",
    ),
]


class Table(Part):
    """A table with head, rows, lettered notes and perhaps a total."""

    table: list[TableRow] | str = Field(
        description="The rows, each a list of cells or a mapping with row, group, subtotal or total; "
        "or the name of a CSV or XLSX file in the document folder."
    )
    file: SheetFile | None = Field(
        default=None, description="The sheet the rows come from, instead of `table`: {name: a.xlsx, sheet: Posts}."
    )
    id: Name = None
    title: Words | None = Field(default=None, description="Title above the table.")
    unit: Words | None = Field(default=None, description="Unit of the figures, printed in brackets under the title.")
    numbered: bool = Field(default=True, description="false for a table without label: no “Table 1”.")
    columns: list[Column] = Field(description="The columns; may be left out where the rows come from a file.")
    total: list[Cell] | None = Field(default=None, description="The total row, set in bold.")
    decimals: Annotated[int, Field(ge=0, le=9)] | None = Field(
        default=None, description="Decimals, in each column where a figure has any: 5 beside 3.3 prints 5.0."
    )
    figures: FigureForm | None = Field(
        default=None, description="The form of figures: {thousands: profile, decimals: 1}; as typed otherwise."
    )
    notes: dict[Identifier, Words] = Field(
        default_factory=no_keys, description="Notes under the table, called by [^name] in its words; lettered a, b, c."
    )
    source: Words | None = Field(default=None, description="Source line below.")
    landscape: bool = Field(default=False, description="true for a wide table: on a page across.")


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

    landscape: Literal[True] = Field(description="true: what stands here is printed on pages across.")


class InColumns(Holder):
    """A part of the text in columns beside each other."""

    in_columns: Literal[2, 3] = Field(alias="in-columns", description="How many columns: 2 or 3.")


class Place(Part):
    """Where a passage stands in the issued text that a corrigendum corrects.

    Written by `publisher corrigendum`.
    """

    kind: str = Field(description="paragraph, heading, preambular, note, cell, title …")
    annex: str = Field(default="", description="Annex the passage stands in.")
    decision: str = Field(default="", description="Decision the passage stands in.")
    path: list[str] = Field(default_factory=no_entries, description="Printed numbers from the outside in: [37, (b)].")
    ordinal: int = Field(default=0, description="Which one of its kind, from 1, where it has no number.")
    row: int = Field(default=0, description="Row of the table, from 1.")
    column: int = Field(default=0, description="Column of the table, from 1.")
    sentence: int = Field(default=0, description="Sentence of the passage, from 1; 0 for the whole passage.")
    page: int = Field(default=0, description="Page of the issued PDF.")


class CorrectedCell(Part):
    """One cell, title or note of a table, corrected as a whole."""

    where: Place = Field(description="Which cell of the issued table.")
    text: Words = Field(description="Words to read there.")
    passage: str = Field(default="", description="Identifier of the passage.")


class Correction(Part):
    """One instruction of a corrigendum: what to read for what, and where."""

    correction: Literal[
        "throughout",
        "swap",
        "replace",
        "delete",
        "insert",
        "replace-table",
        "insert-table",
        "delete-table",
        "not-applicable",
    ] = Field(description="What is to be done with the passage.")
    where: Place | None = Field(default=None, description="The issued passage that is corrected.")
    after: Place | None = Field(default=None, description="The issued passage that an insertion follows.")
    for_: Words | None = Field(default=None, alias="for", description="Words of the issued text.")
    read: Words | None = Field(default=None, description="Words to read instead, or to insert.")
    rows: list[list[Words]] = Field(default_factory=no_entries, description="The table to read instead, a list a row.")
    cells: list[CorrectedCell] = Field(
        default_factory=no_entries, description="The passages of that table, one by one."
    )
    marks: dict[Identifier, str] = Field(
        default_factory=no_keys, description="Printed marks of the footnotes whose calls [^id] stand in the words."
    )
    passage: str = Field(default="", description="Identifier of the passage in the issued or the corrected text.")
    role: str = Field(default="", description="Role of the passage: item, preambular, annex …")
    id: Name = None


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
    if isinstance(value, str | Words):
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

TAGS = frozenset(
    {*BLOCK_OF_KEY, *_ROWS, "words", "item", "signed", "cells", "cell", "figure", "paragraphs", "nothing"}
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
