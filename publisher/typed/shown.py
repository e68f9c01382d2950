"""Says whether a printed cell shows what a sheet shows.

Figures, days, times in the signs of a language.
"""

from __future__ import annotations

import datetime
import operator
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publisher.language import Vocabulary


_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_COLOUR = re.compile(r"\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)\]", re.IGNORECASE)
_WITH_TEXT = 4  # sections of a format: above, below, at nought, and texts
DAY_NOUGHT = datetime.datetime(1899, 12, 30)
_OF_DAYS = re.compile(r"[年月日时時分秒년월일시분초]|\b(?:г|de|del|of|at|à|le|den|um|uhr|h|min|s)\b\.?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<=[0#?])[^0#?,.%;\s]+(?=[0#?])")  # signs among the digits, as of a telephone number
_HOLDS = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁺₊⁻₋⁽₍⁾₎⁼₌ⁿⁱ", "01234567890123456789++--(())==ni")


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a language in figures and days."""

    decimal: str
    months: tuple[str, ...]
    per_cent: tuple[str, ...] = ("%",)


def bare(section: str) -> str:
    """A number format without its words, colours, conditions and fillings."""
    return _LITERAL.sub("", section)


def signs_of(words: Vocabulary) -> Signs:
    """The signs that the vocabulary names."""
    dates, numbers = words.entries.dates, words.entries.numbers
    per_cent = numbers.per_cent_table.replace("{n}", "").strip()
    return Signs(numbers.decimal, (*dates.months, *dates.months_alone), ("%", per_cent))


def shows_text(text: str, runs: tuple[tuple[str, str], ...], printed: str) -> bool:
    """*Raised or lowered sign*: the same letters, the same ones raised."""
    if "".join(printed.translate(_RAISED).split()) != "".join(text.split()):
        return False
    raised = sum(len(words) for words, place in runs if place in ("superscript", "subscript"))
    return not raised or printed.translate(_RAISED) != printed


def shows_number(value: float, form: str, signs: Signs, printed: str) -> bool:
    """*Number format of the sheet*: digits, sign and per cent it leaves."""
    number = Decimal(format(value, ".15g"))
    section, signed = _section(number, _split(form))
    plain, texts = bare(section), _texts(section)
    signed = signed or (number < 0 and _by_colour(section))
    if signed and not _signed(number, printed):
        return False
    own = ("".join(texts) + plain).replace("-", "−")
    if not re.search("[0#?]|General|@", plain):
        return _letters(printed).replace("-", "−").removeprefix("−") == _letters(own).removeprefix("−")
    if not signed and "−" not in own and printed.strip()[:1] in ("-", "−"):
        return False
    texts = [text for text in texts if text not in ("-", "−")]
    if not all(_letters(text) in _letters(printed) for text in texts):
        return False
    if not signed and any(sign in own and sign not in printed.replace("-", "−") for sign in "−()"):
        return False
    drawn = re.sub("|".join(re.escape(text) for text in texts) or "(?!)", "", printed)
    if "General" in plain or not re.search("[0#?]", plain):
        return _says(_general(abs(number)), drawn, signs)
    if "/" in plain:
        return _shows_fraction(abs(number), plain, drawn)
    if "E" in plain.upper():
        return _shows_exponent(abs(number), plain, drawn, signs)
    if ("%" in plain) != any(sign in printed for sign in signs.per_cent):
        return False
    if not all(between in printed for between in _BETWEEN.findall(plain)):
        return False
    scaled = len(re.sub(r"[^,]", "", re.split(r"[0#?]", plain)[-1]))
    return _says(_placed(abs(number).scaleb(2 * plain.count("%") - 3 * scaled), plain), drawn, signs)


def framed(text: str, form: str) -> str:
    """*Number format of the sheet*: a text with the words that its format sets around it."""
    sections = _split(form)
    section = next((one for one in reversed(sections) if "@" in bare(one)), None)
    if section is None or form == "@":
        return text if section or len(sections) < _WITH_TEXT else ""
    pieces = [_LITERAL.sub(lambda found: "".join(_texts(found.group())), part) for part in _at_sign(section)]
    return text.join(pieces)


def _at_sign(section: str) -> list[str]:
    """What stands before and behind the sign for the text, which words in quotation marks may hold too."""
    return re.split('@(?=(?:[^"]*"[^"]*")*[^"]*$)', section, maxsplit=1)


def is_hidden(value: float, form: str) -> bool:
    """Whether the format leaves a number out, as ;;; does."""
    section, _ = _section(Decimal(format(value, ".15g")), _split(form))
    return not section.strip() and bool(form.strip())


def is_moment(form: str) -> bool:
    """Whether a number format writes days or times."""
    first = bare(form.split(";")[0]).replace("General", "")
    return bool(re.search("[ymdhs]", first, re.IGNORECASE)) and "E+" not in first and "0" not in first.split(".")[0]


def _section(number: Decimal, sections: list[str]) -> tuple[str, bool]:
    """The section of a format that `number` is shown by, and whether its sign is set before it."""
    if len(sections) > 1 and "@" in bare(sections[-1]):
        sections = sections[:-1]
    conditions = [_CONDITION.search(re.sub('"[^"]*"', "", section)) for section in sections[:2]]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=False):
            if condition and _HOLDS[condition[1]](number, Decimal(condition[2])):
                return section, True
        others = [section for section, condition in zip(sections, [*conditions, None], strict=False) if not condition]
        return (others or ["General"])[0], True
    if number < 0 and len(sections) > 1:
        return sections[1], False
    return (sections[2], False) if number == 0 and len(sections) > 2 else (sections[0], True)


def _by_colour(section: str) -> bool:
    """Whether only a colour tells that a number is below nought."""
    return _COLOUR.search(section) is not None and not re.search(r"[-−(]", "".join(_texts(section)) + bare(section))


def _texts(section: str) -> list[str]:
    """The words a section of a format adds, signs of currencies among them."""
    found = re.findall(r'"([^"]+)"|\\(.)|\[\$([^-\]]+)|([$€£])', re.sub(r"[_*].", "", section))
    return [text for text in ("".join(groups) for groups in found) if text.strip()]


def _letters(text: str) -> str:
    return "".join(text.split())


def _split(form: str) -> list[str]:
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', form)


def _signed(number: Decimal, printed: str) -> bool:
    return (number < 0) == (printed.strip()[:1] in ("-", "−"))


def _general(number: Decimal) -> str:
    """The digits of a number that no format writes, eleven signs at most."""
    if number % 1:
        number = number.quantize(Decimal(1).scaleb(-max(0, 10 - len(str(int(number))))), ROUND_HALF_UP).normalize()
    return format(number, "f")


def _placed(number: Decimal, plain: str) -> str:
    """The digits of a number in the places of its format: noughts where “0” asks for them, no more than there are."""
    whole, _, fraction = (re.sub("[^0#?]", "", part) for part in plain.partition("."))
    left, _, right = format(number.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP), "f").partition(".")
    least = fraction.rfind("0") + 1
    right = right[:least] + right[least:].rstrip("0")
    return left.lstrip("0").rjust(len(whole.lstrip("#?")), "0") + ("." + right if right else "")


def _says(wanted: str, printed: str, signs: Signs) -> bool:
    """Whether print has the digits wanted, all of them, whatever parts its thousands."""
    left, _, right = wanted.partition(".")
    body, _, fraction = printed.rpartition(signs.decimal) if right else (printed, "", "")
    return re.sub(r"\D", "", body) == left and re.sub(r"\D", "", fraction) == right


def _shows_fraction(number: Decimal, plain: str, printed: str) -> bool:
    """Whether a fraction such as 1 1/2 is as near as its format can come."""
    found = re.fullmatch(r"[-−]?\s*(?:(\d+)\s+)?(\d+)(?:/(\d+))?", printed.strip())
    if found is None or not int(found[3] or 1):
        return False
    below = re.sub(r"[^0-9?#]", "", plain.partition("/")[2])
    said = Fraction(int(found[1] or 0)) + Fraction(int(found[2]), int(found[3] or 1))
    wanted = Fraction(number)
    if below.isdigit() and int(below):
        return abs(wanted - said) <= Fraction(1, 2 * int(below))
    finest = 10 ** max(1, len(below)) - 1
    return said.denominator <= finest and abs(wanted - said) <= abs(wanted - wanted.limit_denominator(finest))


def _shows_exponent(number: Decimal, plain: str, printed: str, signs: Signs) -> bool:
    """Whether 1.23E+04 is the number, as exact as its format."""
    found = re.fullmatch(r"[-−]?(\d+(?:\.\d+)?)E([+-]?)(\d+)", printed.replace(signs.decimal, ".").strip())
    if found is None:
        return False
    power = int(found[3]) * (-1 if found[2] == "-" else 1)
    before, after = re.split("E", plain, maxsplit=1, flags=re.IGNORECASE)
    decimals = len(re.findall("[0#?]", before.partition(".")[2]))
    if len(found[1].partition(".")[2]) > decimals or len(found[3]) != max(after.count("0"), len(str(abs(power)))):
        return False
    return abs(Decimal(found[1]).scaleb(power) - number) * 2 <= Decimal(1).scaleb(power - decimals)


def shows_moment(serial: float, late: int, form: str, signs: Signs, printed: str) -> bool:
    """*Day in the language of the document*: the same moment.

    Day, month and year, hour and minute, as far as the sheet shows.
    """
    section = _split(form)[0]
    seen = bare(section).lower()
    figures = re.findall(r"\d+", printed)
    if re.search(r"\[[hms]", seen):
        return _shows_span(serial, seen, figures) and (serial < 0) == (printed.strip()[:1] in ("-", "−"))
    words = (_OF_DAYS.sub("", text).strip() for text in _around(section))
    said = (rf"(?<!\d){re.escape(text)}(?!\d)" for text in words if any(sign.isalnum() for sign in text))
    if printed.strip()[:1] in ("-", "−") or not all(re.search(text, printed) for text in said):
        return False
    moment = DAY_NOUGHT + datetime.timedelta(days=serial + late)
    if not re.search(r"s\W?0", seen):
        moment = (moment + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
    date = re.sub(r"(?<=h)\W*m+|m+(?=\W*s)", "", seen.replace("am/pm", "").replace("a/p", ""))
    if "y" in date and str(moment.year) not in figures:
        return False
    # the first of a month is a word in some languages
    if re.search(r"(?<!d)d{1,2}(?!d)", date) and str(moment.day) not in figures and moment.day != 1:
        return False
    named = any(month in printed for month in signs.months[moment.month - 1 :: 12])
    if "m" in date and not named and (str(moment.month) not in figures or re.search(r"\d{4}-\d\d-\d\d", printed)):
        return False
    if "h" in seen:
        return _shows_clock(moment, seen, figures)
    return "s" not in seen or figures[-2 - ("0" in seen) :][:2] == [f"{moment.minute:02}", f"{moment.second:02}"]


def _around(section: str) -> list[str]:
    """The words of a format before and behind the parts of its day."""
    ends = re.split(
        "[ymdhs]", re.sub(r'"[^"]*"|\\.', lambda word: "\0" * len(word.group()), section), flags=re.IGNORECASE
    )
    return ["".join(_texts(part)) for part in (section[: len(ends[0])], section[len(section) - len(ends[-1]) :])]


def _shows_span(serial: float, seen: str, figures: list[str]) -> bool:
    """Whether a span of time is said in the parts that its format has."""
    seconds = round(abs(serial) * 86400)
    if "[s" in seen:
        return figures == [str(seconds)]
    if "[h" not in seen:
        return figures == [str(seconds // 60), f"{seconds % 60:02}"][: 2 if "s" in seen else 1]
    hours = f"{seconds // 3600:02}" if "hh" in seen else str(seconds // 3600)
    wanted = [hours, f"{seconds // 60 % 60:02}", f"{seconds % 60:02}"]
    return figures == wanted[: 3 if "s" in seen else 2 if "m" in seen else len(figures)]


def _shows_clock(moment: datetime.datetime, seen: str, figures: list[str]) -> bool:
    """Whether a time of day is said; by halves of the day noon, midnight and full hours may be words."""
    half = "am/pm" in seen or "a/p" in seen
    hours = {moment.hour, moment.hour % 12 or 12} if half else {moment.hour}
    said = {form for hour in hours for form in (str(hour), f"{hour:02}")} & set(figures)
    if half and not moment.minute:
        return bool(said) or moment.hour in (0, 12)
    seconds = "s" not in seen or half or f"{moment.second:02}" in figures
    return bool(said) and f"{moment.minute:02}" in figures and seconds
