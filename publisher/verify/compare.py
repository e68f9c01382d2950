"""Two tellings of one story held against each other.

Lines lost, added, moved, numbered or worded otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from publisher.model.characters import compared, unmarked
from publisher.verify.expected import Line

Kind = Literal["lost", "added", "moved", "number", "words-lost", "words-added", "words-differ"]
_CONTEXT = 12  # characters shown before a difference
_APART = 4  # characters between two differences that make them two
_LONGEST_NUMBER = 24  # characters a wrong number before a line may have
_LONGEST_CLOSE_READING = 20_000  # characters of two passages compared sign by sign


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: line and block by index, expected and found."""

    kind: Kind
    line: int | None
    block: int | None
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Matching:
    """Which blocks tell which expected line, and every difference.

    `blocks[i]` are the blocks of line i.
    """

    blocks: tuple[tuple[int, ...], ...]
    differences: tuple[Difference, ...]


def match(lines: Sequence[Line], found: Sequence[str]) -> Matching:
    """How `found`, blocks of text, tells `lines`.

    In the form of `compared`; a line may take several blocks.
    """
    wanted = [compared(unmarked(line.whole)) for line in lines]
    blocks: list[tuple[int, ...]] = [()] * len(lines)
    lines_used = [index for index, text in enumerate(wanted) if text]
    at = 0
    for count, index in enumerate(lines_used):
        taken = _take(wanted[index], found, at)
        if taken is None:
            rest = lines_used[count:]
            differences = _Comparison(lines, wanted, found, blocks).compare(rest, at)
            return Matching(tuple(blocks), tuple(differences))
        blocks[index] = tuple(range(at, at + taken))
        at += taken
    rest_found = tuple(Difference("added", None, block, "", found[block]) for block in range(at, len(found)))
    return Matching(tuple(blocks), rest_found)


def set_aside(lines: Sequence[Line], found: Sequence[str]) -> dict[int, int]:
    """Line → block for lines whose place in the order is free.

    As the foot of page one's is.
    """
    wanted = [compared(unmarked(line.whole)) for line in lines]
    return {index: found.index(text) for index, text in enumerate(wanted) if text in found}


def _take(wanted: str, found: Sequence[str], at: int) -> int | None:
    """How many blocks from `at` on say exactly `wanted` together, or None."""
    position, taken = 0, 0
    while position < len(wanted):
        if at + taken >= len(found) or not wanted.startswith(found[at + taken], position):
            return None
        position += len(found[at + taken])
        taken += 1
    return taken


@dataclass(frozen=True, slots=True)
class _Told:
    """Blocks that tell one line together, and their text."""

    blocks: tuple[int, ...]
    text: str


