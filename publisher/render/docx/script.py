"""Parts text into runs of one script, as Word needs them.

For its fonts and for right-to-left order.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Script = Literal["plain", "east-asian", "rightward"]

CJK = "\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
# Characters that Word takes from the Latin font unless told otherwise (17.3.2.26, hint).
AMBIGUOUS = "“”‘’—…·"
RIGHTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_AMBIGUOUS = re.compile(f"[{AMBIGUOUS}]+")
_CJK = re.compile(f"[{CJK}]")
_RIGHTWARD = re.compile(f"[{RIGHTWARD}]")
# A Latin phrase: begins and ends with a letter or figure of a left-to-right script, holds at least one letter.
LETTERS = "A-Za-zÀ-ɏͰ-ӿ"
_PHRASE = re.compile(f"[0-9{LETTERS}][^{RIGHTWARD}()«»]*[0-9{LETTERS}]|[{LETTERS}]")
_LETTER = re.compile(f"[{LETTERS}]")

# Word takes the direction of figures and signs from their run (17.3.2.30); LibreOffice heeds no run and asks the letters
# around them (UAX #9), which these marks are for it. In Word they change nothing: each says what its run says.
LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_BEFORE_LETTERS = re.compile(f"[^{RIGHTWARD}{LETTERS}]+")
_TURNS = re.compile(r"(?<=\d[–-])(?=\d)|(?<=\d)(?=%)")


def has_rightward(characters: str) -> bool:
    """Say whether `characters` hold Arabic or Hebrew letters."""
    return _RIGHTWARD.search(characters) is not None


def has_cjk(characters: str) -> bool:
    """Say whether `characters` hold Chinese, Japanese or Korean ones."""
    return _CJK.search(characters) is not None


def around_leftward(characters: str, after: str) -> tuple[str, str]:
    """The marks before and behind a left-to-right run among right-to-left words.

    None at a letter; what comes `after` a figure, such as “%”, would be drawn on to it.
    """
    first, last, following = (unicodedata.bidirectional(text) if text else "L"
                              for text in (characters[:1], characters[-1:], after[:1]))  # fmt: skip
    behind = LEFT_TO_RIGHT_MARK if last not in ("L", "EN") else RIGHT_TO_LEFT_MARK if following == "ET" else ""
    return "" if first == "L" else LEFT_TO_RIGHT_MARK, behind


def with_turns(characters: str) -> str:
    """Text of a right-to-left paragraph, a mark where figures before its first letter turn: “2028-2029”, “70%”."""
    found = _BEFORE_LETTERS.match(characters)
    return _TURNS.sub(RIGHT_TO_LEFT_MARK, found[0]) + characters[found.end() :] if found else characters


def runs_of(characters: str, rightward: bool) -> list[tuple[Script, str]]:
    """`characters` in pieces of one script.

    `rightward` for a paragraph that runs from right to left.
    """
    if rightward:
        return _part_rightward(characters)
    if has_rightward(characters):
        return [
            ("rightward" if has_rightward(piece) else "plain", piece)
            for piece in re.split(f"([{RIGHTWARD}](?:[{RIGHTWARD}\\s]*[{RIGHTWARD}])?)", characters)
            if piece
        ]
    if _AMBIGUOUS.search(characters) is None or _CJK.search(characters) is None:
        return [("plain", characters)]
    return _part_chinese(characters)


def _part_rightward(characters: str) -> list[tuple[Script, str]]:
    """Latin phrases become runs of their own; figures and signs stay in the right-to-left run around them."""
    made: list[tuple[Script, str]] = []
    place = 0
    for phrase in _PHRASE.finditer(characters):
        if _LETTER.search(phrase.group()) is None:
            continue
        if phrase.start() > place:
            made.append(("rightward", characters[place : phrase.start()]))
        made.append(("plain", phrase.group()))
        place = phrase.end()
    if place < len(characters):
        made.append(("rightward", characters[place:]))
    return made


def _part_chinese(characters: str) -> list[tuple[Script, str]]:
    """Quotation marks, dashes and points beside Chinese take the Chinese font; “l’ordre” inside it stays Latin.

    The hint works on a whole run without harm to its Latin letters, so the text is parted only where a doubtful
    character stands between letters of an alphabet.
    """
    made: list[tuple[Script, str]] = []
    place = 0
    for signs in _AMBIGUOUS.finditer(characters):
        before, after = characters[signs.start() - 1 : signs.start()], characters[signs.end() : signs.end() + 1]
        if _LETTER.match(before) and _LETTER.match(after):
            if signs.start() > place:
                made.append(("east-asian", characters[place : signs.start()]))
            made.append(("plain", signs.group()))
            place = signs.end()
    if place < len(characters):
        made.append(("east-asian", characters[place:]))
    return made
