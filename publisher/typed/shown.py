"""Says whether a printed cell shows what a sheet shows.

Figures, days, times in the signs of a language.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from publisher.language import Vocabulary

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁺₊⁻₋⁽₍⁾₎⁼₌ⁿⁱ", "01234567890123456789++--(())==ni")


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a language in figures and days."""

    decimal: str
    months: tuple[str, ...]


def bare(section: str) -> str:
    """A number format without its words, colours, conditions and fillings."""
    return _LITERAL.sub("", section)


def signs_of(words: Vocabulary) -> Signs:
    """The signs that the vocabulary names."""
    dates = words.entries.dates
    return Signs(words.entries.numbers.decimal, (*dates.months, *dates.months_alone))


def shows_text(text: str, runs: tuple[tuple[str, str], ...], printed: str) -> bool:
    """*Raised or lowered sign*: the same letters, the same ones raised."""
    if "".join(printed.translate(_RAISED).split()) != "".join(text.split()):
        return False
    raised = sum(len(words) for words, place in runs if place in ("superscript", "subscript"))
    return not raised or printed.translate(_RAISED) != printed


def shows_number(value: float, form: str, signs: Signs, printed: str) -> bool:
    """*Number format of the sheet*: digits, sign and per cent it leaves."""
    sections = _split(form)
    number = Decimal(format(value, ".15g"))
    chosen = sections[0]
    if number < 0 and len(sections) > 1:
        chosen = sections[1]
    elif number == 0 and len(sections) > 2:
        chosen = sections[2]
    places = bare(chosen)
    if "General" in form or not re.search("[0#?]", places):
        return "General" not in form or (_same(abs(number), printed, signs, None) and _signed(number, printed))
    if "/" in places or "E" in places.upper() or re.search(r"\[[<>=]", form):
        return any(letter.isdigit() for letter in printed) or number == 0
    per_cent = places.count("%")
    scaled = len(re.sub(r"[^,]", "", re.split(r"[0#?]", places)[-1]))
    number = number.scaleb(2 * per_cent - 3 * scaled)
    decimals = len(re.findall("[0#?]", places.partition(".")[2]))
    drawn = re.sub("|".join(re.escape(text) for text in _texts(chosen)) or "(?!)", "", printed)
    return _same(abs(number), drawn, signs, decimals) and (len(sections) > 1 or _signed(number, printed))


def _texts(section: str) -> list[str]:
    return [found.strip('"') for found in re.findall(r'"[^"]+"', section)]


def _split(form: str) -> list[str]:
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', form)


def _signed(number: Decimal, printed: str) -> bool:
    return (number < 0) == (printed.strip()[:1] in ("-", "−")) or not any(sign in "123456789" for sign in printed)


def _same(number: Decimal, printed: str, signs: Signs, decimals: int | None) -> bool:
    """Whether the digits printed are those of `number` rounded to `decimals`, or, for None, to what General shows."""
    if decimals is None:
        whole = len(str(int(number)))
        number = number.quantize(Decimal(1).scaleb(-max(0, 10 - whole)), ROUND_HALF_UP) if number % 1 else number
        wanted = format(number.normalize() if number else Decimal(0), "f")
    else:
        wanted = format(number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), "f")
    left, _, right = wanted.partition(".")
    body, _, fraction = printed.rpartition(signs.decimal) if right and signs.decimal in printed else (printed, "", "")
    said = re.sub(r"\D", "", fraction)
    return re.sub(r"\D", "", body).lstrip("0") == left.lstrip("0") and said.rstrip("0") == right.rstrip("0")


def shows_moment(serial: float, late: int, form: str, signs: Signs, printed: str) -> bool:
    """*Day in the language of the document*: the same moment.

    Day, month and year, hour and minute, as far as the sheet shows.
    """
    seen = bare(_split(form)[0]).lower()
    figures = [int(found) for found in re.findall(r"\d+", printed)]
    if "[h" in seen:
        minutes = round(serial * 1440)
        return figures[:1] == [minutes // 60] and (len(figures) < 2 or figures[1] == minutes % 60)
    moment = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=serial + late)
    moment = (moment + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
    clock = "h" in seen
    date = re.sub(r"(?<=h)\W*m+|m+(?=\W*s)", "", seen)
    if "y" in date and moment.year not in figures:
        return False
    # the first of a month is a word in some languages
    if re.search(r"(?<!d)d{1,2}(?!d)", date) and moment.day not in figures and moment.day != 1:
        return False
    if "m" in date and "d" in date and not any(m in printed for m in signs.months[moment.month - 1 :: 12]):
        return moment.month in figures and not re.search(r"\d{4}-\d\d-\d\d", printed)
    return not clock or moment.minute in figures or "am" in seen
