"""Subsets of Chinese faces: the glyphs used and nothing else.

WeasyPrint keeps an empty place for every other. Such a face has 25 MB and 65,000 glyphs. WeasyPrint copies the file
for each size a document uses it in, subsets it twice, and embeds tables as long as if all glyphs were there, so that
the codes on the page stay numbers of glyphs. But the outlines of such a face (its table CFF) go by identifiers (CID),
and a subset still says which identifier each of its outlines has: embedded alone, as ISO 32000-1, 9.7.4.2 and 9.9
have it, that table takes a tenth of the time and a third of the room. Only faces are treated so in which the
identifier of each glyph is its number.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from publisher.render.pdf.engine.outlines import glyph_by_glyph, is_numbered
from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, restate

LARGE = 20_000  # glyphs from which it is worth it
MOST = 24  # large faces kept: a session in six languages uses two
OUTLINES = b"CFF "
NEEDED = (OUTLINES, b"head", b"maxp")
EMBEDDED_AS_IT_IS = "font_extra = pydyf.Dictionary({'Subtype': font.embedded_as})"
MAPPED_WHERE_WANTED = "**({} if font.embedded_as == '/CIDFontType0C' else {'CIDToGIDMap': '/Identity'}),"
BARE = b"\x01\x00"  # how a table of outlines begins
DECLARED = """
    hb_face_t * hb_face_builder_create (void);
    hb_bool_t hb_face_builder_add_table (hb_face_t *face, hb_tag_t tag, hb_blob_t *blob);
"""

BUILD = Upstream(
    "weasyprint.pdf.fonts:build_fonts_dictionary",
    statements=("font_extra = pydyf.Dictionary({'Subtype': '/OpenType'})",),
)
VECTOR = Upstream("weasyprint.pdf.fonts:_build_vector_font_dictionary", statements=("'CIDToGIDMap': '/Identity',",))
MADE = Upstream("weasyprint.pdf.fonts:Font.__init__", "0d1bfc9d42300793")
SUBSET = Upstream("weasyprint.pdf.fonts:Font._harfbuzz_subset", "a60952666c450a92")

Answer = TypeVar("Answer")


def apply() -> None:
    """Have large faces cut here."""
    from weasyprint.pdf import fonts

    if fonts.harfbuzz_subset is None:
        return
    faces = _Faces(fonts)
    read, whole = fonts.get_hb_object_data, fonts.Font.subset

    def content(face: Any, *colour: Any, **named: Any) -> bytes:
        outlines = not colour and not named and faces.outlines(face)
        return BARE if outlines else read(face, *colour, **named)

    def subset(font: Any, to_unicode: Collection[int], hinting: bool) -> None:
        outlines = faces.outlines(font.hb_face)
        if cut := outlines and _cut(fonts, outlines, to_unicode, hinting, font.missing):
            font.file_content = cut
            return
        if outlines is not None:
            font.file_content = read(font.hb_face)
        whole(font, to_unicode, hinting)

    fonts.get_hb_object_data = content
    fonts.Font.subset, fonts.Font.whole, fonts.Font.faces = subset, whole, faces
    fonts.Font.type = property(lambda font: "otf" if font.file_content[:4] == b"OTTO" or _is_bare(font) else "ttf")
    fonts.Font.embedded_as = property(lambda font: "/CIDFontType0C" if _is_bare(font) else "/OpenType")
    restate(BUILD, EMBEDDED_AS_IT_IS)
    restate(VECTOR, MAPPED_WHERE_WANTED)


def _is_bare(font: Any) -> bool:
    return bool(font.file_content.startswith(BARE))


class _Faces:
    """The outlines of faces, without the tables that take time to subset and are not embedded."""

    def __init__(self, fonts: Any) -> None:
        self._fonts = fonts
        self.known: dict[Any, Any] = {}  # they stay open, and so stay the same
        fonts.ffi.cdef(DECLARED)

    def outlines(self, face: Any) -> Any:
        """A face of the outlines of `face`, or None.

        None where it is small or its identifiers are not numbers.
        """
        count = self._fonts.harfbuzz.hb_face_get_glyph_count(face)
        if count <= LARGE:
            return None
        if face not in self.known:
            if len(self.known) >= MOST:
                self.known.clear()
            numbered = _examined(self._fonts, face, lambda outlines: is_numbered(outlines, count))
            self.known[face] = self._bare(face) if numbered else None
        return self.known[face]

    def _bare(self, face: Any) -> Any:
        ffi, harfbuzz = self._fonts.ffi, self._fonts.harfbuzz
        made = ffi.gc(harfbuzz.hb_face_builder_create(), harfbuzz.hb_face_destroy)
        for name in NEEDED:
            tag = harfbuzz.hb_tag_from_string(name, -1)
            table = harfbuzz.hb_face_reference_table(face, tag)
            harfbuzz.hb_face_builder_add_table(made, tag, table)
            harfbuzz.hb_blob_destroy(table)
        return made


def _examined(fonts: Any, face: Any, question: Callable[[memoryview], Answer]) -> Answer:
    """The answer to a `question` on the outlines of `face`, which are not copied for it."""
    ffi, harfbuzz = fonts.ffi, fonts.harfbuzz
    blob = harfbuzz.hb_face_reference_table(face, harfbuzz.hb_tag_from_string(OUTLINES, -1))
    length = ffi.new("unsigned int *")
    try:
        data = harfbuzz.hb_blob_get_data(blob, length)
        return question(memoryview(ffi.buffer(data, length[0]) if length[0] else b""))
    finally:
        harfbuzz.hb_blob_destroy(blob)


def _cut(fonts: Any, face: Any, glyphs: Collection[int], hinting: bool, missing: bool) -> bytes:
    """The outlines of `face` for nothing but `glyphs`, nothing where they cannot be had."""
    ffi, harfbuzz, subsetting = fonts.ffi, fonts.harfbuzz, fonts.harfbuzz_subset
    wanted = ffi.gc(subsetting.hb_subset_input_create_or_fail(), subsetting.hb_subset_input_destroy)
    codes = ffi.new("hb_codepoint_t[]", sorted(glyphs))
    harfbuzz.hb_set_add_sorted_array(subsetting.hb_subset_input_glyph_set(wanted), codes, len(codes))
    flags = subsetting.HB_SUBSET_FLAGS_DESUBROUTINIZE
    if not hinting:
        flags |= subsetting.HB_SUBSET_FLAGS_NO_HINTING
    if missing:
        flags |= subsetting.HB_SUBSET_FLAGS_NOTDEF_OUTLINE
    subsetting.hb_subset_input_set_flags(wanted, flags)
    made = subsetting.hb_subset_or_fail(face, wanted)
    if made == ffi.NULL:
        return b""
    return glyph_by_glyph(_examined(fonts, ffi.gc(made, harfbuzz.hb_face_destroy), bytes))


LARGE_FACES = Repair(
    "large faces cut to their outlines",
    (BUILD, VECTOR, MADE, SUBSET),
    apply,
    report="Kozea/WeasyPrint#2120 (slow with Chinese faces), closed when HarfBuzz came to cut them",
    goes="when WeasyPrint subsets a face once, without keeping the numbers of its glyphs",
    buys="25 % of a Chinese document, and two thirds of the room of its fonts",
)
