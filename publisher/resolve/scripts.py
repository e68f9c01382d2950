"""Marks what must hold together when it is set.

Symbols, and left-to-right runs in right-to-left text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from publisher.model.inline import (
    Call,
    Holder,
    Inline,
    Inlines,
    LeftToRight,
    LineBreak,
    Link,
    ParagraphBreak,
    Symbol,
    Text,
    plain,
    replaced,
    with_children,
)  # fmt: skip
from publisher.model.symbol import symbol_spans
from publisher.wording.marks import joined


def with_symbols(inlines: Inlines, further: frozenset[str] = frozenset()) -> Inlines:
    """A line with each symbol in it unbroken (CONVENTIONS §3.3).

    `further` are first components of symbols beside the published ones.
    """

    def once(part: Inline) -> Inlines | None:
        if isinstance(part, Text):
            return _cut(part.text, further)
        return (_breaking(part),) if isinstance(part, Link) and "://" in plain(part.children) else None

    return replaced(inlines, once)


def _breaking(address: Link) -> Link:
    """A printed address that may break after its slashes and points: nothing in it holds together."""

    def once(part: Inline) -> Inlines | None:
        return (Text(_JOINTS.sub(BREAK, part.text)),) if isinstance(part, Text) else None

    return Link(address.target, replaced(address.children, once))


BREAK = "\u200b"  # zero-width space: a line may end here, and nothing is printed
_JOINTS = re.compile(r"(?<=[/.])(?=[^/.\s])")


def _cut(text: str, further: frozenset[str]) -> Inlines:
    parts: list[Inline] = []
    done = 0
    for start, end in symbol_spans(text, further):
        if start > done:
            parts.append(Text(text[done:start]))
        parts.append(Symbol(text[start:end]))
        done = end
    if done < len(text) or not parts:
        parts.append(Text(text[done:]))
    return tuple(parts)


# --- right to left ----------------------------------------------------------------------------------------------

# A run begins and ends with a letter or figure that is written left to right; what stands between may be neutral.
_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")


def with_direction(direction: str) -> Callable[[Inlines], Inlines]:
    """The change that wraps left-to-right runs in text of `direction`.

    None for left-to-right text.
    """
    return _wrapped if direction == "rtl" else _unchanged


def _unchanged(inlines: Inlines) -> Inlines:
    return inlines


def _wrapped(inlines: Inlines, begins: bool = True) -> Inlines:
    """A line with one wrapper around each left-to-right run, of however many parts (ENGINE_NOTES §11).

    `begins` tells whether a line begins with `inlines`.
    """
    result: list[Inline] = []
    run: list[Inline] = []
    before = (begins, *(isinstance(inline, LineBreak | ParagraphBreak) for inline in inlines))
    for piece in (part for inline, first in zip(inlines, before, strict=False) for part in _split(inline, first)):
        if _is_left(piece) or (run and _is_neutral(piece)):
            run.append(piece)
            continue
        result.extend(_closed(run))
        run = []
        result.append(piece)
    result.extend(_closed(run))
    return joined(result)


def _split(inline: Inline, begins: bool) -> list[Inline]:
    """Cut a text at the borders of right-to-left words and between neutral ends and left-to-right runs."""
    if isinstance(inline, Holder):
        right = _RIGHT.search(plain((inline,)))
        return [with_children(inline, _wrapped(inline.children, begins)) if right else inline]
    if not isinstance(inline, Text):
        return [inline]
    pieces: list[Inline] = []
    for word in re.split(r"([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)", inline.text):
        if not word or _RIGHT.match(word):
            pieces.extend([Text(word)] if word else [])
            continue
        space = " " if begins and not pieces else ""  # a sign stands at the beginning of a line as after a space
        match = _CORE.match(space + word)
        if match is not None:
            before, core, after = match.group("before", "core", "after")
            pieces.extend(Text(part) for part in (before.removeprefix(space), core, after) if part)
    return pieces


# Neutral signs, a run from its first letter, figure or the sign of a figure, neutral signs. A sign stands after a space or
# bracket, or at the beginning of a line; after a letter it is a hyphen.
_CORE = re.compile(
    r"(?P<before>(?:[\W_](?<![+\-−](?=\d))|(?<![\s(«])[+\-−])*)(?P<core>(?:(?<=[\s(«])[+\-−](?=\d))?.*?)(?P<after>[\W_]*)$",
    re.DOTALL,
)
# What the bidirectional algorithm turns round after Arabic letters though it is one figure: with a sign before it, in
# groups with spaces between them, as telephone numbers, or in groups of three figures and more, as days and book numbers.
# Thousands are held together by spaces that turn nothing (`model.together`).
_ONE_FIGURE = re.compile(
    r"(?<![^\s(«])[+\-−]\d|\d (?!\d{3}(?!\d))\d|(?=[\d-]*\d{3})\d+(?:-\d+){2,}",
)
# What it turns rightly, for each figure is read by itself: “12-15”, “12–15”, “16-4-1”, “1325 (2000)”.
_FIGURE = r"\d[\d.,/:\u00a0]*(?: \d{3}(?!\d))*%?"
_SEVERAL_FIGURES = re.compile(rf"{_FIGURE}(?:(?: ?[–-] ?|[,;] | ?\(|\) ?\(?){_FIGURE})*\)?")


def _is_left(inline: Inline) -> bool:
    """True for a part that reads left to right: it has a letter or figure, none of them right to left."""
    if isinstance(inline, Call | LineBreak | ParagraphBreak):
        return False
    text = plain((inline,))
    return any(character.isalnum() for character in text) and not _RIGHT.search(text)


def _is_neutral(inline: Inline) -> bool:
    return isinstance(inline, Text) and not any(character.isalnum() for character in inline.text)


def _closed(run: list[Inline]) -> list[Inline]:
    """Wrap a run where the bidirectional algorithm alone would not keep it together; neutral ends stay outside."""
    kept, ends = list(run), ""
    while kept and _is_neutral(kept[-1]):
        ends = plain((kept.pop(),)) + ends
    inside = _closing(plain(tuple(kept)), ends)
    if inside:
        kept.append(Text(ends[:inside]))
    whole = joined(kept)
    wrapped: Inlines = (LeftToRight(whole),) if _needs_wrapper(whole) else whole
    return [*wrapped, *([Text(ends[inside:])] if ends[inside:] else [])]


def _closing(core: str, ends: str) -> int:
    """How many characters of `ends` belong to the run: the bracket that closes one opened in it, an address's slash."""
    closed = ends.startswith(")") and core.count("(") > core.count(")")
    return 1 if closed or (ends.startswith("/") and "://" in core) else 0


def _needs_wrapper(run: Inlines) -> bool:
    """A single word, plain figures or a symbol keep their order by themselves; boxes, signs and mixtures do not."""
    if not run or (len(run) == 1 and isinstance(run[0], Symbol) and not run[0].text.endswith(")")):
        return False
    if len(run) > 1 or not isinstance(run[0], Text):
        return True
    words = plain(run)
    if _ONE_FIGURE.search(words):
        return True
    return not _SEVERAL_FIGURES.fullmatch(words) and len({unicodedata.bidirectional(sign) for sign in words}) > 1
