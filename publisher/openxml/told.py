"""What is told by a DOCX: its paragraphs and their numbers, notes, fields, links and bookmarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True)
class Field:
    """A field: the words of its instruction, and the result that the file holds."""

    instruction: tuple[str, ...]
    result: str
    paragraph: int


@dataclass(slots=True)
class Link:
    """A link of typed words: the bookmark it points to, the words, the index of its paragraph."""

    target: str
    words: str
    paragraph: int


@dataclass(slots=True)
class Told:
    """A paragraph or a table cell as a reader sees it: its number, its text with note marks in place."""

    number: str | None
    text: str
    kind: Literal["paragraph", "cell"]
    style: str | None
    section: int

    @property
    def whole(self) -> str:
        """The number and the text together."""
        return (self.number or "") + self.text


@dataclass(slots=True)
class ToldNote:
    """A footnote: its identifier in the file, its mark as Word prints it, its body."""

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
