"""The characters a text is printed with, and how texts are compared.

Signs stand around its footnote marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from publisher.model.inline import Call, Inlines, spelled

CALL_OPEN, CALL_CLOSE = "\ue000", "\ue001"  # private use: they stand around a footnote mark inside a line of text


def written(inlines: Inlines, deleted: bool = False) -> str:
    """The characters of `inlines`, footnote marks between the call signs.

    `deleted` keeps struck words.
    """
    return spelled(inlines, _marked, deleted)


def called(inlines: Inlines) -> str:
    """The characters of `inlines`, calls by their notes' identifiers."""
    return spelled(inlines, _named, deleted=True, parted=False)


def _marked(call: Call) -> str:
    return f"{CALL_OPEN}{call.mark}{CALL_CLOSE}"


def _named(call: Call) -> str:
    return f"{CALL_OPEN}{call.note}{CALL_CLOSE}"


@lru_cache(maxsize=8192)  # each line is asked for by every format's reader
def compared(text: str) -> str:
    """`text` as the files are compared.

    Each step says why it may not count as a difference.
    """
    # NFKC: a font's character map may give back the compatibility form of a glyph (“ﬁ”, Arabic presentation forms,
    # superscript figures of marks); combining marks have one order.
    # A hyphen at which no line ends is an element in Word, without a character of its own.
    text = unicodedata.normalize("NFKC", text.replace("\u2011", "-"))
    # White space: a line end swallows its space in a PDF; a tab, a space or an indent may stand after a number.
    # Bidirectional controls and joiners: they steer drawing and have no glyph, so a PDF cannot give them back.
    return text.translate(_DROPPED)


# scripts, and accents apart
_WITH_SIGNS = re.compile("[\u0300-\u036f\u0590-\u1cff\ua800-\uabff\ufb1d-\ufdff\U00010d00-\U0001e95f]")


def has_vowel_signs(text: str) -> bool:
    """Whether signs stand over, under or around letters: their glyphs do not tell what and in which order."""
    return _WITH_SIGNS.search(text) is not None and any(unicodedata.category(sign)[0] == "M" for sign in text)


def unmarked(text: str) -> str:
    """`text` without the signs around marks; the marks are kept."""
    return text.replace(CALL_OPEN, "").replace(CALL_CLOSE, "")


def readable(text: str) -> str:
    """`text` for a message: a mark as [1], white space as single spaces."""
    return re.sub(r"\s+", " ", text.replace(CALL_OPEN, "[").replace(CALL_CLOSE, "]")).strip()


_CONTROLS = (
    0xAD,
    0x61C,
    *range(0xFE00, 0xFE10),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
    0xFEFF,
)
_SPACES = tuple(point for point in range(0x3001) if chr(point).isspace())
_DROPPED = dict.fromkeys((*_CONTROLS, *_SPACES))


def slug(text: str) -> str:
    """`text` in the characters of an identifier: 2/6 → 2-6."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
