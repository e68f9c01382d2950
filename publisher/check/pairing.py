"""Pairs the passages of two language versions.

It says what stands for what, and what has no counterpart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from publisher.check.passage import Passage, passages_of
from publisher.model.resolved import Document

Arrange = Callable[[list[Passage], str], list[Passage]]  # passages of a language in an order of all languages
Pair = tuple[Passage | None, Passage | None]  # in the original, in the other version; None where it has none there

_PAIRED = ("heading", "paragraph", "cell", "note", "caption")
_TELLING = re.compile(r"[A-Z]{1,6}/[A-Za-z0-9./-]+|\d+")  # what a translation keeps: symbols and figures
# The number or mark of an item whose list the program does not number so: “(子)”, “(أ أ)”, “ii)”, “㈠”, a bullet.
_TYPED_ITEM = re.compile(
    r"\s*(?:[•‣◦▪●■∙]|[(（](?:[^\W\d_](?: ?[^\W\d_])?|[ivx]{1,5}|\d{1,2}|[一二三四五六七八九十]{1,3})[)）]"
    r"|(?:[ivx]{1,5}|[^\W\d_])\)(?=\s)|[‘’'“”]\d{1,2}[‘’'“”]|[㈠-㈩])"
)
_UNNUMBERED = ("tail", "labelled", "led", "preambular")
_LARGEST = 400_000  # pairs that are weighed one by one; beyond that the kinds of the passages decide alone
_GAP = -1.0  # what it costs to leave a passage without counterpart


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What likeness is judged by."""

    key: tuple[str, str, int]
    telling: frozenset[str]
    calls: int
    fact: str
    length: int


def paired(original: Document, version: Document, arrange: Arrange | None = None) -> list[Pair]:
    """The passages below page one in pairs, division by division.

    In the order of the original; `arrange` puts them first into one that is not the alphabet's of either language.
    """
    theirs, ours = (_by_division(document, arrange) for document in (original, version))
    names = list(dict.fromkeys((*theirs, *ours)))
    return [pair for name in names for pair in _pairs(theirs.get(name, []), ours.get(name, []))]


def key_of(passage: Passage) -> tuple[str, str, int]:
    """What versions have alike in a passage: kind, role, depth.

    The words in brackets below a resolution are told from a paragraph by their form, which a language may lack; words
    after a label read the same whether the program or the author wrote the label; an item is one whoever numbers it; a
    paragraph without number is printed alike in the preamble and after it.
    """
    if is_typed_item(passage):
        return passage.kind, "item", passage.depth
    return passage.kind, "unnumbered" if passage.role in _UNNUMBERED else passage.role, passage.depth


def is_typed_item(passage: Passage) -> bool:
    """True of a paragraph without a number of the program's that begins with the number or mark of an item."""
    loose = passage.kind == "paragraph" and passage.number is None and passage.role in ("unnumbered", "preambular")
    return loose and _TYPED_ITEM.match(passage.text) is not None


def _by_division(document: Document, arrange: Arrange | None) -> dict[str, list[Passage]]:
    # A notice (“Working translation”) is said of one version only.
    lines = [passage for passage in passages_of(document) if passage.kind in _PAIRED and passage.role != "notice"]
    divided = groupby(lines, key=lambda passage: "notes" if passage.division == "notes" else passage.division)
    listed = {name: list(passages) for name, passages in divided}
    return {name: arrange(one, document.language) for name, one in listed.items()} if arrange else listed


def _pairs(theirs: list[Passage], ours: list[Passage]) -> Iterator[Pair]:
    keys = [[key_of(passage) for passage in passages] for passages in (theirs, ours)]
    if keys[0] == keys[1]:
        yield from zip(theirs, ours, strict=True)
    elif len(theirs) * len(ours) > _LARGEST:
        yield from _by_kind(theirs, ours)
    else:
        yield from _by_likeness(theirs, ours)


def _by_kind(theirs: list[Passage], ours: list[Passage]) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, [key_of(p) for p in theirs], [key_of(p) for p in ours], autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        same = min(end - start, last - first)
        yield from zip(theirs[start : start + same], ours[first : first + same], strict=True)
        yield from ((passage, None) for passage in theirs[start + same : end])
        yield from ((None, passage) for passage in ours[first + same : last])


def _by_likeness(theirs: list[Passage], ours: list[Passage]) -> Iterator[Pair]:
    """Pair so that the sum of likenesses is the greatest (Needleman and Wunsch, 1970)."""
    ratio = math.log((sum(len(p.text) for p in theirs) + 1) / (sum(len(p.text) for p in ours) + 1))
    left, right = [_weighed(p) for p in theirs], [_weighed(p) for p in ours]
    best = [[_GAP * (row + column) for column in range(len(right) + 1)] for row in range(len(left) + 1)]
    for row, one in enumerate(left, 1):
        above, here = best[row - 1], best[row]
        for column, two in enumerate(right, 1):
            together = above[column - 1] + _likeness(one, two, ratio)
            here[column] = max(together, above[column] + _GAP, here[column - 1] + _GAP)
    yield from reversed(_walked_back(best, theirs, ours))


def _walked_back(best: list[list[float]], theirs: Sequence[Passage], ours: Sequence[Passage]) -> list[Pair]:
    pairs: list[Pair] = []
    row, column = len(theirs), len(ours)
    while row or column:
        here = best[row][column]
        if row and here == best[row - 1][column] + _GAP:
            row -= 1
            pairs.append((theirs[row], None))
        elif column and here == best[row][column - 1] + _GAP:
            column -= 1
            pairs.append((None, ours[column]))
        else:
            row, column = row - 1, column - 1
            pairs.append((theirs[row], ours[column]))
    return pairs


def _weighed(passage: Passage) -> _Weighed:
    telling = frozenset(_TELLING.findall(passage.text))
    return _Weighed(key_of(passage), telling, len(passage.calls), passage.fact, len(passage.text) + 1)


def _likeness(one: _Weighed, two: _Weighed, ratio: float) -> float:
    """How much two passages look like each other; far below zero where they cannot be the same.

    A heading may stand as a paragraph in another version: then their lengths decide.
    """
    alike = max(-3.0, 1.0 - 2.0 * abs(math.log(one.length / two.length) - ratio))
    if {one.key[0], two.key[0]} == {"heading", "paragraph"}:
        return -1.75 + alike / 2
    if one.key[0] != two.key[0]:
        return -9.0
    if one.key != two.key:
        return -1.5
    score = 2.0 if one.calls == two.calls else 0.5
    if one.fact or two.fact:
        score += 3.0 if one.fact == two.fact else -3.0
    if every := one.telling | two.telling:
        score += 3.0 * len(one.telling & two.telling) / len(every) - 1.0
    return score + alike
