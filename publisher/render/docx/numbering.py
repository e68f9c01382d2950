"""Native numbering: each printed number is counted by Word.

Or stands as a literal list text. Each sequence of the page has an abstract list of its own. Two lists over one
abstract list share its count, so the paragraphs of a report would go on from the agenda that interrupts them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from publisher.render.docx.elements import Element, q, w

LEVELS = 9
LITERAL = "literal"
SIGN = "sign"  # a bullet or dash
FIRST_NSID = 0x10000000
# Forms whose figures Word and the resolver write alike; every other form is set as a literal list text.
WORD_FORMATS = {
    "decimal": "decimal",
    "lower-letter": "lowerLetter",
    "upper-letter": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk": "chineseCountingThousand",
}
Place = Literal["text", "heading"]  # before a paragraph, or right-aligned before a heading
_UNCOUNTED = {LITERAL: "none", SIGN: "bullet"}
Form = tuple[str, str]  # form and pattern: (“decimal”, “{}.”)


@dataclass(frozen=True, slots=True)
class ListNumber:
    """A number of the page: list, level, value, form, printed text.

    Levels count from 0; value is None when inserted.
    """

    sequence: str
    level: int
    ordinal: int | None
    form: str
    pattern: str
    printed: str
    place: Place = "text"
    deleted: bool = False  # a redline strikes it out: it must not move the count of those that stay


@dataclass(slots=True)
class RunningList:
    """A list while it is written: what Word has counted so far.

    Its abstract list, its w:num.
    """

    abstract: int
    number: int
    counted: list[int] = field(default_factory=lambda: [0] * LEVELS)


class Numbering:
    """The numbering part: one list for each sequence.

    A restart where the next number is not the next count.
    """

    def __init__(self, root: Element, heading_position: tuple[int, int], rightward: bool) -> None:
        self._root = root
        self._heading_position = heading_position
        self._rightward = rightward
        self._shapes: dict[str, dict[int, Form]] = {}
        self._lists: dict[str, RunningList] = {}
        taken = [int(a.get(q("abstractNumId"), "0")) for a in root.findall(q("abstractNum"))]
        self._next_abstract = max(taken, default=-1) + 1
        self._next_number = max((int(n.get(q("numId"), "0")) for n in root.findall(q("num"))), default=0) + 1
        self._first_num = len(root.findall(q("abstractNum")))

    def prepare(self, numbers: Iterable[ListNumber]) -> None:
        """Learn which forms each sequence uses on which level.

        From all numbers of the page.
        """
        for number in numbers:
            if is_native(number):
                levels = self._shapes.setdefault(number.sequence, {})
                levels.setdefault(number.level, _form(number))

    def properties(self, number: ListNumber) -> Element:
        """The w:numPr that makes Word print `number`."""
        shape = self._shapes.get(number.sequence, {})
        if not is_native(number) or shape.get(number.level) != _form(number):
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

    def _add_abstract(self, shape: dict[int, Form], place: Place) -> int:
        identifier = self._next_abstract
        self._next_abstract += 1
        kind = "multilevel" if len(shape) > 1 else "singleLevel"
        levels = [self._level(level, shape.get(level, ("decimal", "{}.")), place) for level in range(max(shape) + 1)]
        own = w("nsid", val=f"{FIRST_NSID + identifier:08X}")  # without it Word may take two lists for one
        made = w("abstractNum", own, w("multiLevelType", val=kind), *levels, abstractNumId=identifier)
        self._root.insert(self._first_num, made)
        self._first_num += 1
        return identifier

    def _level(self, level: int, form: Form, place: Place) -> Element:
        kind, pattern = form
        figures = _UNCOUNTED.get(kind) or WORD_FORMATS[kind]
        shown = pattern if kind in _UNCOUNTED else pattern.replace("{}", f"%{level + 1}")
        ends, begins = self._heading_position
        heading = place == "heading"
        made = w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=figures),
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


def list_number(block: Element, place: Place) -> ListNumber | None:
    """The number that a block of the page carries, None where it has none."""
    sequence = block.get("data-sequence")
    if sequence is None:
        return None
    ordinal = block.get("data-ordinal")
    first = next((child for child in block if child.get("class") == "number"), block)
    return ListNumber(
        sequence=sequence,
        level=int(block.get("data-level", "0")),
        ordinal=None if ordinal is None else int(ordinal),
        form=block.get("data-form", "literal"),
        pattern=block.get("data-pattern", "{}"),
        printed=first.text or "",
        place=place,
        deleted=block.get("data-change") == "deleted",
    )


def _form(number: ListNumber) -> Form:
    """The form of its level: a sign is its own pattern, for nothing is counted."""
    return (SIGN, number.printed) if number.form == SIGN else (number.form, number.pattern)


def is_native(number: ListNumber) -> bool:
    """Say whether Word can count to `number` and prints it the same."""
    if number.form == SIGN:
        return number.level < LEVELS
    if number.ordinal is None or number.form not in WORD_FORMATS or number.level >= LEVELS:
        return False
    return number.pattern.replace("{}", numeral(number.form, number.ordinal)) == number.printed


def numeral(form: str, value: int) -> str:
    """`value` in the number format of `form` (ECMA-376-1, 17.18.59).

    As Word writes it.
    """
    match form:
        case "decimal":
            return str(value)
        case "lower-letter" | "upper-letter":
            letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
            return letters.upper() if form == "upper-letter" else letters
        case "lower-roman" | "upper-roman":
            return _roman(value).lower() if form == "lower-roman" else _roman(value)
        case "cjk":
            return _chinese(value)
        case _:
            return ""


def _roman(value: int) -> str:
    pairs = (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    made = ""
    for worth, sign in pairs:
        made += sign * (value // worth)
        value %= worth
    return made


def _chinese(value: int) -> str:
    """1–99 in Chinese numerals; beyond that Word and print differ, so nothing that could match."""
    digits = " 一二三四五六七八九"
    if not 1 <= value <= 99:
        return ""
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else ("十" if tens == 1 else digits[tens] + "十")) + (digits[ones] if ones else "")
