"""Signs before figures stand on the left of them in an Arabic page, wherever a line begins: seen on the page itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from publisher import pipeline
from publisher.model.workspace import workspace_for
from publisher.resolve import scripts
from tests.conftest import RECORD, TODAY

SIGNED = ("−3.3", "+254 20 762", "-57", "(−8.1)", "كلمة −6.4", "−7.2 كلمة")
WORDS = f"""\
title: [مذكرة]
agenda: {{opening: افتتاح الدورة., adoption: إقرار جدول الأعمال.}}
body:
  - table:
{"".join(f'      - ["{said}", كلمة]{chr(10)}' for said in SIGNED)}\
    title: علامات
    columns: [{{head: رقم}}, {{head: كلمة}}]
"""


def misplaced(folder: Path) -> list[str]:
    """The signs, each with the figure after it, that do not stand to the left of it."""
    data = pipeline.build(workspace_for(folder, TODAY), "ar", ("pdf",)).files
    found, wanted = (
        [],
        {said[place : place + 2] for said in SIGNED for place in range(len(said)) if said[place] in "+−-"},
    )
    for page in pypdfium2.PdfDocument(next(iter(data.values()))):
        text = page.get_textpage()
        places: dict[str, list[tuple[float, float]]] = {}
        for index in range(text.count_chars()):
            left, bottom, _, _ = text.get_charbox(index, loose=True)
            places.setdefault(text.get_text_range(index, 1), []).append((left, bottom))
        for sign, figure in sorted(wanted):
            rows = [(x, y) for x, y in places.get(sign, ())]
            beside = [fx - x for x, y in rows for fx, fy in places.get(figure, ()) if abs(fy - y) < 2]
            if not any(0 < apart < 12 for apart in beside):
                found.append(sign + figure)
    return found


def test_a_sign_stands_left_of_its_figure(small_document: Callable[..., Path]) -> None:
    record = RECORD.replace("original: en", "original: ar")
    assert misplaced(small_document(WORDS, record, language="ar")) == []


def test_signs_on_the_wrong_side_are_seen(small_document: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    parted = scripts._split
    monkeypatch.setattr(scripts, "_split", lambda inline, begins: parted(inline, begins=False))
    record = RECORD.replace("original: en", "original: ar")
    assert {"−3", "+2", "-5"} <= set(misplaced(small_document(WORDS, record, language="ar")))


ADDRESS = "www.example.org/sites/default/files/documents/issues/minorities/9th-anniversary/2022-09-22/70%/2020-2025.pdf"
WITH_ADDRESS = f"""\
title: [مذكرة]
agenda: {{opening: افتتاح الدورة., adoption: إقرار جدول الأعمال.}}
body:
  - "متاحة على هذا الرابط: [{ADDRESS}](http://{ADDRESS})."
  - "متاحة في 2022-09-22 على هذا الرابط أيضا: {ADDRESS}."
"""


def test_a_day_in_an_address_runs_as_the_address(small_document: Callable[..., Path]) -> None:
    record = RECORD.replace("original: en", "original: ar")
    folder = small_document(WITH_ADDRESS, record, language="ar")
    built = pipeline.build(workspace_for(folder, TODAY), "ar", ("pdf",))
    assert built.proofs == ()
    whole = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(built.files["pdf"]))
    assert whole.count("/2022-09-22/") == 2


FAR = "الوثيقة الختامية لمؤتمر الأطراف في المعاهدة "
WITH_SYMBOLS = f"""\
title: [مذكرة]
agenda: {{opening: افتتاح الدورة., adoption: إقرار جدول الأعمال.}}
body:
{"".join(f'  - "{FAR}{"و" * more} و NPT/CONF.1995/32 (Part I)/Corr.2 و A/CONF.229/2017/L.3/Rev.1، المرفق."{chr(10)}' for more in range(12))}\
  - "الملحق رقم *20*([A/80/20](A/80/20))."
"""


def test_a_symbol_that_a_line_ends_in_keeps_its_stroke_at_the_right(small_document: Callable[..., Path]) -> None:
    record = RECORD.replace("original: en", "original: ar")
    built = pipeline.build(workspace_for(small_document(WITH_SYMBOLS, record, language="ar"), TODAY), "ar", ("pdf",))
    assert built.proofs == ()
