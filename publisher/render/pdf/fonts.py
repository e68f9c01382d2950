"""Subsets of fonts with the bytes WeasyPrint makes, in half the time: a face of Chinese has 25 MB and 65,000 glyphs.

WeasyPrint copies the whole file of a face for each size a document uses it in, and subsets twice: to the glyphs used,
then to drop the empty ones after the last. Here a file is copied once a process, and where the first subset ends with
the last glyph used there is no second. A test holds the bytes to those of WeasyPrint itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

DROPPED = (b"BASE", b"DSIG", b"EBDT", b"EBLC", b"EBSC", b"GPOS", b"GSUB", b"JSTF", b"LTSH", b"PCLT", b"SVG ")
LARGE = 20_000  # glyphs from which it is worth it
LARGE_FILE = 5_000_000  # bytes
MOST_FILES = 24  # of faces kept: documents in six languages use about a dozen


def quicken(fonts: Any) -> None:
    """Apply this to `weasyprint.pdf.fonts`."""
    if hasattr(fonts.Font, "quick"):
        return
    whole = _Files(fonts.get_hb_object_data)
    twice: Callable[..., None] = fonts.Font._harfbuzz_subset

    def subset(font: Any, to_unicode: Collection[int], hinting: bool) -> None:
        large = font.glyph_count > LARGE and not hinting
        if content := _subset(fonts, font, to_unicode) if large else None:
            font.file_content = content
        else:
            twice(font, to_unicode, hinting)

    fonts.get_hb_object_data = whole
    fonts.Font._harfbuzz_subset = subset
    fonts.Font.quick, fonts.Font.twice = True, twice


class _Files:
    """Gives back the content of faces; of those that come from a file, which stay open, each content once."""

    def __init__(self, read: Callable[..., bytes]) -> None:
        self._read = read
        self._known: dict[Any, tuple[Any, bytes]] = {}

    def __call__(self, face: Any, *colour: Any, **named: Any) -> bytes:
        if colour or named:
            return self._read(face, *colour, **named)
        if face not in self._known:
            content = self._read(face)
            if len(content) < LARGE_FILE or len(self._known) >= MOST_FILES:
                return content
            self._known[face] = (face, content)
        return self._known[face][1]


def _subset(fonts: Any, font: Any, to_unicode: Collection[int]) -> bytes | None:
    """Give back the subset of a large face to the glyphs used, None where it cannot be had."""
    subsetting = fonts.harfbuzz_subset
    kept = subsetting.HB_SUBSET_FLAGS_RETAIN_GIDS
    face = _cut(fonts, font.hb_face, sorted(to_unicode), kept, font.missing, DROPPED)
    last = max(to_unicode)
    if face is not None and fonts.harfbuzz.hb_face_get_glyph_count(face) != last + 1:
        face = _cut(fonts, face, list(range(last + 1)), 0, font.missing, ())
    if face is None:
        return None
    content: bytes = fonts.get_hb_object_data(face)
    return content


def _cut(
    fonts: Any, face: Any, glyphs: list[int], kept: int, missing: bool, dropped: tuple[bytes, ...]
) -> Any:
    """Give back `face` with nothing but `glyphs`, and without the tables `dropped`; None where it cannot be had."""
    ffi, harfbuzz, subsetting = fonts.ffi, fonts.harfbuzz, fonts.harfbuzz_subset
    wanted = ffi.gc(subsetting.hb_subset_input_create_or_fail(), subsetting.hb_subset_input_destroy)
    codes = ffi.new("hb_codepoint_t[]", glyphs)
    harfbuzz.hb_set_add_sorted_array(subsetting.hb_subset_input_glyph_set(wanted), codes, len(glyphs))
    flags = (
        kept
        | subsetting.HB_SUBSET_FLAGS_PASSTHROUGH_UNRECOGNIZED
        | subsetting.HB_SUBSET_FLAGS_DESUBROUTINIZE
        | subsetting.HB_SUBSET_FLAGS_NO_HINTING
    )
    if missing:
        flags |= subsetting.HB_SUBSET_FLAGS_NOTDEF_OUTLINE
    subsetting.hb_subset_input_set_flags(wanted, flags)
    tags = ffi.new("hb_codepoint_t[]", [harfbuzz.hb_tag_from_string(name, -1) for name in dropped])
    tables = subsetting.hb_subset_input_set(wanted, subsetting.HB_SUBSET_SETS_DROP_TABLE_TAG)
    harfbuzz.hb_set_add_sorted_array(tables, tags, len(dropped))
    made = subsetting.hb_subset_or_fail(face, wanted)
    return ffi.gc(made, harfbuzz.hb_face_destroy) if made != ffi.NULL else None
