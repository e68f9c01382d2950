"""Where a passage of an issued text stands.

In the terms a corrigendum uses: annex, decision, paragraph, sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

LocationKind = Literal[
    "title",
    "subtitle",
    "heading",
    "label",
    "paragraph",
    "unnumbered",
    "point",  # of a list, behind a bullet or dash
    "preambular",
    "agenda",
    "table-title",
    "unit",
    "head",
    "cell",
    "total",
    "table-note",
    "source",
    "caption",  # of a figure, its title
    "figure-source",
    "alternative",  # these two are not printed: no instruction can speak of them
    "picture",
    "note",
    "front-note",
    "masthead",
    "text",
]  # “text” is the whole document


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """The address of one passage; no two of a document share it.

    `annex` and `decision` are labels as printed (“附件二”, “2/6”) or empty; `path` is the printed numbers from the
    outside in (“37”, “(b)”, “(ii)”), for a heading those of the headings above it and its own; `ordinal` counts what
    has no number of its own after the passage that `path` names, or the preambular paragraphs; `row` and `column`
    count from 1.
    """

    annex: str
    decision: str
    kind: LocationKind
    path: tuple[str, ...] = ()
    ordinal: int = 0
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The address in words: paragraph 5 (a), row 2, column 3 of Table 1 (Annex II)."""
        scope = ", ".join(filter(None, (self.annex, self.decision)))
        return self._words() + (f" ({scope})" if scope else "")

    def _words(self) -> str:
        number = " ".join(self.path)
        match self.kind:
            case "cell" | "head" | "total":
                return f"row {self.row}, column {self.column} of {self.path[-1] if self.path else 'the table'}"
            case "table-title" | "unit" | "source" | "caption" | "figure-source" | "alternative" | "picture":
                return f"the {self.kind.replace('-', ' ')} of {self.path[-1] if self.path else 'what has no number'}"
            case "note" | "front-note":
                return f"footnote {number}"
            case "title" | "subtitle" | "masthead":
                return f"line {self.ordinal} of the {self.kind}" if self.ordinal else f"the {self.kind}"
            case "unnumbered":
                return f"the unnumbered paragraph after {number}" if number else "an unnumbered paragraph"
            case "heading" | "label" | "paragraph" | "point" | "preambular" | "agenda" | "table-note" | "text":
                return f"{self.kind.replace('-', ' ')} {number}".strip()

    @property
    def numbered(self) -> bool:
        """True where the address is a number, which corrections keep."""
        return self.kind in ("paragraph", "agenda", "note") and self.ordinal == 0


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage as issued: address, text, identifier, page if known.

    The text has footnote calls as signs. In `text` a call of the footnote with the identifier x is CALL_OPEN x
    CALL_CLOSE (model.characters): marks are counted anew when notes come or go, identifiers stay.
    """

    location: Location
    text: str
    id: str
    page: int = 0
    role: str = ""
    within: str = field(default="", compare=False)  # what it is set apart in: “box”, “columns, box”
