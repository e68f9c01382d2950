"""Puts lines into the nested bodies of a document folder.

And counts along as the program will count them. What the program will print of itself is not written: a number that
agrees with the count is left to it, one that does not is kept as it stands in the source, and told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from publisher.language import Vocabulary
from publisher.model.document import LOOKS
from publisher.receive.folder import Noted, Remark

DEEPEST_HEADING = 5
DEEPEST_ITEM = 4
Body = list[Any]
_PLAIN_NUMBER = re.compile(r"(\d{1,4})(?: (bis|ter|quater|quinquies))?\s?[.．、)]?|(\d{1,4})\s?-")
_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?")


@dataclass(slots=True)
class _Items:
    """The open subparagraphs: at each degree the list they stand in and how many it has."""

    lists: list[Body] = field(default_factory=list)
    lefts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Points:
    """The open list of points: its block, at each degree where the points stand and their list."""

    block: dict[str, Any]
    open: list[tuple[int, Body]]


@dataclass(slots=True)
class Division:
    """The body or an annex while it is being filled.

    `base` is the degree of its first headings.
    """

    vocabulary: Vocabulary
    base: int = 1
    operative: bool = False  # its numbers are those of the operative paragraphs of a decision
    body: Body = field(default_factory=list)
    numbered: int = 0  # paragraphs with a number so far
    open: list[tuple[int, Body]] = field(default_factory=list)  # rank of each open heading, its body
    headings: list[int] = field(default_factory=lambda: [0] * DEEPEST_HEADING)
    count: int = 0
    left: list[int] = field(default_factory=list)  # how far each count had come that one from 1 interrupts
    items: _Items = field(default_factory=_Items)
    points: _Points | None = None
    lines: list[str] = field(default_factory=list)  # the words of its paragraphs, in order
    owner: dict[str, Any] | None = None  # the paragraph that subparagraphs go under
    appendices: list[tuple[str, dict[str, Any]]] = field(default_factory=list)  # label in the source, and block

    @property
    def here(self) -> Body:
        """The list that the next block goes into."""
        return self.open[-1][1] if self.open else self.body

    def within(self) -> Division:
        """An empty division that stands in this one: its counts go on."""
        inner = Division(self.vocabulary, min(self.base + len(self.open), DEEPEST_HEADING), self.operative)
        inner.headings, inner.count, inner.left = list(self.headings), self.count, self.left
        inner.lines, inner.appendices = self.lines, self.appendices
        return inner

    def take_in(self, block: Any, inner: Division) -> None:
        """Put down a block that holds what `inner` has read, and count on from there."""
        self.add(block)
        self.headings, self.count = inner.headings, inner.count
        self.numbered += inner.numbered

    def add(self, block: Any) -> None:
        """Put down a block that is no heading, paragraph or subparagraph."""
        self.here.append(block)
        self.owner, self.items = None, _Items()

    def point(self, kind: str, words: str, left: int) -> None:
        """Put down a point of a list, under the last one where it stands further in."""
        points = self.points if self.points and self.here and self.here[-1] is self.points.block else None
        while points and len(points.open) > 1 and left < points.open[-1][0]:
            points.open.pop()
        if points and left > points.open[-1][0] and len(points.open) < DEEPEST_ITEM:
            points.open.append((left, _with_items(points.open[-1][1]).setdefault("items", [])))
        elif points is None or (len(points.open) == 1 and kind not in points.block):
            block: dict[str, Any] = {kind: []}
            self.add(block)
            points = self.points = _Points(block, [(left, block[kind])])
        points.open[-1][1].append(words)

    # Headings

    def heading(self, words: str, number: str, rank: int) -> None:
        """Open a heading: at its rank's degree, or where its number goes on."""
        depth = self._depth(number, rank)
        del self.open[depth - self.base :]
        block: dict[str, Any] = {"heading": words}
        remarks: tuple[Remark, ...] = ()
        if number and self._counts_on(number, depth):
            self.headings[depth - 1] += 1
            self.headings[depth:] = [0] * (DEEPEST_HEADING - depth)
        else:
            block["numbered"] = False
            if number:
                block["heading"] = f"{number} {words}"
                said = f"the number “{number}” is not the one counting gives here; it stands in the words"
                remarks = (Remark("IM015", said, number),)
        usual = 2 if depth == 1 and "numbered" in block else depth  # how the program sets it of itself
        if rank != usual and rank <= len(LOOKS):
            block["look"] = LOOKS[rank - 1]
        block["body"] = []
        self.here.append(Noted(block, remarks) if remarks else block)
        self.open.append((rank, block["body"]))
        self.owner, self.items = None, _Items()

    def _depth(self, number: str, rank: int) -> int:
        under = sum(1 for _ in self._above(rank))
        depth = min(self.base + under, DEEPEST_HEADING)
        if number and not self._counts_on(number, depth):
            deepest = min(self.base + len(self.open), DEEPEST_HEADING)
            fitting = [at for at in range(self.base, deepest + 1) if self._counts_on(number, at)]
            depth = fitting[0] if fitting else depth
        return depth

    def _above(self, rank: int) -> Any:
        """The open headings that one of this rank stands under."""
        for above, body in self.open:
            if above >= rank:
                return
            yield above, body

    def _counts_on(self, number: str, depth: int) -> bool:
        return same(number, self.vocabulary.heading_number(depth, self.headings[depth - 1] + 1).printed)

    # Paragraphs

    def paragraph(self, words: str, number: str) -> None:
        """Put down a numbered paragraph.

        A number that counting would not give is kept with it.
        """
        self.numbered += 1
        if same(number, self._printed(self.count + 1)):
            self.count += 1
            self._own({"paragraph": words}, ())
            return
        if found := _DOTTED.fullmatch(number):
            self._own({"paragraph": words, "number": found[1]}, ())
            return
        found = _PLAIN_NUMBER.fullmatch(number)
        if found is None or (found[1] or found[3]).startswith("0"):  # no count begins below 1, none has “01”
            self.plain(f"{number} {words}", (Remark("IM015", f"the number “{number}” stands in the words", number),))
            return
        value, insertion = int(found[1] or found[3]), found[2]
        remark = self._slip(value, number)
        if insertion:
            self._own({"paragraph": words, "number": f"{value} {insertion}"}, ())
            return
        if value == 1 and self.count:
            self.left.append(self.count)
        self.count = value
        self._own({"paragraph": words, "number": str(value)}, (remark,))

    def _slip(self, value: int, number: str) -> Remark:
        if value == 1:
            return Remark("IM011", "the paragraphs count from 1 again here", number)
        if self.left and value == self.left[-1] + 1:
            self.left.pop()
            return Remark("IM011", "the count before the last one goes on here", number)
        return Remark("IM013", f"paragraph {self.count} is followed by {value}; kept as it stands", number)

    def _printed(self, count: int) -> str:
        vocabulary = self.vocabulary
        return (vocabulary.operative_number if self.operative else vocabulary.paragraph_number)(count).printed

    def plain(self, words: str, remarks: tuple[Remark, ...] = ()) -> None:
        """Put down a paragraph without a number."""
        self._own({"unnumbered": words}, remarks)

    def _own(self, block: dict[str, Any], remarks: tuple[Remark, ...]) -> None:
        self.lines.append(next(iter(block.values())))
        self.here.append(Noted(block, remarks) if remarks else block)
        self.owner, self.items = block, _Items()

    # Subparagraphs

    def takes_item(self, number: str, left: int) -> bool:
        """Whether a subparagraph with this number goes on a list.

        Of the paragraph above; or begins one.
        """
        return self.owner is not None and self._item_depth(number, left) is not None

    def item(self, words: str, number: str, left: int) -> None:
        """Put down a subparagraph that `takes_item` said has its place here."""
        depth = self._item_depth(number, left)
        if self.owner is None or depth is None:
            raise ValueError(f"no list for {number}")
        items = self.items
        del items.lists[depth:], items.lefts[depth:]
        if len(items.lists) < depth:
            holder = self.owner if depth == 1 else _with_items(items.lists[depth - 2])
            items.lists.append(holder.setdefault("items", []))
            items.lefts.append(left)
        items.lists[depth - 1].append(words)

    def _item_depth(self, number: str, left: int) -> int | None:
        """The degree whose list `number` goes on, the deepest first; else a new one below."""
        items, open_now = self.items, len(self.items.lists)
        going_on = [
            depth
            for depth in range(open_now, 0, -1)
            if same(number, self.vocabulary.item_number(depth, len(items.lists[depth - 1]) + 1).printed)
        ]
        begins = open_now < DEEPEST_ITEM and same(number, self.vocabulary.item_number(open_now + 1, 1).printed)
        if begins and (not going_on or left > items.lefts[going_on[0] - 1]):
            return open_now + 1
        return going_on[0] if going_on else None


