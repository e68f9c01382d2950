"""Lines that are set once and kept are painted with the bytes of WeasyPrint's own lines."""

from __future__ import annotations

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
