"""How wide words are before they are drawn, in ems.

The advance widths of Times and its metric twins (Liberation Serif, which every profile prints); letters of other
scripts by their class. Enough to tell whether words fit a column, not to set them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LATIN = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 "
    "564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 "
    "611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 "
    "722 500 500 444 480 200 480 541"
)
_CYRILLIC = (
    "722 574 667 578 682 611 896 501 722 722 667 678 889 722 722 722 556 667 611 708 790 722 722 650 1009 1009 706 872 574 "
    "660 1028 667 444 509 472 410 509 444 691 395 535 535 486 499 633 535 500 535 500 444 437 500 648 500 535 503 770 770 "
    "517 672 456 429 747 460"
)
_KNOWN = {
    **{chr(32 + place): int(width) / 1000 for place, width in enumerate(_LATIN.split())},
    **{chr(0x410 + place): int(width) / 1000 for place, width in enumerate(_CYRILLIC.split())},
    "—": 1.0, "…": 1.0, "“": 0.444, "”": 0.444, "‘": 0.333, "’": 0.333, "°": 0.4,
}  # fmt: skip
FIGURE = 0.5  # of a figure
_WIDER_SLANTED = dict.fromkeys("arFJP;:", 0.056) | dict.fromkeys("+=<>×−", 0.111)  # ems, than upright
SLANTED = 1.08  # letters of other scripts
_OTHERS = 0.6  # of letters that are neither Latin nor Cyrillic, and of signs


@lru_cache(maxsize=4096)
def sign_width(sign: str) -> float:
    """The advance width of a sign in ems.

    None of a mark over or under another.
    """
    if (known := _KNOWN.get(sign)) is not None:
        return known
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0.0
    if is_square(sign):
        return 1.0
    plain = unicodedata.normalize("NFKD", sign)[0]
    return _KNOWN.get(plain, _OTHERS)


def is_square(sign: str) -> bool:
    """Say whether a sign is as wide as high, as Chinese ones are."""
    return unicodedata.east_asian_width(sign) in ("W", "F")


@lru_cache(maxsize=16384)
def slanted_width(word: str, figure: float = FIGURE) -> float:
    """The width of `word` in italics on one line, in ems."""
    if any(sign.isalpha() and sign > "\u024f" for sign in word):
        return SLANTED * width(word, figure)
    return width(word, figure) + sum(_WIDER_SLANTED.get(sign, 0.0) for sign in word)


@lru_cache(maxsize=16384)
def width(word: str, figure: float = FIGURE) -> float:
    """The width of `word` on one line, in ems.

    `figure` is that of its figures in the face of the words around.
    """
    return sum(map(sign_width, word)) + (figure - FIGURE) * sum(map(str.isdigit, word))