def _with_items(items: Body) -> dict[str, Any]:
    """The last of `items` as an entry that may have subparagraphs of its own."""
    if not isinstance(items[-1], dict):
        items[-1] = {"item": items[-1]}
    last: dict[str, Any] = items[-1]
    return last


def same(one: str, other: str) -> bool:
    """Whether two numbers are the same to a reader.

    Blanks and a wide point do not tell them apart.
    """
    return _folded(one) == _folded(other)


def _folded(number: str) -> str:
    return re.sub(r"\s", "", number).translate(_FOLDED)


_FOLDED = str.maketrans(
    {"．": ".", "（": "(", "）": ")", "ـ": "", "\u064b": "", "\u064f": "", "\u064e": "", "\u0650": ""}
)


def simplest(body: Body) -> Body:
    """`body` with plain paragraphs as plain lines, empty bodies left out."""
    return [_simple(block) for block in body]


def _simple(block: Any) -> Any:
    match block:
        case Noted(value, remarks):
            return Noted(_simple(value), remarks)
        case {"paragraph": str(words), **rest} if not rest:
            return words
        case {"heading": _, "body": list(inner)}:
            kept = {key: value for key, value in block.items() if key != "body"}
            return kept | ({"body": simplest(inner)} if inner else {})
        case {"body": list(inner)}:
            return block | {"body": simplest(inner)}
        case _:
            return block
