"""What stands inside a line of text, as written by the author and as resolved for drawing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words between two asterisks: italic in Latin and Cyrillic script, KaiTi or regular in Chinese."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class WrittenCall:
    """`[^id]` as written: a footnote call that has no mark yet."""

    note: str


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """`[words](#id)` or `[](#id)` as written: a cross-reference whose words may still have to be made."""

    target: str
    words: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol or job number in running text; never broken across lines, left-to-right in Arabic."""

    text: str


@dataclass(frozen=True, slots=True)
class LeftToRight:
    """A run of Latin words or figures inside right-to-left text, drawn as one left-to-right unit."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A resolved footnote call: identifier of the note, printed mark (“1”, “*”, “a”), kind of the series."""

    note: str
    mark: str
    series: str  # "text" (numbers) | "first-page" (asterisks) | "table" (letters)


@dataclass(frozen=True, slots=True)
class Reference:
    """A resolved cross-reference: identifier of its target, the words printed, and what the words show."""

    target: str
    children: tuple[Inline, ...]
    shows: str = "words"  # "number" (paragraph, heading, annex …) | "note" (a footnote's number) | "page" | "words"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words that a redline shows as added."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Words that a redline shows as struck out."""

    children: tuple[Inline, ...]


Inline = (
    Text
    | Emphasis
    | WrittenCall
    | WrittenLink
    | Symbol
    | LeftToRight
    | Call
    | Reference
    | LineBreak
    | Inserted
    | Deleted
)
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """The printed characters of `inlines`, footnote marks left out, line breaks as one space."""
    pieces: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Symbol(text):
                pieces.append(text)
            case Emphasis(children) | LeftToRight(children) | Reference(_, children, _) | Inserted(children):
                pieces.append(plain(children))
            case WrittenLink(_, words):
                pieces.append(plain(words))
            case LineBreak():
                pieces.append(" ")
            case Call() | WrittenCall() | Deleted():
                pass
    return "".join(pieces)
