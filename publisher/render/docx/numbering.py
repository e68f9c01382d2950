"""Native numbering: each printed number is counted by Word.

Or stands as a literal list text. The lists that styles carry hold every sequence that follows its like; any other has
an abstract list of its own, for two lists over one abstract list share its count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from publisher.render.docx.carried import CarriedList, Line
from publisher.render.docx.elements import Element, q, w
from publisher.render.docx.list_number import LEVELS, SIGN, WORD_FORMATS, Form, ListNumber, Place, form_of, is_native
from publisher.render.docx.styles import Styles

LITERAL = "literal"
FIRST_NSID = 0x10000000
_UNCOUNTED = {LITERAL: "none", SIGN: "bullet"}


@dataclass(slots=True)
class RunningList:
    """A list while it is written: what Word has counted so far.

    Its abstract list, its w:num.
    """

    abstract: int
    number: int
    counted: list[int] = field(default_factory=lambda: [0] * LEVELS)


class Numbering:
    """The numbering part: the lists of the styles, one more for each sequence.

    A restart where the next number is not the next count.
    """

    def __init__(self, root: Element, styles: Styles, rightward: bool) -> None:
        self._root = root
        self._styles = styles
        self._heading_position = styles.number_position()
        self._rightward = rightward
        self._shapes: dict[str, dict[int, Form]] = {}
        self._lists: dict[str, RunningList] = {}
        self._carried: dict[str, CarriedList] = {}
        taken = [int(a.get(q("abstractNumId"), "0")) for a in root.findall(q("abstractNum"))]
        self._next_abstract = max(taken, default=-1) + 1
        self._next_number = max((int(n.get(q("numId"), "0")) for n in root.findall(q("num"))), default=0) + 1
        self._first_num = len(root.findall(q("abstractNum")))

    def prepare(self, lines: Sequence[Line], lists: Iterable[CarriedList]) -> None:
        """Take up the forms of all numbers of the page, and give the styles the `lists` they carry."""
        for _, number in lines:
            levels = self._shapes.setdefault(number.sequence, {})
            levels.setdefault(number.level, form_of(number))
        for carried in lists:
            carried.abstract = self._add_abstract(carried.shape, carried.place, carried.styles)
            carried.number = self._add_number(carried.abstract, {})
            for level in carried.shape:
                style = carried.styles[level]
                self._carried[style] = carried
                self._styles.give(style, self._reference(carried.number, level))
        self._styles.dress_headings(self._carried)

    def properties(self, style: str, number: ListNumber | None) -> Element | None:
        """The w:numPr that makes Word print `number` before a paragraph of `style`.

        None where the style alone does.
        """
        carried = self._carried.get(style)
        if number is None:
            return self._reference(0, 0) if carried else None
        if carried and carried.holds(style, number):
            level = carried.level(style)
            if carried.arrives(level, number):
                return None
            return self._reference(self._add_number(carried.abstract, {level: number.ordinal or 1}), level)
        shape = self._shapes.get(number.sequence, {})
        if not is_native(number) or shape.get(number.level) != form_of(number):
            abstract = self._add_abstract({0: (LITERAL, number.printed)}, number.place)
            return self._reference(self._add_number(abstract, {}), 0)
        return self._reference(self._counted(number, number.ordinal or 1), number.level)

    def _counted(self, number: ListNumber, ordinal: int) -> int:
        """The w:num that counts to `ordinal` next; a new one that starts there where counting would not."""
        running = self._lists.get(number.sequence)
        if running is None:
            shape = self._shapes[number.sequence]
            abstract = self._add_abstract(shape, number.place)
            starts = dict.fromkeys(shape, 1) | {number.level: ordinal}
            running = RunningList(abstract, self._add_number(abstract, starts))
            self._lists[number.sequence] = running
        elif number.form != SIGN and running.counted[number.level] + 1 != ordinal and not number.deleted:
            running.number = self._add_number(running.abstract, {number.level: ordinal})
        if number.deleted:
            return running.number
        # ECMA-376 Part 1, 17.9.10: a level starts again after one above it was used.
        running.counted[number.level :] = [ordinal] + [0] * (LEVELS - number.level - 1)
        return running.number

    def _add_abstract(self, shape: dict[int, Form], place: Place, styles: Sequence[str] = ()) -> int:
        identifier = self._next_abstract
        self._next_abstract += 1
        kind = "multilevel" if len(shape) > 1 else "singleLevel"
        levels = [
            self._level(
                level, shape.get(level, ("decimal", "{}.")), place, styles[level] if level in shape and styles else ""
            )
            for level in range(max(shape) + 1)
        ]
        own = w("nsid", val=f"{FIRST_NSID + identifier:08X}")  # without it Word may take two lists for one
        made = w("abstractNum", own, w("multiLevelType", val=kind), *levels, abstractNumId=identifier)
        self._root.insert(self._first_num, made)
        self._first_num += 1
        return identifier

    def _level(self, level: int, form: Form, place: Place, style: str) -> Element:
        kind, pattern = form
        figures = _UNCOUNTED.get(kind) or WORD_FORMATS[kind]
        shown = pattern if kind in _UNCOUNTED else pattern.replace("{}", f"%{level + 1}")
        ends, begins = self._heading_position
        heading = place == "heading"
        made = w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=figures),
            *([w("pStyle", val=self._styles.id(style))] if style else []),
            w("suff", val="tab"),
            w("lvlText", val=shown),
            # “left” and “right” are the sides where a line begins and ends (MS-OI29500 2.1.281: Word knows start, center
            # and end only), so they are the same in Arabic. LibreOffice takes them for the sides of the page.
            w("lvlJc", val="right" if heading and ends < begins else "left"),
            ilvl=level,
        )
        if heading:
            made.append(w("pPr", w("ind", left=begins, hanging=begins - ends)))
        if self._rightward:
            made.append(w("rPr", w("rtl")))
        return made

    def _add_number(self, abstract: int, starts: dict[int, int]) -> int:
        number = self._next_number
        self._next_number += 1
        overrides = [
            w("lvlOverride", w("startOverride", val=start), ilvl=level) for level, start in sorted(starts.items())
        ]
        self._root.append(w("num", w("abstractNumId", val=abstract), *overrides, numId=number))
        return number

    @staticmethod
    def _reference(number: int, level: int) -> Element:
        return w("numPr", w("ilvl", val=level), w("numId", val=number))
