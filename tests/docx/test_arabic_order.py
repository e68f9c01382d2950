"""Figures among Arabic words stand in Word files where the bidirectional algorithm alone puts them as they are read.

LibreOffice heeds no direction of a run: it draws a paragraph by its characters (UAX #9), as is done here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bidi import get_display

from publisher import pipeline
from publisher.model.workspace import workspace_for
from publisher.render.docx import runs
from tests.conftest import RECORD, TODAY
from tests.docx import lint

W = lint.W
# As typed, and as they stand on the page from left to right.
DRAWN = {
    "−3.3": "−3.3", "+254 20 762 1234": "+254 20 762 1234", "-57": "-57", "(−8.1)": "(−8.1)", "+12.5%": "%+12.5",
    "2027-03-04": "2027-03-04", "978-92-1-101363-5": "978-92-1-101363-5", "1 234": "1 234", "1 – 2 (−3)": "1 – 2 (−3)",
    "A/80/6 (Sect. 3)": "A/80/6 (Sect. 3)", "25-12345 (C)": "25-12345 (C)", "https://un.org/": "https://un.org/",
    "12-15": "15-12", "12–15": "15–12", "5–10%": "%10–5", "12.5%": "%12.5", "16-4-1": "1-4-16", "10: 1985": "1985 :10", "1325 (2000)": "(2000) 1325",
    "1 200-1 300": "1 300-1 200",
    "(3)": "(3)", "A/80/1": "A/80/1", "5 km²": "5 km²",
}  # fmt: skip
WORDS = f"""\
title: [مذكرة]
agenda: {{opening: افتتاح الدورة., adoption: إقرار جدول الأعمال.}}
body:
  - table:
{"".join(f'      - ["{said}", "نص {said} نص"]{chr(10)}' for said in DRAWN)}\
    title: علامات
    columns: [{{head: رقم}}, {{head: كلمة}}]
{"".join(f'  - "نص {said}، وكذلك ({said})"{chr(10)}' for said in DRAWN)}"""


def turned(folder: Path) -> set[str]:
    """The typed figures that a paragraph drawn by its characters alone has otherwise than they are read."""
    data = pipeline.build(workspace_for(folder, TODAY), "ar", ("docx",)).files
    paragraphs = [
        "".join([text.text or "" for text in paragraph.iter(f"{W}t")])
        for paragraph in lint.parts_of(next(iter(data.values())))["word/document.xml"].iter(f"{W}p")
    ]
    drawn = [_visible(get_display(text, base_dir="R")) for text in paragraphs]
    wanted = {said: _visible(shown) for said, shown in DRAWN.items()}
    shapes = {"cell": "{0}", "words": "صن {0} صن", "text": "({0}( كلذكو ،{0} صن"}
    return {
        f"{said} ({kind})"
        for said, shown in wanted.items()
        for kind, shape in shapes.items()
        if shape.format(shown) not in drawn
    }


def _visible(text: str) -> str:
    """`text` without marks of direction, spaces and brackets of one kind: which way a bracket opens its side tells."""
    return text.translate({0x200E: None, 0x200F: None, 0xA0: " ", ord(")"): "("})


def test_figures_stand_as_they_are_read(small_document: Callable[..., Path]) -> None:
    record = RECORD.replace("original: en", "original: ar")
    assert turned(small_document(WORDS, record, language="ar")) == set()


def test_figures_without_marks_are_seen(small_document: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "around_leftward", lambda *_: ("", ""))
    monkeypatch.setattr(runs, "with_turns", lambda characters: characters)
    record = RECORD.replace("original: en", "original: ar")
    found = turned(small_document(WORDS, record, language="ar"))
    assert {"−3.3 (words)", "+254 20 762 1234 (cell)", "12-15 (cell)", "12.5% (cell)", "2027-03-04 (text)"} <= found
