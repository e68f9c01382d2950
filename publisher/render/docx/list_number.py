"""A number of the page, and whether Word can count to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from publisher.render.docx.elements import Element

LEVELS = 9
SIGN = "sign"  # a bullet or dash
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
    change: str = ""  # “inserted” or “deleted” in a redline

    @property
    def deleted(self) -> bool:
        """Say whether a redline strikes it out.

        It must not move the count of those that stay.
        """
        return self.change == "deleted"


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
        change=block.get("data-change", ""),
    )


def form_of(number: ListNumber) -> Form:
    """The form of its level.

    A sign is its own pattern, for nothing is counted.
    """
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
