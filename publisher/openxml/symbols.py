"""Characters of the fonts of signs, as Unicode has them.

Word keeps them by their place in the font, U+F020 to U+F0FF.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from publisher.openxml.package import Element, W

_PLACES = re.compile("[\uf020-\uf0ff]")
_SAID = re.compile(r"[0-9A-Fa-f]{1,4}")
_OF_FONT = 0xF000


def symbol(element: Element) -> str:
    """The character that w:sym names by its place in a font."""
    said = element.get(f"{W}char") or ""
    return _shown(chr(int(said, 16)), element.get(f"{W}font")) if _SAID.fullmatch(said) else "\ufffd"


def shown(text: str, run: Element) -> str:
    """`text` of a run as its font shows it; what no table here has stays as it is."""
    if not _PLACES.search(text):
        return text
    fonts = run.find(f"{W}rPr/{W}rFonts")
    return _shown(text, fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") if fonts is not None else None)


def _shown(text: str, font: str | None) -> str:
    table = _TABLES.get((font or "").casefold(), _USUAL)
    return _PLACES.sub(lambda found: table.get(ord(found[0]) - _OF_FONT, found[0]), text)


def _from(first: int, signs: str) -> dict[int, str]:
    """Signs that follow each other in a font; a blank for those that Unicode has not, or that no text needs."""
    return {first + place: sign for place, sign in enumerate(signs) if sign != " "}


# The encoding of the font Symbol (unicode.org, VENDORS/ADOBE/symbol.txt).
_SYMBOL: Mapping[int, str] = (
    _from(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?")
    | _from(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_")
    | _from(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
    | _from(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…")
    | _from(0xBF, "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊")
    | {0x20: " ", 0xE5: "∑", 0xF2: "∫"}
)
_WINGDINGS: Mapping[int, str] = (
    _from(0x6C, "●❍■□ ❑❒ ◆◆❖")
    | _from(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")
    | _from(0x9E, "·•●○○")
    | _from(0xA7, "▪◻  ★")
    | _from(0xDF, "←→↑↓↖↗↙↘➔")
    | _from(0xEF, "⇦⇨⇧⇩")
    | _from(0xFB, "✗✓☒☑")
    | {0x20: " ", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0xD8: "➢"}
)
_WINGDINGS_2: Mapping[int, str] = {0x4F: "✗", 0x50: "✓", 0x52: "☑", 0x53: "☒", 0x97: "●", 0xA3: "□"}
_TABLES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
# Where no font is named: the bullets of lists, and the signs between figures.
_USUAL: Mapping[int, str] = {
    place: (_WINGDINGS if place in (0xA7, 0xD8) else _SYMBOL)[place]
    for place in (0x2D, 0xA3, 0xA7, 0xAE, 0xB0, 0xB1, 0xB3, 0xB4, 0xB7, 0xD8)
}