class _Comparison:
    """The slow road, taken from the first line that is not told exactly."""

    def __init__(
        self, lines: Sequence[Line], wanted: list[str], found: Sequence[str], blocks: list[tuple[int, ...]]
    ) -> None:
        self.lines, self.wanted, self.found, self.blocks = lines, wanted, found, blocks

    def compare(self, rest: list[int], at: int) -> list[Difference]:
        """Compare passage by passage.

        Numbers first, then lines that moved, then words, then what is left over.
        """
        joined = self._joined({self.wanted[index] for index in rest}, at)
        texts = ["".join([self.found[block] for block in group]) for group in joined]
        passages = []
        matcher = SequenceMatcher(None, [self.wanted[index] for index in rest], texts, autojunk=False)
        for action, i1, i2, j1, j2 in matcher.get_opcodes():
            if action == "equal":
                for index, group in zip(rest[i1:i2], joined[j1:j2], strict=True):
                    self.blocks[index] = group
            else:
                told = [_Told(group, text) for group, text in zip(joined[j1:j2], texts[j1:j2], strict=True)]
                passages.append((rest[i1:i2], told))
        numbers = [found for lines, told in passages for found in self._numbers(lines, told)]
        moved = self._moved(passages)
        words = [found for lines, told in passages for found in self._words(lines, told)]
        lost = [Difference("lost", index, None, self.wanted[index]) for lines, _ in passages for index in lines]
        added = [Difference("added", None, each.blocks[0], "", each.text) for _, told in passages for each in told]
        return [*numbers, *moved, *words, *lost, *added]

    def _joined(self, wanted: set[str], at: int) -> list[tuple[int, ...]]:
        """Put together blocks that are one line only when read on, as over a page end."""
        groups: list[tuple[int, ...]] = []
        while at < len(self.found):
            size = 1
            if self.found[at] not in wanted:
                text = self.found[at]
                for more in range(1, min(6, len(self.found) - at)):
                    text += self.found[at + more]
                    if text in wanted:
                        size = more + 1
                        break
            groups.append(tuple(range(at, at + size)))
            at += size
        return groups

    def _numbers(self, lines: list[int], told: list[_Told]) -> Iterator[Difference]:
        """Take out of a passage the lines that differ in their number only."""
        for index in list(lines):
            each = next((each for each in told if self._numbered(index, each.text) is not None), None)
            if each is None:
                continue
            number = self._numbered(index, each.text) or ""
            self.blocks[index] = each.blocks
            lines.remove(index)
            told.remove(each)
            if number != compared(self.lines[index].printed):
                yield Difference("number", index, each.blocks[0], self.lines[index].printed, number)

    def _numbered(self, index: int, text: str) -> str | None:
        """The number before the text of line `index` if `text` is that line under any number."""
        wanted = compared(unmarked(self.lines[index].text))
        number = text[: len(text) - len(wanted)]
        return number if wanted and text.endswith(wanted) and len(number) <= _LONGEST_NUMBER else None

    def _moved(self, passages: list[tuple[list[int], list[_Told]]]) -> list[Difference]:
        """Take out the lines that are lost in one place and told in another, under any number."""
        differences = []
        for lines, _ in passages:
            for index in list(lines):
                for _, told in passages:
                    each = next((each for each in told if self._numbered(index, each.text) is not None), None)
                    if each is not None:
                        lines.remove(index)
                        told.remove(each)
                        self.blocks[index] = each.blocks
                        differences.append(Difference("moved", index, each.blocks[0], self.wanted[index], each.text))
                        break
        return differences

    def _words(self, lines: list[int], told: list[_Told]) -> Iterator[Difference]:
        """Take out of a passage the lines that are told in other words."""
        for index in list(lines):
            near = [each for each in told if _similar(self.wanted[index], each.text)]
            if not near:
                continue
            lines.remove(index)
            for each in near:
                told.remove(each)
            self.blocks[index] = tuple(block for each in near for block in each.blocks)
            found = first_difference(self.wanted[index], "".join([each.text for each in near]))
            if found is not None:
                start, old, new = found
                kind: Kind = "words-lost" if old and not new else "words-added" if new and not old else "words-differ"
                before = self.wanted[index][max(0, start - _CONTEXT) : start]
                yield Difference(kind, index, near[0].blocks[0], f"{before}[{old}]", f"{before}[{new}]")


def first_difference(wanted: str, told: str) -> tuple[int, str, str] | None:
    """Where `told` first departs from `wanted`, or None if equal.

    The words there and those in their place.
    """
    if wanted == told:
        return None
    if len(wanted) + len(told) > _LONGEST_CLOSE_READING:
        start = next((i for i, (a, b) in enumerate(zip(wanted, told, strict=False)) if a != b), 0)
        return start, wanted[start : start + 20], told[start : start + 20]
    begin: tuple[int, int] | None = None
    end = (0, 0)
    for action, i1, i2, j1, j2 in SequenceMatcher(None, wanted, told, autojunk=False).get_opcodes():
        if action == "equal":
            if begin is not None and i2 - i1 >= _APART:
                break
            continue
        begin, end = begin or (i1, j1), (i2, j2)
    assert begin is not None
    return begin[0], wanted[begin[0] : end[0]], told[begin[1] : end[1]]


def _similar(wanted: str, told: str) -> bool:
    """Two texts tell the same line when more than half of the shorter stands in the longer, in order."""
    shorter = min(len(wanted), len(told))
    if shorter < 4 or len(wanted) + len(told) > _LONGEST_CLOSE_READING:
        return wanted[:2] == told[:2]
    matching = SequenceMatcher(None, wanted, told, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matching if block.size > 1) > shorter / 2
