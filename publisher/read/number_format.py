"""Writes a value of a sheet as its number format shows it.

In the signs of the document's language. ECMA-376 part 1, 18.8.31: up to four sections for positive, negative, nought
and text. A day, however the sheet shows it, is written as the language writes days; colours and the space that fills
a column are left out.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from publisher.language import Vocabulary
from publisher.read.format_tokens import AT, BAR, COMMA, PER_CENT, POINT, Token, sections_of
from publisher.read.moment_format import moment, span

_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_WITH_TEXT = 4  # sections of a format: above, below, at nought, and texts
_MOST_SHOWN = 10  # digits that “General” shows of a number with a fraction


def shown(value: object, form: str, words: Vocabulary) -> str:
    """What a sheet shows of a value under the number format `form`.

    A number, day, time or span of time.
    """
    match value:
        case datetime.datetime() | datetime.date() | datetime.time():
            return moment(value, sections_of(form)[0], words)
        case datetime.timedelta():
            return span(value, sections_of(form)[0], words)
        case int() | float():
            return _number(Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value), form, words)
        case _:
            pass
    return str(value)


def digits(value: int | float) -> str:
    """All digits of a sheet's number, fifteen at most, as Excel keeps."""
    return str(value) if isinstance(value, int) else format(Decimal(format(value, ".15g")), "f")


def shown_text(text: str, form: str) -> str:
    """What a sheet shows of a text under the number format `form`: words of the format may stand around it."""
    sections = sections_of(form)
    section = next((tokens for tokens in reversed(sections) if AT in tokens), None)
    if section is None:
        return text if len(sections) < _WITH_TEXT else ""
    return "".join(text if token == AT else token.literal for token in section)


def _number(value: Decimal, form: str, words: Vocabulary) -> str:
    tokens, signed = _section(value, sections_of(form))
    kinds = {token.kind for token in tokens}
    minus = words.entries.numbers.minus if value < 0 and signed else ""
    if not tokens and form.strip():
        return ""  # the format hides the number
    if value < 0 and not signed:
        tokens = _with_minus(tokens, words)
    place = next((n for n, token in enumerate(tokens) if token.kind == "general" or token == AT), None)
    if place is not None or not tokens:
        place = place or 0
        around = ("".join(token.literal for token in part) for part in (tokens[:place], tokens[place + 1 :]))
        return minus + _general(abs(value), words).join(around)
    if BAR in tokens and "digit" in kinds:
        return minus + _fraction(abs(value), tokens)
    return minus + _drawn(abs(value), tokens, words)


def _place(tokens: list[Token], kind: str) -> int:
    return next((place for place, token in enumerate(tokens) if token.kind == kind), len(tokens))


def _with_minus(tokens: list[Token], words: Vocabulary) -> list[Token]:
    """The section of numbers below nought with the minus of the language; a colour alone would be lost in print."""
    first = next((place for place, token in enumerate(tokens) if token.literal in ("-", "−")), None)
    if first is not None:
        return [*tokens[:first], Token("quoted", words.entries.numbers.minus), *tokens[first + 1 :]]
    bare = not any(sign in token.literal for token in tokens for sign in "(（")
    if (
        bare
        and any(token.is_colour for token in tokens)
        and any(token.kind in ("digit", "general") for token in tokens)
    ):
        return [Token("quoted", words.entries.numbers.minus), *tokens]
    return tokens


def _section(value: Decimal, sections: list[list[Token]]) -> tuple[list[Token], bool]:
    """The section that draws `value`, and whether a minus sign has to be set before it.

    Of two with a condition the first that holds; without any, those of numbers above, below and at nought.
    """
    if len(sections) > 1 and AT in sections[-1]:
        sections = sections[:-1]  # that of texts
    sections = sections[: _WITH_TEXT - 1]
    conditions = [_condition(tokens) for tokens in sections[:2]]
    if any(conditions):
        for tokens, condition in zip(sections, conditions, strict=False):
            if condition is not None and _holds(value, *condition):
                return tokens, True
        rest = next((n for n, condition in enumerate(conditions) if condition is None), len(conditions))
        return (sections[rest] if rest < len(sections) else [Token("general", "General")]), True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True


def _condition(tokens: list[Token]) -> tuple[str, Decimal] | None:
    """The sign and the limit of the numbers a section is for."""
    found = (_CONDITION.fullmatch(token.text) for token in tokens if token.kind == "bracket")
    return next(((one[1], Decimal(one[2])) for one in found if one), None)


