"""What must not part at the end of a line.

Figures in groups, a label and its number, the items of a heading.
"""

from __future__ import annotations

import re
from functools import lru_cache

from publisher.model.symbol import LONG_SYMBOL

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2060-\u2060"  # between two word joiners: nobody reads another sign than was written
BREAK = "\u200b"
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+")
# In an address, but not those after “https:”; no number is parted from the point before it: Rev.1.
STROKES = re.compile(r"(?<=[^/])(?:/(?=[^/.])|\.(?=[^/.\d]))")
HELD = {" ": NO_BREAK_SPACE, "-": NO_BREAK_HYPHEN}
_ITEMS = re.compile(r"[(（][^()（）<>]*\d[^()（）<>]*(?:(?:\([^()<>]*)?\)[^()（）<>]*)?[)）]$")
_BESIDE_FIGURES = re.compile(r" (?=[\d(])|(?<=\d) ")
# Characters that may be kept on one line: more of them would tear the line before it.
LONGEST_LABEL, LONGEST_ITEMS = 24, 34


def held(text: str, patterns: tuple[str, ...], following: str = "") -> str:
    """`text` with no line end in what the `patterns` match.

    Also where a match ends in the words `following` it.
    """
    text = ADDRESS.sub(lambda found: breakable(found[0]), text)
    if not any(sign in text for sign in HELD):
        return text
    whole = text + following
    places = {
        place for pattern in patterns for found in _compiled(pattern).finditer(whole) for place in range(*found.span())
    }
    if not places:
        return text
    return "".join(HELD.get(sign, sign) if place in places else sign for place, sign in enumerate(text))


def breakable(address: str) -> str:
    """A long address or symbol that may end a line at its strokes.

    And points before words; nowhere else, so not at the space of “S/PV.9876 (Resumption 1)”, nor within “Rev.1”.
    """
    if len(address) < LONG_SYMBOL:
        return address
    return STROKES.sub(lambda stroke: stroke[0] + BREAK, address.replace(" ", NO_BREAK_SPACE))


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def one_piece(markup: str) -> str:
    """The words of a reference, “table 1”, with no line end in them."""
    return markup if "<" in markup or len(markup) > LONGEST_LABEL else markup.replace(" ", NO_BREAK_SPACE)


def items_held(markup: str) -> str:
    """A heading with its agenda items, “(agenda item 3 (a))”, unbroken.

    In a long list of items a line may end, but not beside a figure.
    """
    found = _ITEMS.search(markup)
    if found is None:
        return markup
    items = found[0]
    short = len(items) <= LONGEST_ITEMS
    held = items.replace(" ", NO_BREAK_SPACE) if short else _BESIDE_FIGURES.sub(NO_BREAK_SPACE, items)
    return markup[: found.start()] + held
