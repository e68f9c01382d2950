"""Two tellings of one story held against each other: lines lost, added, moved, numbered or worded otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from publisher.model.story import Line, compared, unmarked

Kind = Literal["lost", "added", "moved", "number", "words-lost", "words-added", "words-differ"]
_CONTEXT = 12  # characters shown before a difference
_APART = 4  # characters between two differences that make them two
_LONGEST_NUMBER = 24  # characters a wrong number before a line may have
_LONGEST_CLOSE_READING = 20_000  # characters of two passages compared sign by sign


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: index of the expected line and of the block found, what was expected and what was found."""

    kind: Kind
    line: int | None
    block: int | None
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Matching:
    """Which blocks tell which expected line, and every difference; `blocks[i]` are the blocks of line i."""

    blocks: tuple[tuple[int, ...], ...]
    differences: tuple[Difference, ...]


def match(lines: Sequence[Line], found: Sequence[str]) -> Matching:
    """Give back how `found`, blocks of text in the form of `compared`, tells `lines`, each of one or more blocks."""
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
    """Give back line → block for lines whose place in the reading order is free, as the foot of page one's is."""
    wanted = [compared(unmarked(line.whole)) for line in lines]
    return {index: found.index(text) for index, text in enumerate(wanted) if text in found}


def _take(wanted: str, found: Sequence[str], at: int) -> int | None:
    """Give back how many blocks from `at` on say exactly `wanted` together, or None."""
    position, taken = 0, 0
    while position < len(wanted):
        if at + taken >= len(found) or not wanted.startswith(found[at + taken], position):
            return None
        position += len(found[at + taken])
        taken += 1
    return taken


class _Comparison:
    """The slow road, taken from the first line that is not told exactly."""

    def __init__(
        self, lines: Sequence[Line], wanted: list[str], found: Sequence[str], blocks: list[tuple[int, ...]]
    ) -> None:
        self.lines, self.wanted, self.found, self.blocks = lines, wanted, found, blocks

    def compare(self, rest: list[int], at: int) -> list[Difference]:
        joined = self._joined({self.wanted[index] for index in rest}, at)
        texts = ["".join([self.found[block] for block in group]) for group in joined]
        differences: list[Difference] = []
        matcher = SequenceMatcher(None, [self.wanted[index] for index in rest], texts, autojunk=False)
        for action, i1, i2, j1, j2 in matcher.get_opcodes():
            if action == "equal":
                for index, group in zip(rest[i1:i2], joined[j1:j2], strict=True):
                    self.blocks[index] = group
            else:
                differences += self._passage(rest[i1:i2], joined[j1:j2], texts[j1:j2])
        return _moved(differences, self.wanted)

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

    def _passage(
        self, lines: list[int], groups: list[tuple[int, ...]], texts: list[str]
    ) -> list[Difference]:
        """Compare a passage where no line is told exactly: numbers first, then whole lines, then sign by sign."""
        differences: list[Difference] = []
        left, right = list(lines), list(range(len(groups)))
        for index in lines:
            text = compared(unmarked(self.lines[index].text))
            for other in right:
                number = texts[other][: len(texts[other]) - len(text)]
                if text and texts[other].endswith(text) and len(number) <= _LONGEST_NUMBER:
                    if number != self.wanted[index][: len(self.wanted[index]) - len(text)]:
                        differences.append(self._number(index, groups[other], number))
                    self.blocks[index] = groups[other]
                    left.remove(index)
                    right.remove(other)
                    break
        for index in list(left):
            near = [other for other in right if _similar(self.wanted[index], texts[other])]
            if near:
                differences += self._words(index, near, groups, texts)
                self.blocks[index] = tuple(block for other in near for block in groups[other])
                left.remove(index)
                right = [other for other in right if other not in near]
        differences += [Difference("lost", index, None, self.wanted[index]) for index in left]
        differences += [Difference("added", None, groups[other][0], "", texts[other]) for other in right]
        return differences

    def _number(self, index: int, group: tuple[int, ...], number: str) -> Difference:
        return Difference("number", index, group[0], self.lines[index].printed, number)

    def _words(
        self, index: int, near: list[int], groups: list[tuple[int, ...]], texts: list[str]
    ) -> list[Difference]:
        wanted, told = self.wanted[index], "".join([texts[other] for other in near])
        first = first_difference(wanted, told)
        if first is None:
            return []
        start, old, new = first
        kind: Kind = "words-lost" if old and not new else "words-added" if new and not old else "words-differ"
        before = wanted[max(0, start - _CONTEXT) : start]
        return [Difference(kind, index, groups[near[0]][0], f"{before}[{old}]", f"{before}[{new}]")]


def first_difference(wanted: str, told: str) -> tuple[int, str, str] | None:
    """Give back where `told` first departs from `wanted`, the words there and those in their place; None if equal."""
    if wanted == told:
        return None
    if len(wanted) + len(told) > _LONGEST_CLOSE_READING:
        start = next((i for i, (a, b) in enumerate(zip(wanted, told, strict=False)) if a != b), 0)
        return start, wanted[start : start + 20], told[start : start + 20]
    start: tuple[int, int] | None = None
    end = (0, 0)
    for action, i1, i2, j1, j2 in SequenceMatcher(None, wanted, told, autojunk=False).get_opcodes():
        if action == "equal":
            if start is not None and i2 - i1 >= _APART:
                break
            continue
        start, end = start or (i1, j1), (i2, j2)
    assert start is not None
    return start[0], wanted[start[0] : end[0]], told[start[1] : end[1]]


def _similar(wanted: str, told: str) -> bool:
    """Two texts tell the same line when more than half of the shorter stands in the longer, in order."""
    shorter = min(len(wanted), len(told))
    if shorter < 4 or len(wanted) + len(told) > _LONGEST_CLOSE_READING:
        return wanted[:2] == told[:2]
    matching = SequenceMatcher(None, wanted, told, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matching if block.size > 1) > shorter / 2


def _moved(differences: list[Difference], wanted: list[str]) -> list[Difference]:
    """A line lost in one place and added in another has moved."""
    added = [difference for difference in differences if difference.kind == "added"]
    made: list[Difference] = []
    for difference in differences:
        if difference.kind == "lost" and difference.line is not None:
            twin = next((other for other in added if other.found == wanted[difference.line]), None)
            if twin is not None:
                added.remove(twin)
                made.append(Difference("moved", difference.line, twin.block, difference.expected, twin.found))
                continue
        if difference.kind != "added":
            made.append(difference)
    return made + added
