"""Writes a value of a sheet as its number format shows it.

In the signs of the document's language. ECMA-376 part 1, 18.8.31: up to four sections for positive, negative, nought
and text. A day, however the sheet shows it, is written as the language writes days; colours and the space that fills
a column are left out.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from publisher.language import Vocabulary

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"'
    r"|\\(?P<escaped>.)"
    r"|_(?P<space>.)"
    r"|\*(?P<fill>.)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<half>AM/PM|A/P)"
    r"|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+)"
    r"|(?P<digit>[0#?])"
    r"|(?P<sign>[.,%/@])"
    r"|(?P<plain>.)",
    re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_CURRENCY = re.compile(r"\$([^-]*)")
_MOST_SHOWN = 10  # digits that “General” shows of a number with a fraction


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a number format: its kind and its characters.

    Kinds are named after the groups of the pattern.
    """

    kind: str
    text: str


def shown(value: object, form: str, words: Vocabulary) -> str:
    """What a sheet shows of a value under the number format `form`.

    A number, day, time or span of time.
    """
    match value:
        case datetime.datetime() | datetime.date() | datetime.time():
            return _moment(value, _tokens(_sections(form)[0]), words)
        case datetime.timedelta():
            return _span(value, _tokens(_sections(form)[0]))
        case int() | float():
            return _number(Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value), form, words)
        case _:
            pass
    return str(value)


def digits(value: int | float) -> str:
    """All digits of a sheet's number, fifteen at most, as Excel keeps."""
    return str(value) if isinstance(value, int) else format(Decimal(format(value, ".15g")), "f")


def _sections(form: str) -> list[str]:
    parts, start = [], 0
    for match in _TOKEN.finditer(form):
        if match.lastgroup == "plain" and match.group() == ";":
            parts.append(form[start : match.start()])
            start = match.end()
    return [*parts, form[start:]]


def _tokens(section: str) -> list[Token]:
    return [Token(str(found.lastgroup), found[str(found.lastgroup)]) for found in _TOKEN.finditer(section)]


def _number(value: Decimal, form: str, words: Vocabulary) -> str:
    tokens, signed = _section(value, [_tokens(section) for section in _sections(form)])
    kinds = {token.kind for token in tokens}
    minus = words.entries.numbers.minus if value < 0 and signed else ""
    if "general" in kinds or not tokens or not kinds & {"digit", "sign", "exponent"}:
        if tokens and "general" not in kinds:
            return minus + "".join(_literal(token) for token in tokens)
        body = _general(abs(value), words)
    elif Token("sign", "/") in tokens and "digit" in kinds:
        return minus + _fraction(abs(value), tokens)
    else:
        return minus + _drawn(abs(value), tokens, words)
    before = "".join(_literal(token) for token in tokens[: _place(tokens, "general")])
    after = "".join(_literal(token) for token in tokens[_place(tokens, "general") + 1 :])
    return minus + before + body + after


def _place(tokens: list[Token], kind: str) -> int:
    return next((place for place, token in enumerate(tokens) if token.kind == kind), len(tokens))


def _section(value: Decimal, sections: list[list[Token]]) -> tuple[list[Token], bool]:
    """The section that draws `value`, and whether a minus sign has to be set before it."""
    sections = sections[:3]
    for tokens in sections:
        for token in tokens:
            if token.kind == "bracket" and (condition := _CONDITION.fullmatch(token.text)):
                if _holds(value, condition[1], Decimal(condition[2])):
                    return tokens, True
                break
        else:
            continue
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True


def _holds(value: Decimal, sign: str, limit: Decimal) -> bool:
    return {
        "<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit,
        "=": value == limit, "<>": value != limit,
    }[sign]  # fmt: skip


def _literal(token: Token) -> str:
    match token.kind:
        case "quoted" | "escaped" | "plain":
            return token.text
        case "bracket":
            currency = _CURRENCY.match(token.text)
            return currency[1] if currency else ""
        case "sign" if token.text == "%":
            return "%"
    return ""


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
        return "".join(_literal(token) for token in tokens)
    per_cent = sum(token == Token("sign", "%") for token in tokens)
    point = next((p for p, token in enumerate(tokens) if token == Token("sign", ".")), len(tokens))
    exponent = _place(tokens, "exponent")
    commas = [p for p, token in enumerate(tokens) if token == Token("sign", ",")]
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
    before = "".join(_literal(token) for token in tokens[: places[0]] if token != Token("sign", "%"))
    after = "".join(_literal(token) for token in tokens[places[-1] + 1 :])
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
        pieces.append(rest[whole.index(place)].strip() if place in whole else _literal(tokens[place]))
    return "".join(pieces)


def _fraction(value: Decimal, tokens: list[Token]) -> str:
    """A number as a fraction: 3/4, 1 1/2."""
    bar = tokens.index(Token("sign", "/"))
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


def _moment(value: datetime.date | datetime.time, tokens: list[Token], words: Vocabulary) -> str:
    """A day, a time or both, as far as the format shows them."""
    seen = [token.text.lower() for token in tokens if token.kind == "date"]
    hours = any(part[0] == "h" for part in seen) or any(t.kind == "bracket" and t.text.lower() == "h" for t in tokens)
    pieces = []
    if not isinstance(value, datetime.time):
        pieces.append(_day(value, seen, hours, words))
    if isinstance(value, datetime.time) or (hours and isinstance(value, datetime.datetime)):
        moment = value.time() if isinstance(value, datetime.datetime) else value
        assert isinstance(moment, datetime.time)
        if any(token.kind == "half" for token in tokens):
            pieces.append(words.time(moment))
        else:
            pieces.append(_clock(moment.hour, moment.minute, moment.second, seen))
    return " ".join(piece for piece in pieces if piece)


def _day(day: datetime.date, seen: list[str], hours: bool, words: Vocabulary) -> str:
    """The day as the language writes it, less what the format leaves out."""
    years = any(part[0] == "y" for part in seen)
    days = [len(part) for part in seen if part[0] == "d"]
    months = any(part[0] == "m" for part in seen) and (years or bool(days) or not hours)
    if days and max(days) > 2:
        if min(days) > 2:
            return words.entries.dates.weekdays[day.weekday()]
        return words.date(day, "weekday" if years else "weekday-no-year")
    match years, months, bool(days):
        case True, True, False:
            return words.date(day, "month")
        case True, False, False:
            return str(day.year)
        case False, True, False:
            return words.entries.dates.months_alone[day.month - 1]
        case False, _, True:
            return words.date(day, "no-year")
        case False, False, False:
            return ""
        case _:
            pass
    return words.date(day, "text")


def _clock(hour: int, minute: int, second: int, seen: list[str]) -> str:
    hours = next((part for part in seen if part[0] == "h"), "h")
    shown = f"{hour:02}" if len(hours) > 1 else str(hour)
    return f"{shown}:{minute:02}" + (f":{second:02}" if any(part[0] == "s" for part in seen) else "")


def _span(value: datetime.timedelta, tokens: list[Token]) -> str:
    """A span of time in hours, minutes and, where the format shows them, seconds."""
    total = round(abs(value).total_seconds())
    seen = [token.text.lower() for token in tokens if token.kind in ("date", "bracket")]
    if "mm" in seen[:1] or seen[:1] == ["m"]:
        return f"{total // 60}" + (f":{total % 60:02}" if any(part.startswith("s") for part in seen) else "")
    sign = "-" if value < datetime.timedelta(0) else ""
    return sign + _clock(total // 3600, total // 60 % 60, total % 60, ["hh" if "hh" in seen else "h", *seen])
