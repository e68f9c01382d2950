"""Numerals of the scripts in use.

Letters, Roman, Chinese, Arabic letters, letter names and ordinals.
"""

from __future__ import annotations

from collections.abc import Callable

from publisher.model.resolved import NumberForm


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ABJAD = tuple("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
_ABJAD_WORDS = _words(
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد ظاء غين"
)
_ARABIC_FIRST = _words("أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا")
_ARABIC_UNITS = _words("حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع")
_ARABIC_TENS = _words("عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون")
_CHINESE = "零一二三四五六七八九"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def lower_letter(number: int) -> str:
    """A … z, then aa, bb … zz, as in United Nations texts and in Word."""
    return _repeated(_LATIN, number)


def letter_value(letters: str) -> int:
    """The number that `lower_letter` writes: 2 for b, 28 for bb."""
    return ord(letters[0]) - ord("a") + 1 + 26 * (len(letters) - 1)


def roman(number: int) -> str:
    """The Roman numeral in small letters."""
    printed = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        printed += letters * count
    return printed


def chinese(number: int) -> str:
    """The Chinese numeral for 1–999: 一, 十, 十一, 二十一, 一百零五."""
    if number >= 1000:
        return "".join(_CHINESE[int(figure)] for figure in str(number))
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    printed = f"{_CHINESE[hundreds]}百" if hundreds else ""
    if hundreds and rest and not tens:
        printed += "零"
    if tens:
        printed += ("" if tens == 1 and not hundreds else _CHINESE[tens]) + "十"
    return printed + (_CHINESE[units] if units else "")


def abjad_letter(number: int) -> str:
    """The letter in abjad order: أ ب ج د."""
    return _repeated(_ABJAD, number)


def abjad_word(number: int) -> str:
    """The name of the letter in abjad order: ألف باء جيم دال."""
    return _repeated(_ABJAD_WORDS, number, " ")


def arabic_ordinal(number: int) -> str:
    """The adverbial ordinal of Arabic headings.

    أولا، ثانيا، حادي عشر، حادي وعشرون.
    """
    if number <= 10:
        return _ARABIC_FIRST[number - 1]
    if number >= 100:
        return str(number)
    tens, units = divmod(number, 10)
    if tens == 1:
        return f"{_ARABIC_UNITS[units - 1]} عشر"
    word = _ARABIC_TENS[tens - 2]
    return f"{_ARABIC_UNITS[units - 1]} و{word}" if units else word


def _repeated(series: tuple[str, ...] | str, number: int, joint: str = "") -> str:
    turns, place = divmod(number - 1, len(series))
    return joint.join([series[place]] * (turns + 1))


NUMERALS: dict[NumberForm, Callable[[int], str]] = {
    "decimal": str,
    "lower-letter": lower_letter,
    "upper-letter": lambda number: lower_letter(number).upper(),
    "lower-roman": roman,
    "upper-roman": lambda number: roman(number).upper(),
    "cjk": chinese,
    "abjad-letter": abjad_letter,
    "abjad-word": abjad_word,
    "arabic-ordinal": arabic_ordinal,
    "literal": str,
}


def numeral(form: NumberForm, number: int) -> str:
    """`number` (from 1) in `form`; ValueError below 1."""
    if number < 1:
        raise ValueError(f"no numeral for {number}")
    return NUMERALS[form](number)
