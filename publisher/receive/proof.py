"""Holds what was brought in against a second reading.

Which words are missing, added, in another order. The second reading is not the one the import was made from; what the
import left out it says itself, and that is taken off. Figures count as words: a number that changed is a word lost
and a word added.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|\u0648(?=\d)|(?:(?![\u3400-\u9fff\uf900-\ufaff])[^\W_])+")
# Where a word may part, which parts none, and marks of direction.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff"))
_TELLING = 24  # characters of a line that is taken for the same one in both readings
_OF_PAGE_ONE = ("*", "†")  # notes whose place in either reading says nothing
_SHOWN = 12  # words named in a finding


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many words the source has, which are lost, added or moved."""

    words: int
    lost: Counter[str]
    added: Counter[str]
    moved: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the source's words that the folder has."""
        return 1 - self.lost.total() / self.words if self.words else 1.0


def compared(source: Sequence[str], boxed: Iterable[str], left_out: Iterable[str], made: Sequence[str]) -> Comparison:
    """The lines of the `source` held against the lines `made` of it.

    Those `left_out` are not counted. Those `boxed` count with the source, but have no place in its order.
    """
    there = words_of(source) + words_of(boxed)
    wanted = there - words_of(left_out)
    found = words_of(made)
    return Comparison(wanted.total(), wanted - found, found - there, tuple(_moved(source, made)))


def words_of(lines: Iterable[str]) -> Counter[str]:
    """Every word and figure of `lines`, and how often; Chinese by characters."""
    counted: Counter[str] = Counter()
    for line in lines:
        counted.update(_WORD.findall(unicodedata.normalize("NFKC", line.translate(_UNSEEN))))  # ㈠ is (一)
    return counted


def _moved(source: Sequence[str], made: Sequence[str]) -> list[str]:
    """Lines that stand once in both readings, and in another order: those outside the longest run in order."""
    source = [line for line in source if not line.strip().startswith(_OF_PAGE_ONE)]
    places = {key: place for place, key in enumerate(map(_key, made))}
    once = Counter(map(_key, source))
    twice = Counter(map(_key, made))
    kept = [
        (places[key], line) for line in source if len(key := _key(line)) >= _TELLING and once[key] == twice[key] == 1
    ]
    tails: list[int] = []
    lengths = []
    for place, _ in kept:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
        lengths.append(at + 1)
    moved, length = [], len(tails)
    for (_, line), reached in zip(reversed(kept), reversed(lengths), strict=True):
        if reached == length:
            length -= 1
        else:
            moved.append(line)
    return moved


def _key(line: str) -> str:
    return "".join(_WORD.findall(line))


def findings_of(comparison: Comparison, source: str) -> tuple[Diagnostic, ...]:
    """Errors for words lost, for words added, for lines moved."""
    at = PagePosition(source)
    found = []
    if lost := comparison.lost:
        said = f"{lost.total()} of {comparison.words} words are missing: {_told(lost)}"
        found.append(finding("IM022", said, at, span=_some(lost)))
    if added := comparison.added:
        said = f"{added.total()} words are not in the source: {_told(added)}"
        found.append(finding("IM023", said, at, span=_some(added)))
    if moved := comparison.moved:
        said = f"{len(moved)} lines stand in another order"
        found.append(finding("IM025", said, at, span=moved[0][:60]))
    return tuple(found)


def _told(words: Counter[str]) -> str:
    """Some of the words, in quotation marks; that there are more."""
    return f"“{_some(words)}”" + (" …" if len(words) > _SHOWN else "")


def _some(words: Counter[str]) -> str:
    return " ".join([word for word, _ in words.most_common(_SHOWN)])
