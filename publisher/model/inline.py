"""What stands inside a line of text, as written and as resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words between two asterisks.

    Italic in Latin and Cyrillic script, KaiTi or regular in Chinese.
    """

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Bold:
    """Words between two pairs of asterisks: bold in every script."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised letters or figures, as the 2 of m^{2}."""

    children: tuple[Inline, ...]


class Between(Superscript):
    """What parts the marks of two notes called at one place.

    The comma of “1, 2”.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered letters or figures, as the 2 of CO_{2}."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead out of the document.

    `target` is the whole address, of a document that of its symbol.
    """

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class WrittenCall:
    """`[^id]` as written: a footnote call that has no mark yet."""

    note: str


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """`[words](#id)` or `[](#id)` as written: a cross-reference.

    Its words may still have to be made.
    """

    target: str
    children: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol or job number in running text.

    Never broken across lines, left-to-right in Arabic.
    """

    text: str


@dataclass(frozen=True, slots=True)
class LeftToRight:
    """Latin words or figures inside right-to-left text, drawn as a unit."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A resolved footnote call: note, printed mark, kind of series.

    Marks are “1”, “*”, “a”.
    """

    note: str
    mark: str
    series: str  # "text" (numbers) | "first-page" (asterisks) | "table" (letters)


@dataclass(frozen=True, slots=True)
class Reference:
    """A resolved cross-reference: its target and the words printed.

    And what the words show.
    """

    target: str
    children: tuple[Inline, ...]
    shows: str = "words"  # "number" (paragraph, heading, annex …) | "note" (a footnote's number) | "page" | "words"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class ParagraphBreak:
    """The end of a paragraph inside a table cell, another following."""


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words that a redline shows as added."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Words that a redline shows as struck out."""

    children: tuple[Inline, ...]


Leaf = Text | Symbol | Call | WrittenCall | LineBreak | ParagraphBreak  # parts that hold no others
Holder = (  # parts that hold others: `children`
    Emphasis | Bold | Superscript | Subscript | Link | WrittenLink | LeftToRight | Reference | Inserted | Deleted
)  # fmt: skip
Inline = Leaf | Holder
Inlines = tuple[Inline, ...]


def children(inline: Inline) -> Inlines:
    """The parts inside a part, none for one that holds no others."""
    return inline.children if isinstance(inline, Holder) else ()


def with_children(inline: Inline, inner: Inlines) -> Inline:
    """The part with other parts inside it; one that holds no others as it is."""
    return replace(inline, children=inner) if isinstance(inline, Holder) else inline


def walk(inlines: Inlines) -> Iterator[Inline]:
    """Every part of `inlines` at any depth, a holder before its parts."""
    for inline in inlines:
        yield inline
        yield from walk(children(inline))


def replaced(inlines: Inlines, change: Callable[[Inline], Inlines | None]) -> Inlines:
    """`inlines` with what `change` gives for each part, from the outside in.

    None keeps a part and goes on with what it holds; what `change` gives is not looked into again.
    """
    result: list[Inline] = []
    for inline in inlines:
        new = change(inline)
        if new is not None:
            result.extend(new)
        elif isinstance(inline, Holder):
            result.append(with_children(inline, replaced(inline.children, change)))
        else:
            result.append(inline)
    return tuple(result)


def paragraphs(inlines: Inlines) -> tuple[Inlines, ...]:
    """`inlines` cut at their paragraph breaks.

    A holder that goes on after one is repeated around each piece.
    """
    made: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, ParagraphBreak):
            made.append([])
        elif isinstance(inline, Holder) and len(pieces := paragraphs(inline.children)) > 1:
            made[-1].append(with_children(inline, pieces[0]))
            made += [[with_children(inline, piece)] for piece in pieces[1:]]
        else:
            made[-1].append(inline)
    return tuple(tuple(piece) for piece in made)


def spelled(inlines: Inlines, mark: Callable[[Call], str], deleted: bool = False, parted: bool = True) -> str:
    """The printed characters of `inlines`, calls as `mark` says.

    Line breaks are one space. Struck words are left out unless `deleted`, what stands between marks unless `parted`; a
    call without a mark yet has no characters.
    """
    pieces: list[str] = []
    for inline in inlines:
        if isinstance(inline, Holder):
            if (deleted or not isinstance(inline, Deleted)) and (parted or not isinstance(inline, Between)):
                pieces.append(spelled(inline.children, mark, deleted, parted))
            continue
        match inline:
            case Text(text) | Symbol(text):
                pieces.append(text)
            case Call():
                pieces.append(mark(inline))
            case LineBreak() | ParagraphBreak():
                pieces.append(" ")
            case WrittenCall():
                pass
            case _:
                assert_never(inline)
    return "".join(pieces)


def plain(inlines: Inlines) -> str:
    """The printed characters of `inlines` without footnote marks.

    Struck words are left out, line breaks are one space.
    """
    return spelled(inlines, lambda _: "", parted=False)
