"""The difference of two lines of text as a redline shows it.

Kept words, struck words, added words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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

_TOKENS = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|\w+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Atom:
    """The smallest piece that is kept, struck or added as a whole, and what it is wrapped in from the outside in."""

    key: tuple[str, ...]
    inline: Inline
    wrappers: Inlines = ()


def difference(old: Inlines, new: Inlines, ghost: Callable[[Call], Call]) -> Inlines:
    """`new` with what `old` had Deleted and what it lacked Inserted.

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
