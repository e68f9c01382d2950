"""Where a passage of an issued text stands.

In the terms a corrigendum uses: annex, decision, paragraph, sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
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
