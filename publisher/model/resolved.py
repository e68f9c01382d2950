"""The document with every number, mark, name and reference filled in.

Nothing is computed after this.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from publisher.model.diagnostic import Position
from publisher.model.inline import Inlines
from publisher.model.layout import Layout

ParagraphRole = Literal[
    "numbered",  # a paragraph of the running sequence: “12.”
    "unnumbered",
    "item",  # a subparagraph; its depth stands in the number
    "bullet",  # a point of a list behind a bullet or dash, which is its number
    "close",  # words that end a paragraph after its subparagraphs
    "agenda-entry",  # a line of an agenda
    "organ",  # “The Assembly,” before a preamble
    "preambular",
    "operative",
    "tail",  # meeting and date under a decision
    "statement",  # words reproduced in full
    "quotation",
    "signature",
    "signed",  # the line of a signature that says who signed
    "summary",
    "notice",  # “Working translation”, “[Original: French]”
    "labelled",  # “President: Malaysia”: label, then value
    "led",  # “President: Mr. Sow ..... (Senegal)”: label, a row of dots, text
    "location",  # a corrigendum's location line: “Paragraph 12, first sentence”
    "instruction",  # what a corrigendum says to do there
]
HeadingKind = Literal["section", "chapter", "annex", "appendix", "decision", "contents", "summary", "box", "attached"]
LABELLED: tuple[HeadingKind, ...] = (
    "chapter",
    "annex",
    "appendix",
    "attached",
)  # the number stands on a line of its own
RegionKind = Literal["box", "landscape", "columns"]
Change = Literal["", "inserted", "deleted"]  # what a redline shows of a whole block, row or note
NumberForm = Literal[
    "decimal",
    "lower-letter",
    "upper-letter",
    "lower-roman",
    "upper-roman",
    "cjk",
    "abjad-letter",
    "abjad-word",
    "arabic-ordinal",
    "literal",
    "sign",  # a bullet or dash: the same for every point of its degree
]


@dataclass(frozen=True, slots=True)
class Number:
    """A resolved number as printed, and how Word must arrive at it.

    `sequence` names the running list it belongs to (“headings”, “body”, “annex-4”, “decision-2-6”, “list-para-37”);
    `depth` is its level there from 0; `ordinal` its value from 1, or None for an inserted number (“12 bis”),
    which stands outside the count; `pattern` holds `{}` where the value goes (“{}.”, “({})”, “{}、”). `typed` is one
    that the author gave: it may repeat another or leave some out.
    """

    printed: str
    sequence: str
    depth: int
    ordinal: int | None
    form: NumberForm
    pattern: str
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A run of blocks set apart: in a box, on pages across, in columns.

    `depth` is that of the headings that may stand in it. `foot` is a box at the foot of page one.
    """

    id: str
    kind: RegionKind
    depth: int = 1
    columns: int = 1
    foot: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: depth, number or label, text, words in the outline.

    `depth` is that of its text level, 1–5. kind “section” carries its number before the text; “chapter”, “annex” and
    “appendix” print the label (number.printed) on a line of its own; “decision” and “title” have their whole wording in `text`.
    “attached” heads a text within or under a decision, an annex of it with a label like that of an annex.
    `level` is that of its element, 2–6: the look goes by the depth, but no level is skipped (ISO 14289-1, 7.4.2).
    """

    id: str
    kind: HeadingKind
    depth: int
    number: Number | None
    text: Inlines
    outline: str
    at: Position | None = None
    change: Change = ""
    level: int = 2
    look: int = 0  # 1–5: chapter, section, sub, italic, roman; 0: that of its depth
    within: tuple[Region, ...] = ()  # the regions it stands in, the outermost first; so of every block

    @property
    def label(self) -> Number | None:
        """The number that stands as words on a line of its own above.

        Chapter I, Annex II.
        """
        return self.number if self.kind in LABELLED else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of any role.

    `label` is set for roles “labelled” and “led” only. `expected` is what the wording would have said of the facts,
    as printed, where the author's own `words` stand in `text`; empty for every other paragraph. `fact` names the
    block it was written from (“vote strategic-plan”).
    """

    id: str
    role: ParagraphRole
    number: Number | None
    text: Inlines
    label: Inlines = ()
    language: str | None = None
    at: Position | None = None
    change: Change = ""
    expected: str = ""
    fact: str = ""
    within: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its text, how it is set, over how many columns and rows.

    Tag and direction of another language.
    """

    text: Inlines
    align: Literal["start", "end", "centre"] = "start"
    columns: int = 1
    rows: int = 1
    language: str = ""
    direction: Literal["", "ltr", "rtl"] = ""
    at: Position | None = None  # where its words were typed, in the YAML or in a sheet


RowKind = Literal["row", "group", "subtotal", "total"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the head: its cells, and degrees of indent.

    Cells a row above covers are not among them. A “group” is a head across the table; “subtotal” and “total” are set
    apart from the rows they sum up.
    """

    cells: tuple[Cell, ...]
    kind: RowKind = "row"
    indent: int = 0
    change: Change = ""
    long: bool = False  # longer than a page may be: goes on on the next


