"""How Word writes a count (ISO/IEC 29500-1, 17.18.59).

The number formats that documents use.
"""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # without ё, й, ъ, ь
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_WIDE = {ord(str(figure)): chr(0xFF10 + figure) for figure in range(10)}
_DIGITS = "〇一二三四五六七八九"


def counted(value: int, form: str) -> str | None:
    """`value` in number format `form` as Word prints it.

    None for a format this reader does not know.
    """
    writer = _FORMS.get(form)
    return writer(value) if writer else None


def _repeated(letters: str) -> Callable[[int], str]:
    """Letters in their order, doubled after the last: z, aa, bb."""

    def write(value: int) -> str:
        return letters[(value - 1) % len(letters)] * ((value - 1) // len(letters) + 1) if value > 0 else ""

    return write


def _roman(value: int) -> str:
    pieces = []
    for worth, letters in _ROMAN:
        while value >= worth:
            pieces.append(letters)
            value -= worth
    return "".join(pieces)


def _counting(value: int) -> str:
    """Chinese counting numerals below a hundred with 十, above it digit by digit."""
    return _thousand(value) if value < 100 else _digits(value)


def _thousand(value: int) -> str:
    """Chinese counting numerals in the thousand system: 一百零一."""
    if not 0 < value < 10_000:
        return str(value)
    text, gap = "", False
    for worth, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, worth)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = True
    return text.removeprefix("一") if text.startswith("一十") else text


def _digits(value: int) -> str:
    return "".join([_DIGITS[int(digit)] for digit in str(value)])


def _stems(value: int) -> str:
    return _STEMS[value - 1] if 0 < value <= len(_STEMS) else str(value)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "arabicAbjad": _repeated(_ABJAD),
    "arabicAlpha": _repeated(_ARABIC),
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _thousand,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "ideographTraditional": _stems,
    "chicago": lambda value: "*†‡§"[(value - 1) % 4] * ((value - 1) // 4 + 1),
    "japaneseCounting": _thousand,
    "decimalFullWidth": lambda value: str(value).translate(_WIDE),
    "decimalEnclosedCircle": lambda value: chr(0x245F + value) if 0 < value <= 20 else str(value),
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "decimalEnclosedParen": lambda value: f"({value})",
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "none": lambda _: "",
    "bullet": lambda _: "",
}
