"""The difference of two lines of text as a redline shows it: kept words, struck words, added words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from publisher.model.inline import (
    Call,
    Deleted,
    Emphasis,
    Inline,
    Inlines,
    Inserted,
    LeftToRight,
    LineBreak,
    Reference,
    Symbol,
    Text,
)

_TOKENS = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|\w+|\s+|.", re.DOTALL)
Wrapper = Emphasis | LeftToRight | Reference


@dataclass(frozen=True, slots=True)
class _Atom:
    """The smallest piece that is kept, struck or added as a whole, and what it is wrapped in from the outside in."""

    key: tuple[str, ...]
    inline: Inline
    wrappers: tuple[Wrapper, ...] = ()


def difference(old: Inlines, new: Inlines, ghost: Callable[[Call], Call]) -> Inlines:
    """`new` with what `old` had besides as Deleted and what it lacked as Inserted.

    `ghost` gives the call that stands for a struck one: its note must not be that of a call still in the text.
    """
    if old == new:
        return new
    before, after = list(_atoms(old)), list(_atoms(new))
    matcher = SequenceMatcher(None, [atom.key for atom in before], [atom.key for atom in after], autojunk=False)
    result: list[Inline] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            result += _wrapped(after[j1:j2])
            continue
        if i2 > i1:
            result.append(Deleted(struck(_wrapped(before[i1:i2]), ghost)))
        if j2 > j1:
            result.append(Inserted(tuple(_wrapped(after[j1:j2]))))
    return tuple(result)


def struck(inlines: Iterable[Inline], ghost: Callable[[Call], Call]) -> Inlines:
    """`inlines` as they stand in struck text: calls replaced by their ghosts, references as their words."""
    result: list[Inline] = []
    for inline in inlines:
        match inline:
            case Call():
                result.append(ghost(inline))
            case Reference(_, children, _):
                result += struck(children, ghost)
            case Emphasis(children) | LeftToRight(children):
                result.append(replace(inline, children=struck(children, ghost)))
            case _:
                result.append(inline)
    return tuple(result)


def calls_in(inlines: Inlines) -> Iterator[Call]:
    """The footnote calls of `inlines` in order."""
    for inline in inlines:
        match inline:
            case Call():
                yield inline
            case Emphasis(children) | LeftToRight(children) | Reference(_, children, _):
                yield from calls_in(children)
            case Inserted(children) | Deleted(children):
                yield from calls_in(children)
            case _:
                pass


def _atoms(inlines: Inlines, wrappers: tuple[Wrapper, ...] = ()) -> Iterator[_Atom]:
    style = tuple(type(wrapper).__name__ for wrapper in wrappers if not isinstance(wrapper, LeftToRight))
    for inline in inlines:
        match inline:
            case Text(text):
                for token in _TOKENS.findall(text):
                    yield _Atom((token, *style), Text(token), wrappers)
            case Emphasis() | LeftToRight() | Reference():
                bare = replace(inline, children=())
                yield from _atoms(inline.children, (*wrappers, bare))
            case Call(note, _, series):
                yield _Atom(("call", series, note), inline, wrappers)
            case Symbol(text):
                yield _Atom((text, *style), inline, wrappers)
            case LineBreak():
                yield _Atom(("line break",), inline, wrappers)
            case _:
                raise TypeError(f"{type(inline).__name__} in a text to be compared")


def _wrapped(atoms: list[_Atom]) -> list[Inline]:
    """Put atoms back together: neighbours in the same wrapper share it, neighbouring characters are one text."""
    return _within(atoms, 0)


def _within(atoms: list[_Atom], depth: int) -> list[Inline]:
    result: list[Inline] = []
    for wrapper, group in groupby(atoms, lambda atom: atom.wrappers[depth] if len(atom.wrappers) > depth else None):
        members = list(group)
        if wrapper is not None:
            result.append(replace(wrapper, children=tuple(_within(members, depth + 1))))
            continue
        for is_text, pieces in groupby(members, lambda atom: isinstance(atom.inline, Text)):
            if is_text:
                result.append(Text("".join(piece.inline.text for piece in pieces if isinstance(piece.inline, Text))))
            else:
                result += [piece.inline for piece in pieces]
    return result
