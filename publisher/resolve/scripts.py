"""Marks what must hold together when it is set.

Symbols, and left-to-right runs in right-to-left text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate, chain, pairwise

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
    children,
    plain,
    replaced,
    with_children,
)  # fmt: skip
from publisher.model.symbol import LONG_SYMBOL, symbol_spans
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
    inlines = _with_whole_figures(inlines)
    result: list[Inline] = []
    run: list[Inline] = []
    before = (begins, *(isinstance(inline, LineBreak | ParagraphBreak) for inline in inlines))
    for piece in (part for inline, first in zip(inlines, before, strict=False) for part in _split(inline, first)):
        if _is_left(piece) or (run and _is_neutral(piece) and not _sets_apart(run, piece)):
            run.append(piece)
            continue
        result.extend(_closed(run))
        run = []
        result.append(piece)
    result.extend(_closed(run))
    return joined(result)


def _with_whole_figures(inlines: Inlines) -> Inlines:
    """A line in which a link or mark that has a figure in part, “2[538 (2020)؛](…)”, has its right-to-left words apart."""
    ends = ["", *(plain((inline,)) for inline in inlines), ""]
    made: list[Inline] = []
    for place, inline in enumerate(inlines, 1):
        words = ends[place]
        places = [0, len(words)]
        if isinstance(inline, Holder) and (found := list(_RIGHT.finditer(words))):
            if ends[place - 1][-1:].isdigit() and words[0].isdigit():
                places.append(found[0].start())
            if ends[place + 1][:1].isdigit() and words[-1].isdigit():
                places.append(found[-1].end())
        cut = [_between((inline,), *span) for span in pairwise(sorted(places))] if len(places) > 2 else [(inline,)]
        made.extend(chain.from_iterable(cut))
    return tuple(made)


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
            apart = _EXPLAINED.fullmatch(core)
            parts = (before.removeprefix(space), *(apart.groups() if apart else (core,)), after)
            pieces.extend(Text(part) for part in parts if part)
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
# What it turns rightly, for each figure is read by itself: “12-15”, “12–15”, “16-4-1”, “10: 1985”, “1325 (2000)”.
_GAP = "[ \u00a0]"
_FIGURE = r"\d(?:[\d.,/:\u00a0]*\d)?(?: \d{3}(?!\d))*%?"
_SEVERAL_FIGURES = re.compile(rf"{_FIGURE}(?:(?:{_GAP}?[–-]{_GAP}?|[,;:]{_GAP}|{_GAP}?\(|\){_GAP}?\(?){_FIGURE})*[()]*")
# A figure that words in brackets explain, as in “23 (A/80/23)”, and the words: the figure is read first, at their right.
_PLAIN_FIGURE = r"\d(?:[\d.,/:\u00a0]*\d)?"
_EXPLAINED = re.compile(rf"({_PLAIN_FIGURE})({_GAP}\()(.*[^\W\d_].*)", re.DOTALL)


def _sets_apart(run: list[Inline], piece: Inline) -> bool:
    """True for the bracket behind a plain figure: what stands in it explains the figure."""
    return re.fullmatch(rf"{_PLAIN_FIGURE}{_GAP}\(.*", plain((*run, piece)), re.DOTALL) is not None


def _is_left(inline: Inline) -> bool:
    """True for a part that reads left to right: it has a letter or figure, none of them right to left."""
    if isinstance(inline, Call | LineBreak | ParagraphBreak):
        return False
    text = plain((inline,))
    return any(character.isalnum() for character in text) and not _RIGHT.search(text)


def _is_neutral(inline: Inline) -> bool:
    text = plain((inline,)) if isinstance(inline, Text | Holder) else ""
    return bool(text) and not any(character.isalnum() for character in text) and not _RIGHT.search(text)


def _closed(run: list[Inline]) -> Inlines:
    """Wrap a run where the bidirectional algorithm alone would not keep it together; neutral ends stay outside."""
    last = next((place for place in range(len(run), 0, -1) if not _is_neutral(run[place - 1])), 0)
    kept, ends = run[:last], joined(run[last:])
    if ends and isinstance(ends[0], Text) and (inside := _closing(plain(tuple(kept)), ends[0].text)):
        kept.append(Text(ends[0].text[:inside]))
        ends = joined((Text(ends[0].text[inside:]), *ends[1:]))
    whole = joined(kept)
    wrapped: Inlines = (LeftToRight(whole),) if _needs_wrapper(whole) else _figures(whole)
    return *wrapped, *ends


def _figures(run: Inlines) -> Inlines:
    """Figures each by itself; one that several links or marks share, “60” and “/251”, in a wrapper."""
    ends = list(accumulate(len(plain((part,))) for part in run))
    spans = [found.span() for found in re.finditer(_FIGURE, plain(run))]
    shared = [(start, end) for start, end in spans if any(start < at < end for at in ends)]
    if not shared:
        return run
    places = sorted({0, *chain.from_iterable(shared), ends[-1]})
    cut = [(start, _between(run, start, end)) for start, end in pairwise(places)]
    return tuple(chain.from_iterable(
        (LeftToRight(parts),) if any(start == first for first, _ in shared) else parts for start, parts in cut
    ))  # fmt: skip


def _between(run: Inlines, start: int, end: int) -> Inlines:
    """What of `run` stands between two places; a link or mark that goes on beyond them is there on both sides."""
    made: list[Inline] = []
    at = 0
    for part in run:
        length = len(plain((part,)))
        first, last = max(start - at, 0), min(end - at, length)
        at += length
        if last - first == length:
            made.append(part)
        elif first < last:
            inner = _between(children(part), first, last)
            made.append(Text(part.text[first:last]) if isinstance(part, Text) else with_children(part, inner))
    return tuple(made)


def _closing(core: str, ends: str) -> int:
    """How many characters of `ends` belong to the run: the bracket that closes one opened in it, an address's slash."""
    closed = ends.startswith(")") and core.count("(") > core.count(")")
    return 1 if closed or (ends.startswith("/") and "://" in core) else 0


def _needs_wrapper(run: Inlines) -> bool:
    """A single word, plain figures or a symbol keep their order by themselves; boxes, signs and mixtures do not."""
    words = plain(run)
    if _ONE_FIGURE.search(words):
        return True
    if not words or _SEVERAL_FIGURES.fullmatch(words):
        return False
    only = run[0] if len(run) == 1 else None
    if isinstance(only, Symbol):
        return words.endswith(")") or len(words) >= LONG_SYMBOL  # a line may end in a long one
    return not isinstance(only, Text) or len({unicodedata.bidirectional(sign) for sign in words}) > 1
