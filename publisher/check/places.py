"""From words at fault to their line and column in the YAML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from publisher.check.passage import Passage
from publisher.model.diagnostic import Position

# Between two characters of printed text the author may have written marks, a folded line or an escape.
_CALL, _LINK_END, _FOLD = re.compile(r"\[\^[^\]\s]*\]"), re.compile(r"\]\(#[^)\s]*\)"), re.compile(r"\\\n\s*")
_SPACE = re.compile(r"\s*")


@dataclass(slots=True)
class Sources:
    """The texts of the author's files, with the start of each line found once."""

    texts: Mapping[str, str]
    _starts: dict[str, list[int]] = field(default_factory=dict)
    _hits: dict[tuple[Position, str, int], list[int]] = field(default_factory=dict)

    def place(self, passage: Passage, start: int, end: int) -> Position | None:
        """Where the words `start`–`end` of `passage` were written.

        Where that is not known, where the passage begins.
        """
        return self.find(passage.at, passage.text, start, end)

    def find(self, at: Position | None, text: str, start: int, end: int) -> Position | None:
        """Where the words `start`–`end` of `text`, written from `at` on, stand.

        `at` where they do not.
        """
        source = self.texts.get(at.file) if at else None
        words = text[start:end]
        if at is None or source is None or not words.strip():
            return at
        begin = self._offset(at)
        occurrence = text.count(words, 0, start)
        # Facts may be written shorter than they print, marks make them longer: twice the length covers both.
        end_of_region = begin + 2 * len(text) + 400
        if (at, words, end_of_region) not in self._hits:  # a text with many faults has the same words at fault
            self._hits[at, words, end_of_region] = list(_written(words, source[begin:end_of_region]))
        hits = self._hits[at, words, end_of_region]
        if not hits:
            return at
        return self._position(at.file, begin + hits[min(occurrence, len(hits) - 1)])

    def key(self, at: Position | None, key: str) -> Position | None:
        """Where `key:` stands in the mapping that begins at `at`, or `at` itself."""
        source = self.texts.get(at.file) if at else None
        if at is None or source is None:
            return at
        begin = self._offset(at)
        hit = re.compile(rf"(?<![\w-]){re.escape(key)}\s*:").search(source, begin)
        return self._position(at.file, hit.start()) if hit else at

    def word(self, at: Position | None, key: str, word: str) -> Position | None:
        """Where `word` stands after `key:` in the mapping at `at`.

        The place of the key where it stands nowhere.
        """
        place = self.key(at, key)
        source = self.texts.get(place.file) if place else None
        if place is None or source is None:
            return place
        hit = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(source, self._offset(place) + len(key))
        return self._position(place.file, hit.start()) if hit else place

    def again(self, at: Position | None, key: str, word: str) -> Position | None:
        """Where `word` stands the second time after `key:` in a mapping."""
        first = self.word(at, key, word)
        source = self.texts.get(first.file) if first else None
        if first is None or source is None:
            return first
        hit = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(source, self._offset(first) + len(word))
        return self._position(first.file, hit.start()) if hit else first

    def line(self, at: Position) -> str:
        """The line of the author's file at `at`, empty where there is none."""
        starts = self._lines(at.file)
        if not starts or not 1 <= at.line <= len(starts):
            return ""
        text = self.texts[at.file]
        return (
            text[starts[at.line - 1] :].split("\n", 1)[0]
            if at.line == len(starts)
            else (text[starts[at.line - 1] : starts[at.line] - 1])
        )

    def _lines(self, file: str) -> list[int]:
        if file not in self._starts:
            text = self.texts.get(file, "")
            self._starts[file] = [0, *(hit.end() for hit in re.finditer("\n", text))] if text else []
        return self._starts[file]

    def _offset(self, at: Position) -> int:
        starts = self._lines(at.file)
        return starts[min(at.line, len(starts)) - 1] + at.column - 1 if starts else 0

    def _position(self, file: str, offset: int) -> Position:
        starts = self._lines(file)
        line = bisect_right(starts, offset)
        return Position(file, line, offset - starts[line - 1] + 1)


def _written(words: str, source: str) -> Iterator[int]:
    """Where printed `words` stand in `source` as an author may have written them.

    Followed character by character: an expression made for the purpose takes a hundred times as long to compile.
    """
    first, start = words[0], 0
    while start < len(source):
        if not first.isspace():
            start = source.find(first, start)
            if start < 0:
                return
        end = _end(words, source, start)
        if end is not None:
            yield start
        start = max(end or 0, start + 1)


def _end(words: str, source: str, start: int) -> int | None:
    """Where `words`, written from `start` on, end; None where they are not written there."""
    places = {start}
    for number, character in enumerate(words):
        if number:
            places = _past_marks(source, places)
        if character.isspace():
            places = {end for place in places for end in range(place + 1, _space_end(source, place) + 1)}
        else:
            places = {place + 1 for place in places if source.startswith(character, place)}
        if not places:
            return None
    return max(places)


def _past_marks(source: str, places: set[int]) -> set[int]:
    """`places` and those that can be reached from them over marks the author may have written."""
    waiting, reached = list(places), set(places)
    while waiting:
        place = waiting.pop()
        if source[place : place + 1] not in ("*", "[", "]", "\\"):
            continue
        ends = [hit.end() for mark in (_CALL, _LINK_END) if (hit := mark.match(source, place))]
        if source[place] in "*[":
            ends.append(place + 1)
        if fold := _FOLD.match(source, place):
            ends += range(place + 2, fold.end() + 1)
        waiting += [end for end in ends if end not in reached]
        reached.update(ends)
    return reached


def _space_end(source: str, place: int) -> int:
    hit = _SPACE.match(source, place)
    return hit.end() if hit else place
