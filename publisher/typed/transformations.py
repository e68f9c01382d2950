"""What lies between typed and printed: the closed list.

Of transformations, each in one place. Whatever is not named here is a loss. What a reader cannot see does not count:
marks of direction, joiners, where a line ends. Everything else does: spaces between words, hyphens, raised and
lowered signs, forms of letters.
"""

from __future__ import annotations

import re
import unicodedata

from publisher.model.symbol import symbol_spans

HOLE = "\ufdd0"  # in a typed text: words that the program writes stand here
CALL = "\ue000"  # in both texts: a footnote is called here; its mark is the program's

# The program sets spaces that hold words together (5 km, « mot »), and a line ends where the page asks for it.
SPACES = frozenset(" \t\n\r\u00a0\u2009\u200a\u202f\u3000")
# Signs without a form of their own: they steer direction, joining and where words may be parted.
UNSEEN = re.compile("[\u00ad\u061c\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
HELD = "\u2011"  # a hyphen at which no line ends looks as any other; the program sets some
# A font may name a glyph by its form for compatibility: ligatures, Arabic joined forms, radicals of Chinese characters.
_FORMS = re.compile("[\ufb00-\ufb06\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\u2e80-\u2fdf\uf900-\ufaff]")
_PARTED = re.compile(f"(?<={CALL})[,،][ \u00a0]?(?={CALL})")
_FACT = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ADDRESS = r"(?:https?://|mailto:)(?:[^()<>\s\\]|\([^()<>\s]*\))+"
_MARK = re.compile(
    r"\\(?P<escaped>[\\*\[\](){}^_#<])"
    r"|\[\^(?P<call>[^\[\]\s]{1,80})\]"
    rf"|\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?:#[^()\s]{{1,120}}|{_ADDRESS}|[A-Z](?:[^()\n]|\([^()\n]*\))+)\)"
    rf"|<(?P<bare>{_ADDRESS})>"
    r"|[\^_]\{(?P<moved>[^{}\n]{1,200})\}"
    r"|(?P<star>\*+)"
)
_BRACKETS = tuple("[](){}<")
_PATH = tuple("/\\=@_&")  # beside an asterisk: an address or the name of a file
_NO_START = (*_PATH, *".,;:!?)]}%")


def expected(text: str) -> str:
    """A typed text as it must be found: marks gone, facts as holes.

    A fact or reference is written by the program.

    - *Fact written by the program*: `{{ … }}`. - *Reference written by the program*: `[](#name)`.
    - *Mark removed*: `*words*`, `[words](#name)`, a backslash. - *Footnote called*: `[^name]`.
    """
    return unmarked(_FACT.sub(HOLE, text.strip()))


def unmarked(text: str) -> str:
    """`text` without the marks of the authors' text."""
    pieces: list[str] = []
    stars: list[tuple[int, bool, bool]] = []  # place in `pieces`, whether it may open, whether it may close
    symbols = symbol_spans(text) if "*" in text else ()  # a reissued one ends in asterisks
    done = 0
    for mark in _MARK.finditer(text):
        pieces.append(text[done : mark.start()])
        done = mark.end()
        match mark.lastgroup:
            case "escaped":
                pieces.append(mark["escaped"])
            case "call":
                pieces.append(CALL)
            case "words":
                pieces.append(unmarked(mark["words"]) or HOLE)
            case "bare":
                pieces.append(mark["bare"].removeprefix("mailto:"))
            case "moved":
                pieces.append(unmarked(mark["moved"]))
            case _:
                in_symbol = any(start <= mark.start() < end for start, end in symbols)
                stars.append((len(pieces), *_star(text, *mark.span(), in_symbol)))
                pieces.append(mark.group())
    pieces.append(text[done:])
    for open_at, close_at in _pairs(stars, pieces):
        pieces[open_at] = pieces[close_at] = ""
    return "".join(pieces)


def _pairs(stars: list[tuple[int, bool, bool]], pieces: list[str]) -> list[tuple[int, int]]:
    """Places of asterisks that open and close emphasised or bold words; bold words may stand inside emphasised ones."""
    pairs: list[tuple[int, int]] = []
    done = -1
    for place, opens, _ in stars:
        sign = pieces[place]
        if place <= done or not opens or len(sign) > 2:
            continue
        close = next((at for at, _, closes in stars if at > place and closes and pieces[at] == sign), None)
        if close is not None:
            inner = [star for star in stars if place < star[0] < close]
            pairs += [(place, close), *(_pairs(inner, pieces) if inner else [])]
            done = close
    return pairs


def _star(text: str, start: int, end: int, in_symbol: bool) -> tuple[bool, bool]:
    """Whether the asterisks between `start` and `end` may open, and may close, emphasised or bold words."""
    before, after, next_one = text[max(0, start - 1) : start], text[end : end + 1], text[end + 1 : end + 2]
    if after == "\\" and next_one in _BRACKETS:
        after = next_one  # a bracket behind a backslash is a bracket
    if _narrow(before) and _narrow(after):
        return False, False
    opens = bool(after.strip()) and after not in _NO_START and before not in _PATH and not in_symbol
    file_name = after == "." and next_one.isalnum()
    closes = bool(before.strip()) and before not in _PATH and after not in _PATH and not file_name
    return opens, closes


def _narrow(sign: str) -> bool:
    """A letter or figure of a script that parts its words."""
    return bool(sign) and sign.isalnum() and unicodedata.east_asian_width(sign) not in ("W", "F")


def as_printed(text: str) -> str:
    """What a finished file gives back, less what cannot be seen.

    Forms for compatibility as the letters they are. *Notes called at one place*: a comma stands between their marks.
    """
    if text.isascii():
        return text
    said = UNSEEN.sub("", text).replace(HELD, "-")
    said = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found.group()), said)
    return _PARTED.sub("", said) if CALL in said else said


def same_figure(typed: str, printed: str) -> bool:
    """*Number form asked for*: the same digits and sign.

    More noughts after the point, signs between thousands.
    """
    found = re.fullmatch(r"([+\-−]?)(\d*)(?:\.(\d+))?", typed)
    if found is None:
        return typed == printed
    sign, whole, fraction = found[1], found[2].lstrip("0"), found[3] or ""
    body = printed.strip()
    negative = body[:1] in ("-", "−") or (body[:1], body[-1:]) == ("(", ")")
    if negative != (sign in ("-", "−") and sign != "") or (sign == "+") != body.startswith("+"):
        return not whole and not fraction.strip("0") and not any(letter.isdigit() for letter in body)
    body = body.strip("()+-−")
    digits = re.sub(r"\D", "", body)
    if not digits and not whole and not fraction.strip("0"):
        return True  # the sign for nought
    cut = max(body.rfind("."), body.rfind(","))
    for left, right in ((body[:cut], body[cut + 1 :]) if cut >= 0 else (body, ""), (body, "")):
        grouped = re.fullmatch(r"\d{0,3}(?:[ ,.\u00a0\u202f]\d{3})*|\d*", left)
        padded = right[: len(fraction)] == fraction and not right[len(fraction) :].strip("0") and right.isdigit()
        if grouped and re.sub(r"\D", "", left).lstrip("0") == whole and (padded or not (right or fraction)):
            return True
    return False
