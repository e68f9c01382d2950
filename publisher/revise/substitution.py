"""Saying a change as a few substitutions: for these, read those.

Inside one passage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from publisher.model.characters import CALL_CLOSE, CALL_OPEN
from publisher.revise.sentences import bounds_of, sentence_of
from publisher.revise.usage import IDEOGRAPH, NONE, Usages

# A token is a footnote call, one ideograph, a number in groups of three, a word with what is written inside it, one
# sign, or white space.
_TOKENS = re.compile(
    rf"{CALL_OPEN}[^{CALL_CLOSE}]*{CALL_CLOSE}"
    rf"|{IDEOGRAPH.pattern}"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)"
    rf"|(?:(?!{IDEOGRAPH.pattern})\w)+(?:[.,'’/-](?:(?!{IDEOGRAPH.pattern})\w)+)*|\s+|.",
    re.DOTALL,
)
_NEVER_FIRST = ",.;:!?)]}”’»›、，。；：！？）】》〉」』،؛؟"  # no quoted words begin with one of these
_MOST_SUBSTITUTIONS = 4
_LARGEST_SHARE = 0.6  # of the passage: beyond, the whole passage is easier to read than its changes
_LONGEST_CONTEXT = 60  # tokens looked at on either side before a place counts as not to be told apart
_NEAR = 11  # characters between two changes that are said as one
_CONTEXT = 3  # ideographs quoted on either side of a change that is part of no term


@dataclass(frozen=True, slots=True)
class Substitution:
    """For `old` read `new`.

    `old` stands once in the sentence numbered `sentence`, 0: in the whole passage.
    """

    old: str
    new: str
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class _Span:
    """Tokens i1–i2 of the old text give way to tokens j1–j2 of the new one."""

    i1: int
    i2: int
    j1: int
    j2: int

    def wider(self, left: int, right: int) -> _Span:
        return _Span(self.i1 - left, self.i2 + right, self.j1 - left, self.j2 + right)


def substitutions(old: str, new: str, usages: Usages = NONE) -> tuple[Substitution, ...] | None:
    """The substitutions that turn `old` into `new`, or None.

    None where the whole passage reads better. `usages` tells terms apart where words are written without spaces.
    """
    return _Rewording(old, new, _TOKENS.findall(old), _TOKENS.findall(new), usages).substitutions()


def substituted(text: str, changes: Sequence[Substitution], terms: Sequence[Substitution] = ()) -> str | None:
    """`text` with every substitution made, or None.

    None where one does not stand exactly once in its place. `terms` are replaced wherever they stand in what no
    substitution touches.
    """
    places = _places(text, changes)
    if places is None:
        return None
    result, done = [], 0
    for start, change in places:
        result += [with_terms(text[done:start], terms), change.new]
        done = start + len(change.old)
    return "".join([*result, with_terms(text[done:], terms)])


def with_terms(text: str, terms: Sequence[Substitution]) -> str:
    """`text` with each of `terms` replaced wherever it stands."""
    for term in terms:
        text = text.replace(term.old, term.new)
    return text


def _places(text: str, changes: Sequence[Substitution]) -> list[tuple[int, Substitution]] | None:
    """Where each change stands in `text`, in order; None where one is not found once, or two overlap."""
    places: list[tuple[int, Substitution]] = []
    for change in changes:
        start, end = bounds_of(text, change.sentence)
        if not change.old or text.count(change.old, start, end) != 1:
            return None
        places.append((text.index(change.old, start, end), change))
    places.sort(key=lambda place: place[0])
    if any(start + len(change.old) > following for (start, change), (following, _) in pairwise(places)):
        return None
    return places


@dataclass(frozen=True, slots=True)
class _Rewording:
    """A passage before and after, in characters and in tokens."""

    old: str
    new: str
    before: list[str]
    after: list[str]
    usages: Usages

    def substitutions(self) -> tuple[Substitution, ...] | None:
        spans = self._changed()
        if not spans or len(spans) > _MOST_SUBSTITUTIONS:
            return None
        widened = [self._readable(span) for span in spans]
        while None not in widened and (touching := _touching(widened)) is not None:
            # two places that came to overlap are one place: begin again from the two changes taken together
            first, second = spans[touching], spans[touching + 1]
            spans[touching : touching + 2] = [_Span(first.i1, second.i2, first.j1, second.j2)]
            widened = [self._readable(span) for span in spans]
        if None in widened:
            return None
        found = tuple(self._said(span) for span in widened if span)
        if sum(len(change.old) for change in found) > _LARGEST_SHARE * len(self.old) and len(self.old) > 40:
            return None
        return found if substituted(self.old, found) == self.new else None

    def _changed(self) -> list[_Span]:
        opcodes = SequenceMatcher(None, self.before, self.after, autojunk=False).get_opcodes()
        spans = [_Span(i1, i2, j1, j2) for tag, i1, i2, j1, j2 in opcodes if tag != "equal"]
        return self._joined(spans)

    def _joined(self, spans: list[_Span]) -> list[_Span]:
        """Join changes so near each other that they are read as one: “104 votes to 3” for “105 votes to 2”."""
        joined = spans[:1]
        for span in spans[1:]:
            last = joined[-1]
            if len("".join(self.before[last.i2 : span.i1])) <= _NEAR:
                joined[-1] = _Span(last.i1, span.i2, last.j1, span.j2)
            else:
                joined.append(span)
        return joined

    def _said(self, span: _Span) -> Substitution:
        start, words = self._start(span), self._words(span)
        sentence = sentence_of(self.old, start, len(words))
        return Substitution(words, "".join(self.after[span.j1 : span.j2]), sentence)

    def _start(self, span: _Span) -> int:
        return sum(map(len, self.before[: span.i1]))

    def _words(self, span: _Span) -> str:
        return "".join(self.before[span.i1 : span.i2])

    def _readable(self, core: _Span) -> _Span | None:
        """Widen `core` by equal tokens on both sides until its old words can be read and stand once; None if never."""
        term = self._term(core)
        span = core.wider(*term) if term else core
        for step in range(_LONGEST_CONTEXT):
            if self._stands_once(span) and self._quotable(span, core, term is not None):
                return span
            span = self._wider(span, step)
        return None

    def _term(self, core: _Span) -> tuple[int, int] | None:
        """How many ideographs on either side make the change a term that the texts use."""
        before, after = "".join(self.before[: core.i1]), "".join(self.before[core.i2 :])
        new_before, new_after = "".join(self.after[: core.j1]), "".join(self.after[core.j2 :])
        return self.usages.term_around(
            _common_end(before, new_before), self._words(core), "".join(self.after[core.j1 : core.j2]),
            _common_start(after, new_after),
        )  # fmt: skip

    def _stands_once(self, span: _Span) -> bool:
        words = self._words(span)
        if not words or words[0].isspace() or words[-1].isspace() or (span.i1 > 0 and words[0] in _NEVER_FIRST):
            return False
        start, end = bounds_of(self.old, sentence_of(self.old, self._start(span), len(words)))
        return self.old.count(words, start, end) == 1

    def _quotable(self, span: _Span, core: _Span, term: bool) -> bool:
        """Tell whether a reader knows from the quoted words what changes; signs are quoted between their words."""
        if letters("".join(self.before[core.i1 : core.i2])) != letters("".join(self.after[core.j1 : core.j2])):
            return term or self._cut_well(span, core)
        before, after = self.before[: core.i1], self.before[core.i2 :]
        left, right = before[span.i1 :], after[: span.i2 - core.i2]
        # a space beside the sign parts it from the next word well enough, but not on both sides
        first = any(map(_is_word, left)) or not before or before[-1].isspace()
        last = any(map(_is_word, right)) or not after or after[0].isspace()
        return first and last and any(map(_is_word, self.before[span.i1 : span.i2]))

    def _cut_well(self, span: _Span, core: _Span) -> bool:
        """Tell whether the quoted words begin and end where a reader can find them.

        Ideographs are not parted into words: some of them are quoted on either side of the change, or all up to a
        sign. Elsewhere a whole word is quoted at least.
        """
        before, after = self.before, self.after
        if any(IDEOGRAPH.match(token) for token in before[max(span.i1 - 1, 0) : span.i2 + 1]):
            left = span.i1 == 0 or span.j1 == 0 or core.i1 - span.i1 >= _CONTEXT or not before[span.i1 - 1].isalnum()
            right = (
                span.i2 == len(before) or span.j2 == len(after) or span.i2 - core.i2 >= _CONTEXT
                or not before[span.i2].isalnum()
            )  # fmt: skip
            whole_number = any(token[0].isdigit() for token in before[core.i1 : core.i2])
            return (left and right) or (whole_number and core.i2 > core.i1)
        return any(token[0].isalnum() for token in before[span.i1 : span.i2])

    def _wider(self, span: _Span, step: int) -> _Span:
        """Take in one more token, right and left in turn: what stands beside a change is the same on both sides."""
        before, after = self.before, self.after
        right = span.i2 < len(before) and span.j2 < len(after) and before[span.i2] == after[span.j2]
        left = span.i1 > 0 and span.j1 > 0 and before[span.i1 - 1] == after[span.j1 - 1]
        if right and (step % 2 == 0 or not left):
            return span.wider(0, 1)
        return span.wider(1, 0) if left else span


def letters(text: str) -> str:
    """The letters and figures of `text`, without its signs and spaces."""
    return "".join(character for character in text if character.isalnum())


def _is_word(token: str) -> bool:
    return token[0].isalnum()


def _touching(spans: Sequence[_Span | None]) -> int | None:
    """The index of the first span that overlaps the one after it."""
    for index, (first, second) in enumerate(pairwise(spans)):
        if first and second and (second.i1 < first.i2 or second.j1 < first.j2):
            return index
    return None


def _common_start(one: str, other: str) -> str:
    length = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:length]


def _common_end(one: str, other: str) -> str:
    return _common_start(one[::-1], other[::-1])[::-1]
