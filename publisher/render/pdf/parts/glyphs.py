"""The fonts a painted page uses, as plain data.

Which glyphs of which face, and how a process gets hold of the face.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from publisher.render.pdf.parts.division import Inseparable


@dataclass(frozen=True, slots=True)
class Face:
    """What Pango finds a face by.

    `size` is that in which the document used it first, in CSS pixels.
    """

    family: str
    style: int
    weight: int
    size: float
    variations: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Glyphs of one face used for the first time.

    With what they say and their widths. `key` is WeasyPrint's for the face.
    """

    key: int
    face: Face
    says: tuple[tuple[int, str], ...]
    widths: tuple[tuple[int, int], ...]


class Used:
    """The fonts of a part by key, and how much of them was told.

    They are WeasyPrint's.
    """

    def __init__(self) -> None:
        self.fonts: dict[int, Any] = {}
        self._told: dict[int, tuple[int, int]] = {}

    def new(self) -> tuple[Glyphs, ...]:
        """The glyphs used since this was asked last."""
        found = []
        for key, font in self.fonts.items():
            if font.missing:
                raise Inseparable("no font has a character of the page")
            said, sized = self._told.get(key, (0, 0))
            self._told[key] = len(font.to_unicode), len(font.widths)
            says, widths = tuple(font.to_unicode.items())[said:], tuple(font.widths.items())[sized:]
            if says or widths or not (said or sized):
                found.append(Glyphs(key, _face(font), says, widths))
        return tuple(found)


def use(fonts: dict[int, Any], glyphs: Glyphs, font_map: Any) -> None:
    """Have a document's `fonts` hold these glyphs.

    Inseparable where the face is not to be had in this process.
    """
    if glyphs.key not in fonts:
        fonts[glyphs.key] = _font(glyphs, font_map)
    font = fonts[glyphs.key]
    for glyph, text in glyphs.says:
        font.to_unicode.setdefault(glyph, text)
    for glyph, width in glyphs.widths:
        font.widths.setdefault(glyph, width)


def _face(font: Any) -> Face:
    return Face(font.family, font.style, font.weight, font.font_size, tuple(sorted(font.variations.items())))


def _font(glyphs: Glyphs, font_map: Any) -> Any:
    """WeasyPrint's font of a face, as its stream makes it for the first text in the face."""
    from weasyprint.pdf.fonts import Font
    from weasyprint.text.ffi import TO_UNITS, ffi, gobject, pango
    from weasyprint.text.fonts import get_pango_font_key

    face = glyphs.face
    wanted = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    pango.pango_font_description_set_family(wanted, ffi.new("char[]", face.family.encode()))
    pango.pango_font_description_set_style(wanted, face.style)
    pango.pango_font_description_set_weight(wanted, face.weight)
    pango.pango_font_description_set_absolute_size(wanted, round(face.size * TO_UNITS))
    if face.variations:
        said = ",".join(f"{axis}={value}" for axis, value in face.variations).encode()
        pango.pango_font_description_set_variations(wanted, said)
    context = ffi.gc(pango.pango_font_map_create_context(font_map), gobject.g_object_unref)
    pango_font = ffi.gc(pango.pango_font_map_load_font(font_map, context, wanted), gobject.g_object_unref)
    key, description, size = get_pango_font_key(pango_font)
    if key != glyphs.key:
        raise Inseparable(f"“{face.family}” is another face in another process")
    return Font(pango_font, description, size)
