"""Names and statements in other scripts print in the faces of those scripts, and the files prove it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher import pipeline
from publisher.model.workspace import workspace_for
from tests.conftest import RECORD, TODAY

WORDS = """\
title: [Names]
agenda: {opening: Opening., adoption: Adoption.}
body:
  - heading: Introduction
    body:
      - "Mr. Նարեկ Պետրոսյան, Ms. ნინო ბერიძე, אברהם כהן, محمد علي, አበበ በቀለ, राम कुमार, สมชาย, 山田 花子, 김철수, 20 ℃ ①.[^n]"
      - "މުހައްމަދު, မြန်မာနိုင်ငံ ရန်ကုန်, ߒߞߏ, 𞤆𞤵𞤤𞤢𞤪, বাংলাদেশের কেন্দ্র, ខ្មែរ ទេ, हिन्दी किताब, தமிழ் பெரிய."
      - "The well\u2011keepers of the inter\u00adnational body."
      - table: [["ნინო ბერიძე", 5], ["محمد علي", 7]]
        columns: [{head: Name}, {head: Age}]
        title: Table of ნინო
      - statement: ["أيها السادة، إن الماء حياة (عام 2027).", "כל הכבוד 5 ימים."]
        language: ar
footnotes: {n: "In Arabic: الماء. In Georgian: წყალი."}
"""


@pytest.mark.conformance
def test_every_script_is_printed_and_proved(small_document: Callable[..., Path]) -> None:
    fonts = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    if "Noto Serif Georgian" not in fonts or "Noto Serif Ethiopic" not in fonts:
        pytest.skip("the fonts of other scripts are not installed (fonts-noto)")
    built = pipeline.build(workspace_for(small_document(WORDS), TODAY), "en")
    assert [f"{one.code} {one.message}" for one in built.diagnostics if one.severity == "error"] == []
    assert set(built.files) == {"pdf", "docx", "html"}


VOCALISED = "كَتَبَ المُوَظَّفُ رِسَالَةً إلى الأُمَمِ المُتَّحِدَةِ"


@pytest.mark.conformance
def test_vocalised_arabic_is_read_back_from_every_face(small_document: Callable[..., Path]) -> None:
    words = f"""\
title: [{VOCALISED}]
agenda: {{opening: افتتاح الدورة., adoption: إقرار جدول الأعمال.}}
body:
  - heading: {VOCALISED}
    body:
      - "{VOCALISED}."
      - table: [["{VOCALISED}", 5]]
        title: "{VOCALISED}"
        columns: [{{head: "{VOCALISED}"}}, {{head: العدد}}]
"""
    folder = small_document(words, RECORD.replace("original: en", "original: ar"), language="ar")
    built = pipeline.build(workspace_for(folder, TODAY), "ar")
    assert [one.message for one in built.proofs if one.code != "BD005"] == []
    assert set(built.files) == {"pdf", "docx", "html"}
