"""The font families a finished file may use."""

from __future__ import annotations

# Families a finished file may use; any other means that the expected font lacked a character and another stepped in.
FAMILIES = (
    "liberationserif", "liberationsans", "notoserifcjksc", "notosanscjksc", "notonaskharabic", "notoserif",
    "notosansmono",
    # names and words in other scripts, in whichever of the two is installed
    *(f"noto{kind}{script}" for kind in ("serif", "sans") for script in (
        "armenian", "hebrew", "syriac", "thaana", "nko", "adlam", "devanagari", "bengali", "gurmukhi", "gujarati", "oriya",
        "tamil", "telugu", "kannada", "malayalam", "sinhala", "thai", "lao", "tibetan", "myanmar", "georgian", "ethiopic",
        "cherokee", "canadianaboriginal", "khmer", "mongolian", "tifinagh", "symbols", "symbols2",
        "limbu", "taile", "newtailue", "buginese", "taitham", "balinese", "sundanese", "batak", "lepcha",
        "olchiki", "tagalog", "yi", "lisu", "vai", "bamum", "sylotinagri", "saurashtra", "kayahli",
        "javanese", "cham", "taiviet", "meeteimayek", "osage", "hanifirohingya", "chakma", "newa",
    )),
)  # fmt: skip


def is_family_of_the_house(font: str) -> bool:
    """Say whether the font is of an allowed family, in any style.

    `font` has its subset tag removed.
    """
    plain = font.replace("-", "").replace(" ", "").replace(",", "").lower()
    return any(plain.removeprefix(family) in _STYLES for family in FAMILIES if plain.startswith(family))


_STYLES = frozenset(
    ["", "regular", "bold", "italic", "bolditalic", "oblique", "boldoblique", "medium", "semibold", "semilight",
     "light", "black", "extralight", "italicbold"]
)  # fmt: skip
