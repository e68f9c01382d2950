"""What a glyph says that shares its signs with others.

HarfBuzz draws a letter and its vowel sign as two glyphs of one cluster. WeasyPrint lets one of them say both and the
other nothing, in the whole file. Where signs stand around letters a glyph says one thing here and another there: then
the content says its text itself, for whoever searches or copies it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from publisher.model.characters import has_vowel_signs
from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, put, restate

SAYS = Upstream(
    "weasyprint.draw.text:draw_first_line",
    statements=("font.to_unicode[glyph_id] = utf8_text[offset+t1:offset+t2].decode()",),
)
MARKS = Upstream("weasyprint.pdf.stream:Stream.marked", "63ad2e4d99aa0059")
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


@contextmanager
def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
    """Paint the content of `box` in `stream` as marked content; a text says itself (ISO 32000-1, 14.9.4)."""
    import pydyf

    if stream._tags is None:
        yield
        return
    number = len(stream._tags)
    stream._tags[box] = {"tag": tag, "mcid": number}
    text = getattr(box, "text", "")
    # some readers turn such a text round where it runs from right to left; the tag tree says it there
    turned = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)
    says = {"ActualText": pydyf.String(text)} if has_vowel_signs(text) and not turned else {}
    pydyf.Stream.begin_marked_content(stream, tag, pydyf.Dictionary({"MCID": number, **says}))
    try:
        yield
    finally:
        pydyf.Stream.end_marked_content(stream)


def apply() -> None:
    """Have `said_by_glyph` and `marked` asked."""
    restate(SAYS, SAYS_ITS_SIGN, said_by_glyph=said_by_glyph)
    put(MARKS, marked)


SHARED_CLUSTERS = Repair(
    "signs of letters with vowel marks",
    (SAYS, MARKS),
    apply,
    report="not reported yet",
    goes="when WeasyPrint parts the text of a cluster among its glyphs",
    proofs=("OUT005", "OUT006", "OUT078", "OUT095", "OUT096"),
)
