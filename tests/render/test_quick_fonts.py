"""The quick subset of a Chinese face draws what the whole face draws, nothing else is in it, and it is packed once."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.render.pdf.engine import engine
from publisher.render.pdf.engine.large_faces import LARGE
from publisher.render.pdf.engine.outlines import glyph_by_glyph, is_numbered
from tests.conftest import RECORD, TODAY

WORDS = """\
title: [关于一件小事的说明]
agenda: {opening: 会议开幕。, adoption: 通过议程。}
body:
  - heading: 导言
    body:
      - 第一段说得很少。*着重*
"""


@pytest.fixture
def built(small_document: Callable[..., Path]) -> Callable[[], bytes]:
    folder = small_document(words=WORDS, record=RECORD, language="zh")
    (folder / "en.yaml").unlink(missing_ok=True)
    return lambda: build(workspace_for(folder, TODAY), "zh", ("pdf",)).files["pdf"]


def outlines(glyphs: Any, name: str) -> Any:
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value


def bare(content: bytes) -> CFFFontSet:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(content), None)
    return fonts


def test_each_code_draws_what_the_whole_face_draws_for_it(
    built: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine()
    from weasyprint.pdf.fonts import Font

    quick, held = Font.subset, []

    def both(font: Any, codes: Any, hinting: bool) -> None:
        font.whole(codes, hinting)
        slow = font.file_content
        quick(font, codes, hinting)
        held.append((set(codes), slow, font.file_content, font.type))

    monkeypatch.setattr(Font, "subset", both)
    assert built()
    large = [(codes, slow, fast) for codes, slow, fast, _ in held if fast[:2] == b"\x01\x00"]
    assert large
    assert all(slow == fast for _, slow, fast, kind in held if kind == "ttf")
    for codes, slow, fast in large:
        whole = TTFont(BytesIO(slow))
        top = bare(fast).topDictIndex[0]
        assert set(top.charset) == {".notdef", *(f"cid{code:05}" for code in codes - {0})}
        for code in codes - {0}:
            drawn = outlines(top.CharStrings, f"cid{code:05}")
            assert drawn == outlines(whole.getGlyphSet(), whole.getGlyphName(code))
            assert top.CharStrings[f"cid{code:05}"].width == whole["hmtx"][whole.getGlyphName(code)][0]
        assert top.FDSelect.format == 0
        assert glyph_by_glyph(fast) == fast
        assert len(fast) < len(slow) / 4


def test_the_file_says_how_the_outlines_are_found(built: Callable[[], bytes]) -> None:
    with pikepdf.open(BytesIO(built())) as pdf:
        fonts = [font.DescendantFonts[0] for font in pdf.pages[0].Resources.Font.values()]
        chinese = [font for font in fonts if font.Subtype == "/CIDFontType0"]
        assert chinese
        for font in chinese:
            assert "/CIDToGIDMap" not in font
            assert font.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
            assert font.FontDescriptor.FontFile3.read_bytes()[:2] == b"\x01\x00"
        assert all(font.CIDToGIDMap == "/Identity" for font in fonts if font.Subtype == "/CIDFontType2")


def test_identifiers_that_are_not_numbers_are_found_out(built: Callable[[], bytes]) -> None:
    with pikepdf.open(BytesIO(built())) as pdf:
        fonts = [font.DescendantFonts[0] for font in pdf.pages[0].Resources.Font.values()]
        content = next(font.FontDescriptor.FontFile3.read_bytes() for font in fonts if font.Subtype == "/CIDFontType0")
    read = bare(content)
    top = read.topDictIndex[0]
    place, count = top.rawDict["charset"], len(top.charset)
    numbered = b"\x02\x00\x01" + (count - 2).to_bytes(2, "big")
    assert not is_numbered(content, count)
    made = content[:place] + numbered + content[place + len(numbered) :]
    assert is_numbered(made, count)
    assert not is_numbered(made, count + 1)
    assert not is_numbered(made.replace(b"\x0c\x1e", b"\x0c\x0d", 1), count)  # without a collection of identifiers
    assert not is_numbered(b"", count)


def test_each_stream_is_packed_once(built: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    engine()
    import pydyf

    packing, packed = pydyf.zlib.compressobj, []

    def counted(level: int) -> Any:
        packed.append(level)
        return packing(level)

    monkeypatch.setattr(pydyf.zlib, "compressobj", counted)
    with pikepdf.open(BytesIO(built())) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Filter" in one]
        assert len(packed) == len(streams)
        assert len(set(map(bytes, pdf.trailer.ID))) == 2


def test_only_large_faces_are_kept_open(built: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    engine()
    from weasyprint.pdf.fonts import Font

    fonts = set()
    whole = Font.subset

    def noted(font: Any, codes: Any, hinting: bool) -> None:
        fonts.add((font.glyph_count > LARGE, font.hb_face in Font.faces.known))
        whole(font, codes, hinting)

    monkeypatch.setattr(Font, "subset", noted)
    assert built()
    assert fonts == {(True, True), (False, False)}