def _holds(value: Decimal, sign: str, limit: Decimal) -> bool:
    return {
        "<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit,
        "=": value == limit, "<>": value != limit,
    }[sign]  # fmt: skip


def _general(value: Decimal, words: Vocabulary) -> str:
    """Whole numbers in full; fractions as far as a wide column shows them."""
    if value != value.to_integral_value():
        whole = len(str(int(value)))
        value = value.quantize(Decimal(1).scaleb(-max(0, _MOST_SHOWN - whole)), ROUND_HALF_UP).normalize()
    return format(value, "f").replace(".", words.entries.numbers.decimal)


def _drawn(value: Decimal, tokens: list[Token], words: Vocabulary) -> str:
    """A number put into the places of its format."""
    places = [place for place, token in enumerate(tokens) if token.kind == "digit"]
    if not places:
        return "".join(token.literal for token in tokens)
    per_cent = sum(token == PER_CENT for token in tokens)
    point = next((p for p, token in enumerate(tokens) if token == POINT), len(tokens))
    exponent = _place(tokens, "exponent")
    commas = [p for p, token in enumerate(tokens) if token == COMMA]
    whole = [p for p in places if p < point and p < exponent]
    scaled = sum(1 for p in commas if p > places[-1])
    value = value.scaleb(2 * per_cent - 3 * scaled)
    power = 0
    if exponent < len(tokens) and value:
        power = value.adjusted() - max(0, len(whole) - 1)
        value = value.scaleb(-power)
    fraction = [p for p in places if point < p < exponent]
    value = value.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    entries = words.entries.numbers
    left, _, right = format(value, "f").partition(".")
    grouped = any(whole and whole[0] < p < whole[-1] for p in commas)
    kept = max((n + 1 for n, p in enumerate(fraction) if tokens[p].text == "0" or right[n:].strip("0")), default=0)
    between = any(tokens[p].kind in ("plain", "escaped", "quoted") for p in range(places[0], (whole or places)[-1]))
    integer = _filled(left, tokens, whole) if between else _whole(left, [tokens[p].text for p in whole])
    if grouped and integer.isdigit():
        integer = f"{int(integer):,}".replace(",", entries.group).rjust(len(integer), "0")
    body = integer + (entries.decimal + right[:kept] if kept else "")
    if exponent < len(tokens):
        width = len([p for p in places if p > exponent])
        sign = "-" if power < 0 else "+" if tokens[exponent].text.endswith("+") else ""
        return body + "E" + sign + str(abs(power)).rjust(width, "0")
    before = "".join(token.literal for token in tokens[: places[0]] if token != PER_CENT)
    after = "".join(token.literal for token in tokens[places[-1] + 1 :])
    if after.strip() == "%":
        return before + entries.per_cent_table.format(n=body)
    return before + body + after


def _whole(left: str, places: list[str]) -> str:
    """The digits before the point, with the noughts that the format asks for."""
    least = len(places) - next((n for n, place in enumerate(places) if place == "0"), len(places))
    return left.lstrip("0").rjust(least, "0")


def _filled(left: str, tokens: list[Token], whole: list[int]) -> str:
    """Digits put into places with signs between them, as in telephone numbers: 00-00."""
    left = _whole(left, [tokens[p].text for p in whole])
    spare, rest = left[: max(0, len(left) - len(whole))], left[max(0, len(left) - len(whole)) :].rjust(len(whole))
    pieces = [spare]
    for place in range(whole[0], whole[-1] + 1):
        pieces.append(rest[whole.index(place)].strip() if place in whole else tokens[place].literal)
    return "".join(pieces)


def _fraction(value: Decimal, tokens: list[Token]) -> str:
    """A number as a fraction: 3/4, 1 1/2."""
    bar = tokens.index(BAR)
    below = "".join(token.text for token in tokens[bar + 1 :] if token.kind in ("digit", "plain")).strip()
    fixed = int(below) if below.isdigit() and int(below) else 0
    mixed = any(token.kind == "plain" and token.text == " " for token in tokens[:bar])
    whole = int(value) if mixed else 0
    rest = Fraction(value) - whole
    if fixed:
        top, bottom = round(rest * fixed), fixed
    else:
        near = rest.limit_denominator(10 ** max(1, len(below)) - 1)
        top, bottom = near.numerator, near.denominator
    if top == bottom and mixed:
        whole, top = whole + 1, 0
    if not top:
        return str(whole)
    return f"{whole} {top}/{bottom}" if whole else f"{top}/{bottom}"
