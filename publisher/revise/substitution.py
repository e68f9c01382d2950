"""Saying a change inside a passage as a few substitutions: for these words read those."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from publisher.model.story import CALL_CLOSE, CALL_OPEN

# A token is a footnote call, a word or number with what is written inside it, one ideograph, one sign, or white space.
_TOKENS = re.compile(
    rf"{CALL_OPEN}[^{CALL_CLOSE}]*{CALL_CLOSE}"
    r"|[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|\w+(?:[.,'’/-]\w+)*|\s+|.",
    re.DOTALL,
)
_IDEOGRAPH = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MOST_SUBSTITUTIONS = 4
_LARGEST_SHARE = 0.6  # of the passage: beyond, the whole passage is easier to read than its changes
_LONGEST_CONTEXT = 60  # tokens looked at on either side before a place counts as not to be told apart
_CONTEXT = 3  # ideographs quoted on either side of a change


@dataclass(frozen=True, slots=True)
class Substitution:
    """For `old` read `new`; `old` stands exactly once in the passage, `start` is where (characters from 0)."""

    old: str
    new: str
    start: int


@dataclass(frozen=True, slots=True)
class _Span:
    """Tokens i1–i2 of the old text give way to tokens j1–j2 of the new one."""

    i1: int
    i2: int
    j1: int
    j2: int


def substitutions(old: str, new: str) -> tuple[Substitution, ...] | None:
    """Give back the substitutions that turn `old` into `new`, or None where the whole passage reads better."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    spans = _changed(before, after)
    if not spans or len(spans) > _MOST_SUBSTITUTIONS:
        return None
    starts = _starts(before)
    widened = [_readable(span, before, after, old, starts) for span in spans]
    while None not in widened and (touching := _touching(widened)) is not None:
        # two places that came to overlap are one place: begin again from the two changes taken together
        first, second = spans[touching], spans[touching + 1]
        spans[touching : touching + 2] = [_Span(first.i1, second.i2, first.j1, second.j2)]
        widened = [_readable(span, before, after, old, starts) for span in spans]
    if None in widened:
        return None
    found = tuple(
        Substitution("".join(before[s.i1 : s.i2]), "".join(after[s.j1 : s.j2]), starts[s.i1]) for s in widened if s
    )
    if sum(len(s.old) for s in found) > _LARGEST_SHARE * len(old) and len(old) > 40:
        return None
    return found if substituted(old, found) == new else None


def substituted(text: str, changes: Sequence[Substitution]) -> str | None:
    """Give back `text` with every substitution made, or None where one does not stand there exactly once."""
    places = []
    for change in changes:
        if not change.old or text.count(change.old) != 1:
            return None
        places.append((text.index(change.old), change))
    places.sort(key=lambda place: place[0])
    result, done = [], 0
    for start, change in places:
        if start < done:
            return None
        result += [text[done:start], change.new]
        done = start + len(change.old)
    return "".join([*result, text[done:]])


def _changed(before: list[str], after: list[str]) -> list[_Span]:
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return _joined([_Span(i1, i2, j1, j2) for tag, i1, i2, j1, j2 in opcodes if tag != "equal"], near=2)


def _joined(spans: list[_Span], near: int = 0) -> list[_Span]:
    """Join spans that touch or that fewer than `near` tokens part."""
    joined: list[_Span] = []
    for span in sorted(spans, key=lambda span: (span.i1, span.j1)):
        if joined and span.i1 - joined[-1].i2 <= near:
            last = joined[-1]
            joined[-1] = _Span(last.i1, max(last.i2, span.i2), last.j1, max(last.j2, span.j2))
        else:
            joined.append(span)
    return joined


def _touching(spans: Sequence[_Span | None]) -> int | None:
    """Give back the index of the first span that overlaps the one after it."""
    for index, (first, second) in enumerate(pairwise(spans)):
        if first and second and (second.i1 < first.i2 or second.j1 < first.j2):
            return index
    return None


def _starts(tokens: list[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _readable(span: _Span, before: list[str], after: list[str], old: str, starts: list[int]) -> _Span | None:
    """Widen `span` by equal tokens on both sides until its old words can be read and stand once; None if never."""
    core = span
    for step in range(_LONGEST_CONTEXT):
        words = old[starts[span.i1] : starts[span.i2]]
        stands_alone = old.count(words) == 1 and not words[0].isspace() and not words[-1].isspace() if words else False
        if stands_alone and _cut_well(span, core, before, after):
            return span
        span = _wider(span, before, after, step)
    return None


def _cut_well(span: _Span, core: _Span, before: list[str], after: list[str]) -> bool:
    """Tell whether the quoted words begin and end where a reader can find them.

    Ideographs are not parted into words: some of them are quoted on either side of the change, or all up to a sign.
    Elsewhere a whole word is quoted at least.
    """
    if any(_IDEOGRAPH.match(token) for token in before[max(span.i1 - 1, 0) : span.i2 + 1]):
        left = span.i1 == 0 or span.j1 == 0 or core.i1 - span.i1 >= _CONTEXT or not before[span.i1 - 1].isalnum()
        right = (
            span.i2 == len(before) or span.j2 == len(after) or span.i2 - core.i2 >= _CONTEXT
            or not before[span.i2].isalnum()
        )  # fmt: skip
        whole_number = any(token[0].isdigit() for token in before[core.i1 : core.i2])
        return (left and right) or (whole_number and core.i2 > core.i1)
    return any(token[0].isalnum() for token in before[span.i1 : span.i2])


def _wider(span: _Span, before: list[str], after: list[str], step: int) -> _Span:
    """Take in one more token, right and left in turn: what stands beside a change is the same on both sides."""
    right = span.i2 < len(before) and span.j2 < len(after) and before[span.i2] == after[span.j2]
    left = span.i1 > 0 and span.j1 > 0 and before[span.i1 - 1] == after[span.j1 - 1]
    if right and (step % 2 == 0 or not left):
        return _Span(span.i1, span.i2 + 1, span.j1, span.j2 + 1)
    if left:
        return _Span(span.i1 - 1, span.i2, span.j1 - 1, span.j2)
    return span
