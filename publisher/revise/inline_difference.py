"""The difference of two lines of text as a redline shows it.

Kept words, struck words, added words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import assert_never

from publisher.model.inline import (
    Call,
    Deleted,
    Holder,
    Inline,
    Inlines,
    Inserted,
    LeftToRight,
    LineBreak,
    ParagraphBreak,
    Reference,
    Symbol,
    Text,
    WrittenCall,
    plain,
    replaced,
    with_children,
)  # fmt: skip

# An ideograph, a figure with its sign and groups, an Arabic word without the figure after it, a word, white space, a sign.
_TOKENS = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|(?<![A-Za-z\d])(?:(?<![^\s(«（])[+\-−])?\d+(?:[.,/:–-]\d+|[ \u00a0]\d{3}(?!\d))*(?![A-Za-z])"
    r"|[\u0620-\u065f\u066e-\u06d3]+|\w+|\s+|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Atom:
    """The smallest piece that is kept, struck or added as a whole, and what it is wrapped in from the outside in."""

    key: tuple[str, ...]
    inline: Inline
    wrappers: Inlines = ()
    change: Deleted | Inserted | None = None


def difference(old: Inlines, new: Inlines, ghost: Callable[[Call], Call]) -> Inlines:
    """`new` with what `old` had Deleted and what it lacked Inserted.

    `ghost` gives the call that stands for a struck one: its note must not be that of a call still in the text.
    """
    if old == new:
        return new
    before, after = list(_atoms(old)), list(_atoms(new))
    matcher = SequenceMatcher(None, [atom.key for atom in before], [atom.key for atom in after], autojunk=False)
    told: list[_Atom] = []
    for (i1, i2), (j1, j2), kept in _stretches(matcher.get_opcodes(), after):
        if kept:
            told += after[j1:j2]
            continue
        told += [_struck(atom, ghost) for atom in before[i1:i2]]
        told += [replace(atom, change=Inserted(())) for atom in after[j1:j2]]
    return tuple(_wrapped(list(_with_changes(told))))


Span = tuple[int, int]


def _stretches(
    codes: Sequence[tuple[str, int, int, int, int]], after: Sequence[_Atom]
) -> list[tuple[Span, Span, bool]]:
    """The stretches of two texts and whether they are kept; a blank between two changes is part of one change."""
    found: list[tuple[Span, Span, bool]] = []
    for place, (tag, i1, i2, j1, j2) in enumerate(codes):
        between = 0 < place < len(codes) - 1 and not "".join([plain((atom.inline,)) for atom in after[j1:j2]]).strip()
        kept = tag == "equal" and not (between and all(isinstance(atom.inline, Text) for atom in after[j1:j2]))
        if found and not kept and not found[-1][2]:
            (i1, _), (j1, _), _ = found.pop()
        found.append(((i1, i2), (j1, j2), kept))
    return found


def _struck(atom: _Atom, ghost: Callable[[Call], Call]) -> _Atom:
    """An atom that is struck out: a reference as its words."""
    wrappers = tuple(wrapper for wrapper in atom.wrappers if not isinstance(wrapper, Reference))
    if isinstance(atom.inline, Reference):
        return replace(atom, inline=Deleted(struck(atom.inline.children, ghost)), wrappers=wrappers)
    (inline,) = struck((atom.inline,), ghost)
    return replace(atom, inline=inline, wrappers=wrappers, change=Deleted(()))


def _with_changes(atoms: Iterable[_Atom]) -> Iterator[_Atom]:
    """Atoms with their changes among their wrappers: outermost, but within a left-to-right run that is kept in part.

    Its kept, struck and added words read from left to right together; boxes of their own would follow from the right.
    """
    for leftward, group in groupby(atoms, lambda atom: isinstance(next(iter(atom.wrappers), None), LeftToRight)):
        members = list(group)
        outside = 1 if leftward and any(atom.change is None for atom in members) else 0
        for atom in members:
            change = (atom.change,) if atom.change is not None else ()
            yield replace(atom, wrappers=(*atom.wrappers[:outside], *change, *atom.wrappers[outside:]))


def struck(inlines: Iterable[Inline], ghost: Callable[[Call], Call]) -> Inlines:
    """`inlines` as they stand in struck text.

    Calls replaced by their ghosts, references as their words.
    """

    def once(part: Inline) -> Inlines | None:
        if isinstance(part, Reference):
            return struck(part.children, ghost)
        return (ghost(part),) if isinstance(part, Call) else None

    return replaced(tuple(inlines), once)


def _atoms(inlines: Inlines, wrappers: Inlines = ()) -> Iterator[_Atom]:
    style = tuple(type(wrapper).__name__ for wrapper in wrappers if not isinstance(wrapper, LeftToRight))
    for inline in inlines:
        if isinstance(inline, Reference) and inline.shows != "words":  # Word works it out as a whole
            yield _Atom(("reference", plain(inline.children), *style), inline, wrappers)
            continue
        if isinstance(inline, LeftToRight) and _is_figure(inline):
            yield _Atom((plain(inline.children), *style), inline, wrappers)  # one figure, such as a telephone number
            continue
        if isinstance(inline, Holder):
            yield from _atoms(inline.children, (*wrappers, with_children(inline, ())))
            continue
        match inline:
            case Text(text):
                for token in _TOKENS.findall(text):
                    yield _Atom((token, *style), Text(token), wrappers)
            case Call(note, mark, series):  # a letter is typed, a number is Word's own
                yield _Atom(("call", series, note, mark if series == "table" else ""), inline, wrappers)
            case Symbol(text):
                yield _Atom((text, *style), inline, wrappers)
            case LineBreak() | ParagraphBreak():
                yield _Atom((type(inline).__name__,), inline, wrappers)
            case WrittenCall():
                raise TypeError("a call without its mark in a text to be compared")
            case _:
                assert_never(inline)


def _is_figure(run: LeftToRight) -> bool:
    """Say whether a left-to-right run has figures and signs only, in one look."""
    letters = any(sign.isalpha() for sign in plain(run.children))
    return not letters and all(isinstance(part, Text) for part in run.children)


def _wrapped(atoms: list[_Atom]) -> list[Inline]:
    """Put atoms back together: neighbours in the same wrapper share it, neighbouring characters are one text."""
    return _within(atoms, 0)


def _within(atoms: list[_Atom], depth: int) -> list[Inline]:
    result: list[Inline] = []
    for wrapper, group in groupby(atoms, lambda atom: atom.wrappers[depth] if len(atom.wrappers) > depth else None):
        members = list(group)
        if wrapper is not None:
            result.append(with_children(wrapper, tuple(_within(members, depth + 1))))
            continue
        for is_text, pieces in groupby(members, lambda atom: isinstance(atom.inline, Text)):
            if is_text:
                result.append(Text("".join(piece.inline.text for piece in pieces if isinstance(piece.inline, Text))))
            else:
                result += [piece.inline for piece in pieces]
    return result
