"""The sheets of a part that are as they were in the draft before.

For somebody who writes and waits for the page. A sheet comes of the words that begin on it and of those that were
tried on it and left to the next. So where the words of a sheet and of the one after are those of before, and the
sheet begins where it began, it is the sheet of before. Everything else is laid out as ever, and the draft is the same
whichever way: a test holds the two against each other.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, tostring

from publisher.render.pdf.pages import Earlier

if TYPE_CHECKING:
    from publisher.render.pdf.parts.layout import LaidOut

MOST_SHEETS = 60  # of a document whose boxes are held: about 100 MB
CONTAINERS = frozenset(["html", "body", "main", "section"])
Place = tuple[Any, ...]  # where a sheet begins, and what WeasyPrint knows there: an entry of its `page_maker`


@dataclass(slots=True)
class Words:
    """The blocks of a part in order, what each says, and the elements they stand in."""

    around: list[Element]
    blocks: list[Element]
    said: list[str]
    shape: list[tuple[str, dict[str, str]]]
    places: dict[int, int] = field(default_factory=dict)  # of an element (by id) the number of its block, or its first


def words_of(part: Element) -> Words:
    """The words of a part, taken before WeasyPrint has it."""
    words = Words([], [], [], [])
    _add(part, words)
    words.said = [tostring(block, encoding="unicode") for block in words.blocks]
    words.shape = [(element.tag, dict(element.attrib)) for element in (*words.around, *words.blocks)]
    return words


def _add(element: Element, words: Words) -> None:
    words.places[id(element)] = len(words.blocks)
    if element.tag not in CONTAINERS:
        words.blocks.append(element)
        return
    words.around.append(element)
    for child in element:
        _add(child, words)


class Again:
    """The sheets of `before` that the part `laid` now has as well."""

    def __init__(self, before: LaidOut, laid: LaidOut) -> None:
        assert before.words is not None and laid.words is not None
        self._before, self._laid = before, laid
        self._same = [one == other for one, other in zip(before.words.said, laid.words.said, strict=True)]
        places = before.context.page_maker
        self._begins = [_block_at(before.box, place[0], before.words) for place in places[:-1]]
        self._begins.append(len(self._same) - 1)  # beyond the last sheet
        self._now = dict(_pairs(before.words, laid.words, self._same))

    def sheet(self, index: int) -> tuple[Any, Any] | None:
        """The sheet of WeasyPrint's `index`, and where the next begins.

        None where it has to be laid out.
        """
        places, number = self._before.context.page_maker, index - self._before.start
        maker = self._laid.context.page_maker
        if number >= len(self._before.sheets) or not self._is_same(index, maker[index]):
            return None
        following = places[index + 1]
        self._note(index, places[index][-1]["anchors"], following)
        sheet = self._before.sheets[number]
        self._renew(sheet)
        if (painting := self._before.paintings.get(id(sheet))) is not None:
            self._laid.paintings[id(sheet)] = painting
        return sheet, following[0]

    def _is_same(self, index: int, begin: Place) -> bool:
        """Tell whether the sheet begins as before, and its words and those of the next are the same."""
        places = self._before.context.page_maker
        if begin[:4] != places[index][:4] or places[index][-1]["content_lookups"]:
            return False
        first, last = self._begins[index], self._begins[min(index + 2, len(places) - 1)]
        return first is not None and last is not None and all(self._same[first : last + 1])

    def _note(self, index: int, anchors: list[str], following: Place) -> None:
        """Note what WeasyPrint notes when it has made a sheet: where the next begins, what stands on it."""
        context = self._laid.context
        state = {
            "content_changed": following[0] is not None,
            "pages_wanted": False,
            "anchors": [],
            "content_lookups": [],
        }
        place = (*copy.deepcopy(following[:4]), state)
        context.page_maker[index + 1 :] = [place]
        context.page_maker[index][-1]["anchors"] = list(anchors)
        for anchor in anchors:
            context.target_collector.cache_target_page_counters(anchor, place[3][1], index, context.page_maker)

    def _renew(self, sheet: Any) -> None:
        """Have the boxes of a sheet stand for the elements of now; its notes are no longer to be placed."""
        from weasyprint.formatting_structure.boxes import FootnoteAreaBox

        for box in sheet.descendants(placeholders=True):
            box.element = self._now.get(id(box.element), box.element)
        areas = (child for child in sheet.children if isinstance(child, FootnoteAreaBox))
        placed = {id(box.element) for area in areas for box in area.descendants()}
        context = self._laid.context
        context.footnotes = [note for note in context.footnotes if id(note.element) not in placed]


def hold(earlier: Earlier, number: int, laid: LaidOut) -> None:
    """Have the next draft look at `laid`, and at those laid out before it while there is room.

    A part that is long, or hangs together, is laid out anew each time.
    """
    earlier.parts.pop(number, None)
    if len(laid.sheets) <= MOST_SHEETS and laid.words is not None and not laid.hanging:
        earlier.parts[number] = laid
    while sum(len(one.sheets) for one in earlier.parts.values()) > MOST_SHEETS:
        del earlier.parts[next(iter(earlier.parts))]


def again_of(before: LaidOut | None, laid: LaidOut) -> Again | None:
    """What `laid` can take from the draft `before`.

    None where other blocks stand in it, other styles draw it, or a picture is read from a file.
    """
    if before is None or before.words is None or laid.words is None or before.stylesheets != laid.stylesheets:
        return None
    if before.words.shape != laid.words.shape or before.start != laid.start:
        return None
    return Again(before, laid)


def _block_at(box: Any, resume_at: Any, words: Words) -> int | None:
    """The number of the block a sheet begins with or in; None where it goes on in several at once."""
    found = 0
    while resume_at and box.element_tag in CONTAINERS:
        if len(resume_at) != 1:
            return None
        [(place, resume_at)] = resume_at.items()
        box = box.children[place]
        if id(box.element) not in words.places:
            return None
        found = words.places[id(box.element)]
    return found


def _pairs(before: Words, now: Words, same: list[bool]) -> Iterator[tuple[int, Element]]:
    """Each element of before (by id) with the one that stands in its place, where nothing in it has changed."""
    for one, other in zip(before.around, now.around, strict=True):
        yield id(one), other
    for one, other, alike in zip(before.blocks, now.blocks, same, strict=True):
        if alike:
            yield from ((id(old), new) for old, new in zip(one.iter(), other.iter(), strict=True))
