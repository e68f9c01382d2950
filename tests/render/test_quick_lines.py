"""Lines that are set once and glyphs that are written once give the bytes of WeasyPrint's own."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from publisher.render.page import render_page
from publisher.render.pdf import write_pdf
from publisher.render.pdf.engine import engine, lines_once
from tests.render.sheets import arabic, chinese, english, workspace

STYLE = """
.numbered { word-spacing: 2pt; text-decoration: underline overline line-through; hyphens: auto }
.numbered em { font-variant-caps: small-caps; letter-spacing: 1pt; white-space: pre-line }
.heading { text-overflow: ellipsis; overflow: hidden; white-space: nowrap; width: 60pt; font-language-override: 'TRK' }
"""


@pytest.mark.parametrize("kept", [lines_once.MOST_KEPT, 0, 40])
@pytest.mark.parametrize("style", ["", STYLE], ids=["house", "rare"])
@pytest.mark.parametrize("document", [english("new-york"), chinese(), arabic()], ids=["en", "zh", "ar"])
def test_the_bytes_are_those_of_weasyprint(
    document: Any, style: str, kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine()
    (tmp_path / "templates" / "style").mkdir(parents=True)
    place = workspace(tmp_path)
    (tmp_path / "templates" / "style" / f"{document.kind}.css").write_text(style)
    document = replace(document, contents=())
    page = render_page(document, place)
    from weasyprint.text.line_break import Layout

    monkeypatch.setattr(lines_once, "MOST_KEPT", kept)
    quick = write_pdf(page, document, place)
    for name, method in Layout.whole.items():
        monkeypatch.setattr(Layout, name, method)
    assert write_pdf(page, document, place) == quick


@pytest.mark.parametrize("style", ["", STYLE], ids=["house", "rare"])
@pytest.mark.parametrize("document", [english("new-york"), chinese(), arabic()], ids=["en", "zh", "ar"])
def test_glyphs_are_written_as_weasyprint_writes_them(
    document: Any, style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine()
    (tmp_path / "templates" / "style").mkdir(parents=True)
    place = workspace(tmp_path)
    (tmp_path / "templates" / "style" / f"{document.kind}.css").write_text(style)
    page = render_page(document, place)
    from weasyprint.draw import text

    quick = write_pdf(page, document, place)
    monkeypatch.setattr(text, "draw_first_line", text.draw_first_line.whole)
    asked = []
    monkeypatch.setattr(text, "glyphs_of", asked.append)
    assert write_pdf(page, document, place) == quick
    assert asked == []


class _Heap(ctypes.Structure):
    """What the C library says of its heap."""

    _names = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")
    _fields_ = tuple((name, ctypes.c_size_t) for name in _names)


def test_lines_give_back_what_they_took(tmp_path: Path) -> None:
    """Thousands of lines set in one style and let go leave the heap as it was, or a preview would grow all day."""
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "mallinfo2"):
        pytest.skip("this C library does not tell what of its heap is in use")
    libc.mallinfo2.restype = _Heap
    engine()
    from weasyprint.text.line_break import Layout

    styles: list[Any] = []
    made = Layout.setup

    def setup(layout: Any, style: Any) -> None:
        styles.append(style)
        made(layout, style)

    document = chinese()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Layout, "setup", setup)
        write_pdf(render_page(document, workspace(tmp_path)), document, workspace(tmp_path))
    styled = next(style for style in styles if style.ready_for_lines.features is not None)

    def set_lines(count: int) -> int:
        for _ in range(count):
            Layout(styled).set_text("第二届会议", justify=True)
        return int(libc.mallinfo2().uordblks)

    before = set_lines(500)
    assert set_lines(5000) - before < 100_000  # 5,000 lists of attributes are three times that
