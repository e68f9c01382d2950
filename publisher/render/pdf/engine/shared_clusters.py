"""What a glyph says that shares its signs with others.

HarfBuzz draws a letter and its vowel sign as two glyphs of one cluster. WeasyPrint lets one of them say both and the
other nothing, in the whole file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, restate

SAYS = Upstream(
    "weasyprint.draw.text:draw_first_line",
    statements=("font.to_unicode[glyph_id] = utf8_text[offset+t1:offset+t2].decode()",),
)
SAYS_ITS_SIGN = """font.to_unicode[glyph_id] = said_by_glyph(
                    utf8_text[offset:offset+glyph_item.item.length], clusters[0:num_glyphs], i,
                    glyph_item.item.analysis.level % 2)"""
# Signs that are drawn before the letter they are written behind (Indic_Positional_Category Left), script by script.
_BEFORE = frozenset(
    "\u093f\u09bf\u09c7\u09c8\u0a3f\u0abf\u0b47\u0bc6\u0bc7\u0bc8\u0d46\u0d47\u0d48\u0dd9\u0dda\u0ddb\u1031\u103c\u17c1\u17c2\u17c3"
)
UNHEARD = "\u2060"  # a sign must stand for each glyph (ISO 19005-3, 6.2.11.7); this one has no form and no width


def said_by_glyph(text: bytes, clusters: Sequence[int], place: int, backwards: int) -> str:
    """The signs of the run `text` that the glyph at `place` draws.

    `clusters` say for each glyph, from left to right, where its signs begin; `backwards` from right to left.
    """
    start = clusters[place]
    end = min((other for other in clusters if other > start), default=len(text))
    signs = text[start:end].decode()
    glyphs = [other for other, begins in enumerate(clusters) if begins == start]
    if len(glyphs) == 1:
        return signs
    order = (len(glyphs) - 1 - glyphs.index(place)) if backwards else glyphs.index(place)
    for parted in (signs, unicodedata.normalize("NFD", signs)):
        if len(parted) == len(glyphs):
            return sorted(parted, key=lambda sign: sign not in _BEFORE)[order]
    return signs if order == 0 else UNHEARD


def apply() -> None:
    """Have `said_by_glyph` asked."""
    restate(SAYS, SAYS_ITS_SIGN, said_by_glyph=said_by_glyph)


SHARED_CLUSTERS = Repair(
    "signs of letters with vowel marks",
    (SAYS,),
    apply,
    report="not reported yet",
    goes="when WeasyPrint parts the text of a cluster among its glyphs",
    proofs=("OUT005", "OUT006", "OUT078", "OUT095", "OUT096"),
)
