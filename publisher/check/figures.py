"""Figures and symbols of two language versions, held together.

However each language writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from publisher.check.passage import Passage
from publisher.check.recognise.citations import symbols_in
from publisher.check.recognise.hours import hours_in
from publisher.check.words import WordLists

_CORRIGENDUM = re.compile(r"/Corr(?:\.\d+|igendum)?$")
_LARGE = re.compile(
    r"\s?(?:[多余]?[万亿]|million|billion|milliard|mill[oó]n|млн|млрд|миллион|миллиард|مليون|مليار|بليون)",
    re.IGNORECASE,
)
# The first figure of a range, whose unit stands after the second: 455–584 billion.
_RANGED = re.compile(r"\s?(?:[-\u2010-\u2013]|to|and|à|et|a|y|至|到|和|до|и|إلى|و)\s?\d[\d ,.\u00a0\u202f]*")
_SCALES = {"万": 10**4, "亿": 10**8, "m": 10**6, "м": 10**6, "م": 10**6}  # by what the words of _LARGE begin with
_SCALED = re.compile(r"(\d+(?:[.,]\d+)?)\s?[多余]?(万|亿|(?:million|mill[oó]n|млн|миллион|مليون))", re.IGNORECASE)
# Not ordinals, which one language writes in letters, nor what is joined to a word (COVID-19), nor the year of a resolution.
_NUMBER = re.compile(
    r"(?<![A-Za-zА-Яа-я\d.,/:\u2010\u2011-])(?<!\d \()"
    r"(?:\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?![\d/])|\d+(?![A-Za-z\d/]|[.,:]\d|\.?[ºª]|[\u2010\u2011-][а-я]| ?[届次]| ?年?冠状))"
)
_DISEASE = re.compile(
    r"(?i)(?:coronavirus|коронавирус\w*|كورونا)(?: de| d’)? ?(?:20)?19"
)  # named with its year or without
_LABEL = re.compile(
    r"^\s*[‘’'“”(（]?\d{1,2}[‘’'“”)）]\s"
)  # the number of an item, which each language counts in its own way
_REVERSED = re.compile(
    r"(?<![\d/])(?<!\d )((?:\d{3} )+)([1-9]\d{0,2})(?![\d)])"
)  # “000 500”: groups typed from right to left
_ROMAN = re.compile(r"\b[IVXLC]{2,}\b")
_CYRILLIC = str.maketrans("ХІСМ", "XICM")  # letters that look alike: “на ХХI век”
_CHINESE = re.compile(r"[一二三四五六七八九十百零〇]+")
# How languages write twenty-one to ninety-nine: the beginnings of the tens and of one to nine, what joins them, whether
# the tens stand first.
_SPOKEN = (
    ("twenty thirty forty fifty sixty seventy eighty ninety",
     "one|first two|second three|third four five|fifth six seven eight|eighth nine|ninth", "[-\u2010\u2011]", True),
    ("vingt trente quarante cinquante soixante",
     "un deux trois quatr cinq six sept huit neuf|neuv", "(?:[- ]et[- ]|[-\u2011])", True),
    ("veinti treinta cuarenta cincuenta sesenta setenta ochenta noventa",
     "un|ún dos|dós tres|trés cuatro cinco seis|séis siete ocho nueve", "(?: y )?", True),
    ("двадцат тридцат сорок пятьдесят|пятидесят шестьдесят|шестидесят семьдесят|семидесят восемьдесят|восьмидесят девяност",
     "од|перв дв|втор тр четы|четв пят шест сем|седьм вос девят", r"\w* ", True),
    ("عشر ثلاث أربع خمس ست سبع ثمان تسع",
     "واحد|إحدى|حادي ا[ثت]ن|ثاني ثلاث|ثالث أربع|رابع خمس|خامس ست|سادس سبع|سابع ثمان|ثامن تسع|تاسع",
     r"\w* و(?:ال)?", False),
)  # fmt: skip
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}


def symbols_apart(one: Passage, two: Passage) -> tuple[set[str], set[str]]:
    """Symbols only the first, and only the second text has.

    Spaces and dashes count for nothing; a corrigendum, which may be of one language only, does not beside the symbol of
    what it corrects.
    """
    texts = [_tight(passage.text) for passage in (one, two)]

    def lacking(passage: Passage, other: str) -> set[str]:
        named = {symbol.text: _tight(symbol.text.rstrip("*")) for symbol in symbols_in(passage.text)}
        return {text for text, tight in named.items() if _CORRIGENDUM.sub("", tight) not in other}

    return lacking(one, texts[1]), lacking(two, texts[0])


def figures_apart(one: Passage, two: Passage, words: tuple[WordLists, WordLists]) -> tuple[set[str], set[str]]:
    """Figures above twenty only the first, and only the second text has.

    A figure is there however the other language writes it: as an ordinal, in letters of its own, joined to a word,
    within a symbol. Times of day, rounded millions and round tens, which are written in letters, are left out. A figure
    in a cell is compared whole.
    """
    if one.kind == "cell":
        if any(sign.isalpha() for sign in one.text + two.text):
            return set(), set()  # words, or “2028 年” for “2028”
        whole = [{re.sub(r"\D", "", passage.text)} - {""} for passage in (one, two)]
        return _without_turned(*whole)
    if one.kind != "paragraph":
        return set(), set()
    theirs, ours = _figures(one, words[0]), _figures(two, words[1])
    lacking, added = _without_turned(theirs, ours)
    return {n for n in lacking if not _written(n, two.text)}, {n for n in added if not _written(n, one.text)}


def _without_turned(theirs: set[str], ours: set[str]) -> tuple[set[str], set[str]]:
    """What only one side has, figures left out whose groups one side has from right to left: 749 562 600, 600 562 749."""
    turned = [{_turned(number): number for number in numbers} for numbers in (theirs, ours)]
    lacking = {number for number in theirs - ours if _turned(number) not in ours and number not in turned[1]}
    added = {number for number in ours - theirs if _turned(number) not in theirs and number not in turned[0]}
    return lacking, added


def _turned(number: str) -> str:
    """The figure with its groups of three the other way round."""
    first = len(number) % 3 or 3
    groups = [number[:first], *(number[place : place + 3] for place in range(first, len(number), 3))]
    return "".join(reversed(groups))


def _figures(passage: Passage, words: WordLists) -> set[str]:
    text = _DISEASE.sub("", _LABEL.sub("", passage.text))
    spans = [(seen.start, seen.end) for seen in hours_in(text, words)]
    for start, end in (*spans, *((seen.start, seen.end) for seen in symbols_in(text))):
        text = text[:start] + "§" * (end - start) + text[end:]
    text = _REVERSED.sub(_put_right, text)
    found = (
        re.sub(r"\D", "", hit.group())
        for hit in _NUMBER.finditer(text)
        if not _is_large(text[hit.end() : hit.end() + 30])
    )
    return {number for number in found if int(number) > 20 and (int(number) > 99 or int(number) % 10)}


def _is_large(after: str) -> bool:
    """True where a unit of ten thousand or more stands after a figure, or after the second of its range."""
    range_ = _RANGED.match(after)
    return _LARGE.match(after) is not None or (range_ is not None and _LARGE.match(after[range_.end() :]) is not None)


def _written(number: str, text: str) -> bool:
    """True where `text` has the number in whatever writing."""
    if re.search(rf"(?<!\d){number}(?!\d)", _ungrouped(text)):
        return True
    return any(number == str(value) for read in _WRITINGS for value in read(text))


def _ungrouped(text: str) -> str:
    return re.sub(r"(?<=\d)[ ,.\u00a0\u202f](?=\d{3}(?!\d))", "", _REVERSED.sub(_put_right, text))


def _put_right(hit: re.Match[str]) -> str:
    groups = hit[1].split()
    turned = groups[0].startswith("0") or len(hit[2]) < 3
    return " ".join([hit[2], *reversed(groups)]) if turned else hit.group()


def _romans(text: str) -> Iterator[int]:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    for hit in _ROMAN.finditer(text.translate(_CYRILLIC)):
        signs = [values[sign] for sign in hit.group()]
        yield sum(-one if one < after else one for one, after in zip(signs, [*signs[1:], 0], strict=True))


def _chinese(text: str) -> Iterator[int]:
    for hit in _CHINESE.finditer(text):
        if len(hit.group()) > 1 and not set(hit.group()) & set("十百"):
            yield int("".join(str(_DIGITS[sign]) for sign in hit.group()))  # side by side: 第一六〇条
            continue
        total, digit = 0, 0
        for sign in hit.group():
            if sign in "十百":
                total, digit = total + (digit or 1) * (10 if sign == "十" else 100), 0
            else:
                digit = _DIGITS[sign]
        yield total + digit


def _spoken(text: str) -> Iterator[int]:
    """“Twenty-five”, “vingt-cinquième”, “двадцати пяти”, “خمسة وعشرين”: between twenty-one and ninety-nine."""
    for pattern in _PATTERNS:
        for hit in pattern.finditer(text):
            tens, units = (
                next(int(n[1:]) for n, found in hit.groupdict().items() if found and n[0] == k) for k in "tu"
            )
            yield tens * 10 + units


def _scaled(text: str) -> Iterator[int]:
    """“20多万”, “1,2 million”: the figures they stand for."""
    for hit in _SCALED.finditer(text):
        yield round(float(hit[1].replace(",", ".")) * _SCALES[hit[2][0].lower()])


def _pattern(tens: str, units: str, joint: str, tens_first: bool) -> re.Pattern[str]:
    parts = [
        "(?:" + "|".join(f"(?P<{kind}{value}>{names})" for value, names in enumerate(listed.split(), first)) + ")"
        for kind, listed, first in (("t", tens, 2), ("u", units, 1))
    ]
    ahead, behind = parts if tens_first else (parts[1], parts[0] + "(?:ون|ين)")
    return re.compile(rf"(?i)(?<!\w)(?:ال)?{ahead}{joint}{behind}")


_PATTERNS = tuple(_pattern(*spoken) for spoken in _SPOKEN)
_WRITINGS: tuple[Callable[[str], Iterator[int]], ...] = (_romans, _chinese, _spoken, _scaled)


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text).replace("\u2011", "-").replace("\u2013", "-").replace("（", "(").replace("）", ")")
