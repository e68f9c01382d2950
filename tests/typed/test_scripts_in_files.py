"""Names and statements in other scripts print in the faces of those scripts, and the files prove it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from publisher import pipeline
from publisher.model.workspace import workspace_for
from publisher.verify import verify_pdf
from tests.conftest import RECORD, TODAY

WORDS = """\
title: [Names]
agenda: {opening: Opening., adoption: Adoption.}
body:
  - heading: Introduction
    body:
      - "Mr. Նարեկ Պետրոսյան, Ms. ნინო ბერიძე, אברהם כהן, محمد علي, አበበ በቀለ, राम कुमार, สมชาย, 山田 花子, 김철수, 20 ℃ ①.[^n]"
      - "މުހައްމަދު, မြန်မာနိုင်ငံ ရန်ကုန်, ߒߞߏ, 𞤆𞤵𞤤𞤢𞤪, বাংলাদেশের কেন্দ্র, ខ្មែរ ទេ, हिन्दी किताब, தமிழ் பெரிய."
      - "ಕರ್ನಾಟಕ ಶ್ರೀನಿವಾಸ್, काठमाडौँ, ນ້ຳ, മലയാളം സ്ത്രീ, శ్రీనివాస్, ශ්‍රී ලංකා, བོད་ལྗོངས, ꦗꦮ, ᬩᬮᬶ, ꯃꯩꯇꯩ, ᱥᱟᱱᱛᱟᱲᱤ, ꕙꔤ, ꆈꌠ, 𑄌𑄋𑄴, 𐓏𐓘."
      - "The well\u2011keepers of the inter\u00adnational body."
      - table: [["ნინო ბერიძე", 5], ["محمد علي", 7]]
        columns: [{head: Name}, {head: Age}]
        title: Table of ნინო
      - statement: ["أيها السادة، إن الماء حياة (عام 2027).", "כל הכבוד 5 ימים."]
        language: ar
      - statement: ["主席先生，“水”就是生命：《宪章》（第１条）说、写。"]
        language: zh
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


NAMES = (
    "ಕರ್ನಾಟಕ ಶ್ರೀನಿವಾಸ್", "प्रधानमन्त्री काठमाडौँ", "ວຽງຈັນ ນ້ຳ", "മലയാളം സ്ത്രീ", "শেখ মুজিবুর রহমান", "ગુજરાત શ્રી નરેન્દ્ર", "ਗੁਰਮੁਖੀ ਸਿੰਘ",
    "ସ୍ରୀ ଓଡ଼ିଆ", "สมชาย น้ำ กรุง", "ភ្នំពេញ ស្រី", "မြန်မာနိုင်ငံ", "བོད་ལྗོངས", "Nguyễn Thị", "ශ්‍රී ලංකා",
)  # fmt: skip


@pytest.mark.conformance
def test_another_reader_finds_names_as_they_were_typed(small_document: Callable[..., Path], tmp_path: Path) -> None:
    """Glyphs that share their signs say one thing here and another there; the content says its text itself."""
    fonts = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    if "Noto Serif Georgian" not in fonts or shutil.which("pdftotext") is None:
        pytest.skip("the fonts of other scripts, or pdftotext, are not installed")
    lines = "".join(f"      - The name {name} was read out.\n" for name in NAMES)
    words = WORDS.partition("      - ")[0] + lines
    built = pipeline.build(workspace_for(small_document(words), TODAY), "en", ("pdf",))
    assert [f"{one.code} {one.message}" for one in built.proofs] == []
    (tmp_path / "names.pdf").write_bytes(built.files["pdf"])
    told = subprocess.run(
        ["pdftotext", "names.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    ).stdout.decode()
    read = " ".join(told.replace("\u200d", "").split())  # a joiner has no glyph
    assert [name for name in NAMES if f"The name {name} was".replace("\u200d", "") not in read] == []
    with pikepdf.open(io.BytesIO(built.files["pdf"])) as file:
        page = file.pages[0]
        data = page.Contents.read_bytes()
        cut = data.index(b"/ActualText <feff") + len(b"/ActualText <feff")
        page.Contents.write(data[:cut] + b"0041" + data[cut + 4 :])
        file.save(tmp_path / "forged.pdf")
    assert built.resolved is not None
    found = verify_pdf((tmp_path / "forged.pdf").read_bytes(), built.resolved, "forged.pdf")
    assert "OUT054" in {one.code for one in found}


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
