"""Chapters of a supplement: “Chapter I” on a line of its own, “I.” in the contents, “chapter I, section A” where cited."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pdfplumber
import pytest
import yaml

from publisher.model.diagnostic import Severity
from publisher.model.inline import plain
from publisher.model.resolved import Heading
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conftest import TODAY
from tests.house.conftest import Told, publisher

__all__ = ["publisher"]
# label of the first and the second chapter, numbers in the contents, a section of the second as it is cited
SAID = {
    "ar": ("الفصل الأول", "الفصل الثاني", "أولا -", "الفصل الثاني، الفرع ألف"),
    "en": ("Chapter I", "Chapter II", "I.", "chapter II, section A"),
    "es": ("Capítulo I", "Capítulo II", "I.", "capítulo II, sección A"),
    "fr": ("Chapitre premier", "Chapitre II", "I.", "chapitre II, section A"),
    "ru": ("Глава I", "Глава II", "I.", "глава II, раздел A"),
    "zh": ("第一章", "第二章", "一、", "第二章第A节"),
}

OVER_CONTENTS = {
    "ar": ("الفصل", "الصفحة"),
    "en": ("Chapter", "Page"),
    "es": ("Capítulo", "Página"),
    "fr": ("Chapitre", "Page"),
    "ru": ("Глава", "Стр."),
    "zh": ("章次", "页次"),
}


@pytest.mark.parametrize("language", SAID)
def test_a_chapter_has_its_label_above_its_title(publisher: Callable[..., Told], tmp_path: Path, language: str) -> None:
    assert publisher("new", "A/80/8", "--kind", "supplement", "-l", language).exit_code == 0
    folder = tmp_path / "data" / "A-80-8"
    words = yaml.safe_load((folder / f"{language}.yaml").read_text("utf-8"))
    part = {"id": "there", "heading": "Part", "body": ["Words."]}
    words["body"][-1]["body"] = [part, "[](#there)", {"heading": "Part", "body": ["Words."]}]
    (folder / f"{language}.yaml").write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")
    built = build(workspace_for(folder, TODAY), language, ("pdf", "docx", "akn"))
    assert not built.rejected and not [one for one in built.diagnostics if one.severity is Severity.ERROR]
    assert built.resolved is not None
    first, second, listed, cited = SAID[language]
    headings = [block for part in built.resolved.divisions for block in part.blocks if isinstance(block, Heading)]
    assert [one.label.printed for one in headings if one.label] == [first, second]
    assert [entry.number for entry in built.resolved.contents][1] == listed
    assert cited in " ".join(
        plain(block.text) for block in built.resolved.divisions[0].blocks if hasattr(block, "text")
    )
    paragraphs = [one.text for one in docx.Document(io.BytesIO(built.files["docx"])).paragraphs]
    assert "\t".join(OVER_CONTENTS[language]) in paragraphs
    assert paragraphs[paragraphs.index(first) + 1] == plain(headings[1].text)


def test_a_note_has_no_chapters(publisher: Callable[..., Told], tmp_path: Path) -> None:
    assert publisher("new", "A/80/605", "--kind", "note", "-l", "en").exit_code == 0
    built = build(workspace_for(tmp_path / "data" / "A-80-605", TODAY), "en", ("html",))
    assert built.resolved is not None and built.resolved.contents_chapter_label == ""
    assert b"Chapter I" not in built.files["html"] and b'class="heading chapter"' not in built.files["html"]


def test_heads_stand_over_both_ends_of_the_contents(publisher: Callable[..., Told], tmp_path: Path) -> None:
    assert publisher("new", "A/80/8", "--kind", "supplement", "-l", "en").exit_code == 0
    built = build(workspace_for(tmp_path / "data" / "A-80-8", TODAY), "en", ("pdf",))
    with pdfplumber.open(io.BytesIO(built.files["pdf"])) as document:
        page = document.pages[1]
        over, under = page.search("Chapter")[0], page.search("Introduction")[0]
        last = page.search("Page")[0]
        assert over["x0"] == pytest.approx(60, abs=1.4) and last["x1"] == pytest.approx(552, abs=1.4)
        assert over["top"] == pytest.approx(last["top"], abs=0.25) and over["bottom"] < under["top"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_the_cover_says_under_the_title_is_set_as_text(
    publisher: Callable[..., Told], tmp_path: Path, language: str
) -> None:
    assert publisher("new", "A/80/8", "--kind", "supplement", "-l", language).exit_code == 0
    built = build(workspace_for(tmp_path / "data" / "A-80-8", TODAY), language, ("html",))
    page = built.files["html"].decode()
    light = re.findall(r'<p class="subtitle light"[^>]*>(.*?)</p>', page, re.S)
    assert len(light) == 2 and "ISSN" in light[1]