TypeSize = Literal["", "text", "small", "smaller"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: label, title, unit, head rows, rows, widths that sum to 1."""

    id: str
    label: str | None
    title: Inlines
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    notes: tuple[Note, ...]
    source: Inlines
    landscape: bool
    summary: str  # what the table shows, for those who cannot see it
    unit: Inlines = ()  # of its figures, in brackets
    at: Position | None = None
    change: Change = ""
    together: bool = False  # on one page: few rows under its head
    reach: str = "column"  # of the text, or “full”: from margin to margin
    size: TypeSize = ""  # of its type, “” for that of the profile
    cramped: bool = False  # its words do not fit, however it is set
    within: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: `path` relative to the folder, proved to lie inside it."""

    id: str
    label: str | None
    title: Inlines
    path: str
    alternative: Inlines  # words only: they are never drawn
    source: Inlines
    digest: str = ""  # SHA-256 of the picture file, hexadecimal: two editions may differ in it alone
    at: Position | None = None
    change: Change = ""
    within: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class EndRule:
    """The short centred rule that closes a document."""

    id: str = "end"
    within: tuple[Region, ...] = ()


Block = Heading | Paragraph | Table | Figure | EndRule


@dataclass(frozen=True, slots=True)
class Division:
    """The body or one annex, its blocks in reading order.

    An annex begins a new page.
    """

    id: str  # “body”, or “annex-4” by its place; the author's identifier of an annex is that of its heading
    kind: Literal["body", "annex"]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: mark, series, ordinal, text, where it is called.

    Series “text” counts 1, 2, 3 …; “first-page” is `*`, `**` …; “table” is a, b, c … and stands under its table.
    `restart` is the identifier of the division or decision whose notes count from 1 again, else “document”.
    The notes of reissues (“reissue-1” …) stand first; their call is the asterisk of the symbol in the masthead, so no
    `Call` names them. Every other note has exactly one `Call` in the resolved document. The asterisk note of an annex
    has series “first-page” and `restart` the annex: it stands at the foot of the page where the annex begins.
    """

    id: str
    series: Literal["text", "first-page", "table"]
    mark: str
    ordinal: int
    text: Inlines
    restart: str = "document"
    at: Position | None = None
    change: Change = ""


@dataclass(frozen=True, slots=True)
class MastheadLine:
    """A line of the title block under the masthead rule.

    `light` is not in bold. Of a document of several organs, the lines of each stand beside those of the others: `side`
    counts them from 1; 0 where they stand alone.
    """

    role: Literal["organ", "sub-organ", "session", "place", "item", "item-title"]
    text: Inlines
    light: bool = False
    side: int = 0


@dataclass(frozen=True, slots=True)
class JobLine:
    """The foot of page one: job number, letter, date codes, bar code."""

    printed: str
    bar_code: str
    address: str  # what the QR code says
    recycle: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """Page one above and below the title, every line as printed."""

    organization: str
    symbol_organ: str  # large: “HSP”
    symbol_rest: str  # small, but for the organs of further symbols: “/HA.2/16”, “/80/434–S/2025/632”
    asterisks: str  # “*” for each reissue
    emblem: str  # address of the picture: “emblems/habitat.svg”, or a file of the document folder; “”: there is none
    emblem_words: str  # the name under or beside the emblem, may be empty
    programme: str  # a line for each organ that the document is issued for
    distribution: str
    date: str
    language: str  # line that names this language, may be empty
    original: str
    lines: tuple[MastheadLine, ...]
    job: JobLine | None


@dataclass(frozen=True, slots=True)
class RunningMatter:
    """Head and foot from page two on: symbol without asterisks.

    Job number and title of a resolution where the profile prints them; `top` the margin in points that its lines need,
    where it is more than the profile's.
    """

    symbol: str
    job: str
    title: str = ""
    top: float | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents.

    Its page number is the drawn page of `target`.
    """

    target: str
    number: str
    text: Inlines
    depth: int
    change: Change = ""


@dataclass(frozen=True, slots=True)
class Properties:
    """What the finished file says of itself."""

    title: str
    symbol: str  # as printed on page one, asterisks included
    subject: str
    author: str
    language: str  # BCP 47: “zh-Hans”, “ar”
    keywords: tuple[str, ...]
    date: datetime.date
    parent: str | None
    edition: str  # “original”, “reissue 2025-08-06”, “corrigendum 1” …


@dataclass(frozen=True, slots=True)
class Voter:
    """A State that voted: code, name, identifier in UNTERM if known."""

    code: str
    name: str
    unterm: str


@dataclass(frozen=True, slots=True)
class VoteFacts:
    """A vote as machines exchange it: counts by side, and voters."""

    key: str
    method: str
    adopted: bool
    counts: tuple[tuple[str, int], ...]
    voters: tuple[tuple[str, tuple[Voter, ...]], ...]


@dataclass(frozen=True, slots=True)
class ExchangeForm:
    """Which document of Akoma Ntoso a kind is, in its address.

    Root element, its name, type and subtype.
    """

    element: str = "doc"
    name: str = "document"
    type: str = "doc"
    subtype: str = "document"


@dataclass(frozen=True, slots=True)
class Facts:
    """What machines ask of a document beside its words; days as YYYY-MM-DD."""

    form: ExchangeForm = ExchangeForm()
    organ: str = ""
    organ_name: str = ""
    date: str = ""
    original: str = ""
    session: int = 0
    reissued: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    votes: tuple[VoteFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class UsualNumber:
    """How a language numbers what an editor may add, depth from 0.

    Word's styles carry it.
    """

    series: Literal["heading", "paragraph", "operative", "item", "agenda"]
    depth: int
    form: NumberForm
    pattern: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document in one language, ready to draw."""

    symbol: str
    kind: str
    profile: Layout
    language: str
    direction: Literal["ltr", "rtl"]
    masthead: Masthead
    running: RunningMatter
    title: tuple[Inlines, ...]
    subtitle: tuple[Inlines, ...]
    contents_heading: str
    contents: tuple[ContentsEntry, ...]
    divisions: tuple[Division, ...]
    notes: tuple[Note, ...]  # series “text” and “first-page”, in order of their calls
    properties: Properties
    page: str = ""  # template of its page; “”: that of its kind
    plain_subtitles: int = 0  # how many of the last lines of the subtitle are set as text, whatever they say
    light_subtitles: tuple[int, ...] = ()  # lines of the subtitle, from 1, that are sentences and set as text
    held: tuple[str, ...] = ()  # regular expressions: no line ends in what they match
    opening: int = 0  # how many blocks of the body stand before the contents: the summary
    summary_apart: int = 0  # or how many stand after them, on a page of their own
    symbol_notes: tuple[str, ...] = ()  # the notes of page one that the asterisks of the symbol call
    facts: Facts = Facts()
    contents_page_label: str = ""  # over the page numbers of the contents: “Page”
    contents_paged: bool = True  # whether the contents name pages
    contents_chapter_label: str = ""  # and over the numbers of chapters, where there are any: “Chapter”
    usual_numbers: tuple[UsualNumber, ...] = ()
