"""What the parts of one Word file share while it is written.

Styles, lists, notes, bookmarks, revisions, pages.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from publisher.render.docx.elements import Element, w
from publisher.render.docx.fields import Bookmarks
from publisher.render.docx.footnotes import Footnotes
from publisher.render.docx.numbering import Numbering
from publisher.render.docx.styles import Styles
from publisher.render.docx.targets import Target

CHANGES = {"inserted": "ins", "deleted": "del"}  # how Word calls what a redline does with a part of the page


@dataclass(slots=True)
class Revisions:
    """Makes tracked changes: who, when, and a number of its own for each."""

    author: str
    date: datetime.date
    made: int = 0

    def mark(self, change: str, *children: Element) -> Element:
        """A w:ins or w:del (`change` is “ins” or “del”) around `children`."""
        self.made += 1
        day = f"{self.date.isoformat()}T00:00:00Z"
        return w(change, *children, id=100_000 + self.made, author=self.author or "publisher", date=day)


@dataclass(slots=True)
class Manuscript:
    """One Word file while it is written."""

    styles: Styles
    numbering: Numbering
    notes: Footnotes
    bookmarks: Bookmarks
    revisions: Revisions
    pages: Mapping[str, int]
    rightward: bool
    targets: Mapping[str, Target]
    sequences: dict[str, int]  # how far each SEQ field has counted
    beside_words: int  # twips more where words stand beside words in a table
    small_unit: bool  # the unit of a table is set in the type of its heads
    relate: Callable[[str, bool], str]  # the relation to an address, of the notes' part where the second says so
    pictures: int = 0
