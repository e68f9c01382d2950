"""What the writers and proofs need to know of a profile.

Page, margins, tables, style sheets, Word base. Plain values: the process that only draws need not load what reads an
author's files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Sheet:
    """A portrait page in points, and the margins no text may cross.

    `indent` is from either margin to the column of text.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    bottom_of_wide: float
    indent: float

    def foot(self, wide: bool) -> float:
        """The lower margin of a page, turned or not."""
        return self.bottom_of_wide if wide else self.bottom


@dataclass(frozen=True, slots=True)
class TableForm:
    """How tables are set where their words fit, in points."""

    reach: Literal["column", "full"]
    cell: float
    head: float
    padding: float
    apart: float
    unit: float
    low: bool
    beside_words: float


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is laid out, as its profile has it."""

    name: str
    style: tuple[str, ...]
    word: str
    sheet: Sheet
    tables: TableForm
    page_total: bool
    summary_after_contents: bool
