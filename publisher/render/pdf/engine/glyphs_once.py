"""A glyph of a font is put into the words of PDF once, and read with its whole line.

WeasyPrint asks Pango for each number of each glyph, and writes each anew. A test holds the bytes to those of its way.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import Any

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, restate

GLYPH = Struct("=Iiii4x")  # PangoGlyphInfo: glyph, width, offsets of x and y, what is not asked for
DRAWS = Upstream(
    "weasyprint.draw.text:draw_first_line",
    statements=(
        "for i, glyph_info in enumerate(glyphs_info[0:num_glyphs]):",
        "glyph_id = glyph_info.glyph",
        "width = glyph_info.geometry.width",
        "glyph_info.geometry.x_offset",
        "glyph_info.geometry.y_offset",
        "x_advance += (logical_width + offset - kerning) / 1000\n",
    ),
)
ALL_AT_ONCE = """drawn = glyphs_drawn(font, font_size)
        for i, glyph in enumerate(glyphs_of(glyphs_info, num_glyphs)):"""
AS_BEFORE = """if glyph in drawn:
                piece, advance = drawn[glyph]
                string += piece
                x_advance += advance
                continue"""
FIRST_TIME = """glyph_id, width, x_offset, y_offset = glyph
            before = len(string)"""
KEPT = """advance = (logical_width + offset - kerning) / 1000
            x_advance += advance
            if not rise and glyph_id == glyph[0] and not (font.svg or font.png or font.colr):
                drawn[glyph] = string[before:], advance
"""
Glyph = tuple[int, ...]


def glyphs_drawn(font: Any, size: float) -> dict[Glyph, tuple[str, float]]:
    """What each glyph is in a content stream and how far it advances.

    In this `font` of the file, at this size.
    """
    known: dict[float, dict[Glyph, tuple[str, float]]] = vars(font).setdefault("drawn", {})
    return known.setdefault(size, {})


def apply() -> None:
    """Have glyphs read together and kept."""
    from weasyprint.text.ffi import ffi

    def glyphs_of(glyphs: Any, count: int) -> Iterator[Glyph]:
        return GLYPH.iter_unpack(ffi.buffer(glyphs, count * GLYPH.size))

    whole = DRAWS.function()
    put = (ALL_AT_ONCE, AS_BEFORE, FIRST_TIME, "x_offset", "y_offset", KEPT)
    restate(DRAWS, *put, glyphs_drawn=glyphs_drawn, glyphs_of=glyphs_of)
    DRAWS.function().whole = whole  # what the tests hold it against


GLYPHS_ONCE = Repair(
    "glyphs put in words once",
    (DRAWS,),
    apply,
    report="not reported yet",
    goes="when WeasyPrint reads the glyphs of a line together",
    buys="4–8 %",
)
