"""Emphasis as an author can type it.

From word to word, where the markup of a record begins or ends inside one.
"""

from __future__ import annotations

import re
import unicodedata

# While a text is put together, emphasis stands between signs of the private use area, which no text has.
ITALIC, BOLD = "\ue000\ue001", "\ue002\ue003"
_SIGNS = {ITALIC: "*", BOLD: "**"}
_OUTSIDE = " \u00a0.,;:!?)]}%،؛؟"  # what no emphasised words begin with


def emphasized(inner: str, mark: str) -> str:
    """`inner` between the signs of `mark` (“*”, “**”, “”), which are settled when the whole text is there."""
    for signs, written in _SIGNS.items():
        if written == mark:
            return signs[0] + re.sub(f"[{signs}]", "", inner) + signs[1]
    return inner


def settled(text: str) -> tuple[str, int]:
    """`text` with its marks typed, and how many were moved to the edge of a word or left out."""
    moved = 0
    text = re.sub(f"{BOLD[0]}(.{{1,2}}){BOLD[1]}(?={ITALIC[0]})", r"\1", text)  # the first letter of an italic word
    for (opening, closing), mark in ((tuple(signs), mark) for signs, mark in _SIGNS.items()):
        text = re.sub(f"{closing}( *){opening}", r"\1", text)  # one emphasis in two pieces
        pieces: list[str] = []
        rest = text
        while (start := rest.find(opening)) >= 0 and (end := rest.find(closing, start)) >= 0:
            before, inner, after = rest[:start], rest[start + 1 : end], rest[end + 1 :]
            before, kept, after = _fitted(before, inner, after)
            moved += kept.strip() != inner.strip()
            pieces += [before, f"{mark}{kept}{mark}" if kept else ""]
            rest = after
        text = "".join([*pieces, rest])
    return text, moved


def _fitted(before: str, inner: str, after: str) -> tuple[str, str, str]:
    """The three parts with the emphasised one beginning and ending at the edges of words, empty where it has none."""
    lead = len(inner) - len(inner.lstrip(_OUTSIDE))
    before, inner = before + inner[:lead], inner[lead:]
    left, head = _ending(before), _beginning(inner)
    if left and head:
        if len(left) <= len(head):
            before, inner = before[: -len(left)], left + inner
        else:
            before, inner = before + head, inner[len(head) :]
    bare = inner.rstrip()
    inner, after = bare, inner[len(bare) :] + after
    tail, right = _ending(inner), _beginning(after)
    if tail and right:
        if len(right) <= len(tail):
            inner, after = inner + right, after[len(right) :]
        else:
            inner, after = inner[: -len(tail)], tail + after
    bare = inner.strip()
    if not any(sign.isalnum() for sign in bare):
        return before + inner, "", after
    return before + inner[: len(inner) - len(inner.lstrip())], bare, inner[len(inner.rstrip()) :] + after


def _beginning(text: str) -> str:
    """The letters and figures that `text` begins with, in scripts that part their words by spaces."""
    end = next((place for place, sign in enumerate(text) if not _in_word(sign)), len(text))
    return text[:end]


def _ending(text: str) -> str:
    return _beginning(text[::-1])[::-1]


def _in_word(sign: str) -> bool:
    return (sign.isalnum() or unicodedata.category(sign) == "Mn") and unicodedata.east_asian_width(sign) not in "WF"
