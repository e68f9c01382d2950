"""What a DOCX tells: paragraphs, numbers, notes, fields, links.

And bookmarks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True)
class Field:
    """A field: the words of its instruction, and the result held."""

    instruction: tuple[str, ...]
    result: str
    paragraph: int


@dataclass(slots=True)
class Link:
    """A link of typed words: its bookmark, its words, its paragraph."""

    target: str
    words: str
    paragraph: int


@dataclass(slots=True)
class Told:
    """A paragraph or cell as a reader sees it: number and text.

    Note marks stand in their places.
    """

    number: str | None
    text: str
    kind: Literal["paragraph", "cell"]
    style: str | None
    section: int
    counted: bool = True  # false where the list writes the number out and Word counts nothing

    @property
    def whole(self) -> str:
        """The number and the text together."""
        return (self.number or "") + self.text


@dataclass(slots=True)
class ToldNote:
    """A footnote: its identifier, its mark as Word prints it, its body."""

    id: str
    mark: str
    text: str
    custom: bool


@dataclass(slots=True)
class Telling:
    """What a DOCX tells under one view of its tracked changes."""

    paragraphs: list[Told] = field(default_factory=list)
    notes: list[ToldNote] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    bookmarks: dict[str, int] = field(default_factory=dict)  # name → index of its paragraph
    bookmark_text: dict[str, str] = field(default_factory=dict)
    doubled_bookmarks: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    missing_notes: list[str] = field(default_factory=list)  # marks whose note is not in the file
    addresses: list[tuple[str, str]] = field(default_factory=list)  # of links out of the document, and their words
    unknown_formats: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
