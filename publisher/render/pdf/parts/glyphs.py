"""The fonts a painted page uses, as plain data.

Which glyphs of which face, and how a process gets hold of the face.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
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

    They are WeasyPrint's. Each page is painted as if it were the first, so that it is the same whatever stands before.
    """

    def __init__(self) -> None:
        self.fonts: dict[int, Any] = {}
        self._sizes: dict[int, float] = {}  # by the address of a font
        self._told: dict[int, tuple[set[int], set[int]]] = {}

    def begin(self) -> None:
        """Forget what the page before used."""
        self._sizes.clear()
        for font in self.fonts.values():
            font.to_unicode, font.widths = {}, {}

    def note(self, font: Any, size: float) -> None:
        """Note that the page uses a font, and in which size first."""
        self._sizes.setdefault(id(font), size)

    def of_page(self) -> tuple[Glyphs, ...]:
        """The glyphs of the page, by face."""
        if any(font.missing for font in self.fonts.values()):
            raise Inseparable("no font has a character of the page")
        keys = {id(font): key for key, font in self.fonts.items()}
        return tuple(_glyphs(keys[one], self.fonts[keys[one]], size) for one, size in self._sizes.items())

    def new(self, glyphs: Iterable[Glyphs]) -> tuple[Glyphs, ...]:
        """Those `glyphs` of a page that no page before had."""
        found = []
        for one in glyphs:
            first = one.key not in self._told
            said, sized = self._told.setdefault(one.key, (set(), set()))
            says = tuple(pair for pair in one.says if pair[0] not in said)
            widths = tuple(pair for pair in one.widths if pair[0] not in sized)
            said.update(glyph for glyph, _ in says)
            sized.update(glyph for glyph, _ in widths)
            if first or says or widths:
                found.append(replace(one, says=says, widths=widths))
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


def _glyphs(key: int, font: Any, size: float) -> Glyphs:
    face = Face(font.family, font.style, font.weight, size, tuple(sorted(font.variations.items())))
    return Glyphs(key, face, tuple(font.to_unicode.items()), tuple(font.widths.items()))


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
