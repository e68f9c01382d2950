"""Languages and scripts: what Word is told of each, and how Arabic is turned round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from publisher.render.docx.script import has_rightward
from tests.docx import lint
from tests.docx.conftest import PROFILES, Written

W = lint.W
Sheet = Callable[[str, str], Written]


def characters(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


@pytest.mark.parametrize(
    ("language", "slots"),
    [
        ("en", {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}),
        ("zh", {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}),
        ("ar", {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}),
    ],
)
def test_languages(sheet: Sheet, language: str, slots: dict[str, str]) -> None:
    parts = lint.parts_of(sheet(language, "nairobi").data)
    said = parts["word/styles.xml"].find(f"{W}docDefaults").find(f".//{W}lang")
    assert {key: said.get(f"{W}{key}") for key in slots} == slots
    assert parts["word/settings.xml"].find(f"{W}themeFontLang").get(f"{W}val") == "en-GB"


@pytest.mark.parametrize("profile", PROFILES)
def test_arabic_letters_are_not_torn_apart(sheet: Sheet, profile: str) -> None:
    styles = lint.parts_of(sheet("ar", profile).data)["word/styles.xml"]
    assert not [one for run in styles.iter(f"{W}rPr") for one in run if one.tag in (f"{W}spacing", f"{W}w")]
    latin = lint.parts_of(sheet("en", "new-york").data)["word/styles.xml"]
    assert [one for run in latin.iter(f"{W}rPr") for one in run.findall(f"{W}w")]


def test_headings_of_new_york_end_where_the_text_does(sheet: Sheet) -> None:
    styles = lint.parts_of(sheet("en", "new-york").data)["word/styles.xml"]
    ends = {style.get(f"{W}styleId"): style.find(f".//{W}ind").get(f"{W}right") for style in styles.iter(f"{W}style")
            if style.get(f"{W}styleId") in ("SingleTxt", "HCh", "H1", "H23")}  # fmt: skip
    assert set(ends.values()) == {"1267"}, ends


@pytest.mark.parametrize("profile", PROFILES)
def test_arabic_runs_from_the_right(sheet: Sheet, profile: str) -> None:
    parts = lint.parts_of(sheet("ar", profile).data)
    body = parts["word/document.xml"]
    roots = [
        style
        for style in parts["word/styles.xml"].iter(f"{W}style")
        if style.get(f"{W}type") == "paragraph" and style.find(f"{W}basedOn") is None
    ]
    assert roots and all(style.find(f"{W}pPr/{W}bidi") is not None for style in roots)
    assert all(section.find(f"{W}bidi") is not None for section in body.iter(f"{W}sectPr"))
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in body.iter(f"{W}tbl"))
    for story in (body, parts["word/footnotes.xml"], parts["word/headerFirst.xml"]):
        for run in story.iter(f"{W}r"):
            if has_rightward(characters(run)):
                assert run.find(f"{W}rPr/{W}rtl") is not None, characters(run)
            elif any("A" <= sign <= "z" for sign in characters(run)):
                assert run.find(f"{W}rPr/{W}rtl") is None, characters(run)


@pytest.mark.parametrize("profile", PROFILES)
def test_symbol_and_distribution_stay_as_written(sheet: Sheet, profile: str) -> None:
    parts = lint.parts_of(sheet("ar", profile).data)
    paragraphs = [p for name in ("document", "headerFirst") for p in parts[f"word/{name}.xml"].iter(f"{W}p")]
    for words in ("HSP/HA.2/16*", "Distr.: General", "Original: English"):
        found = [p for p in paragraphs if characters(p) == words]
        assert [p.find(f"{W}pPr/{W}bidi").get(f"{W}val") for p in found] == ["0"]
        assert [p.find(f"{W}pPr/{W}jc").get(f"{W}val") for p in found] == ["left"]


def test_chinese_signs_take_the_chinese_font(sheet: Sheet) -> None:
    from publisher.render.docx.script import runs_of

    assert runs_of("“人人享有适当住房”", False) == [("east-asian", "“人人享有适当住房”")]
    default = lint.parts_of(sheet("zh", "nairobi").data)["word/styles.xml"].find(f"{W}docDefaults")
    assert default.find(f".//{W}rFonts").get(f"{W}eastAsia") == "SimSun"
    rules = {child.tag.removeprefix(W) for child in default.find(f"{W}pPrDefault/{W}pPr")}
    assert {"kinsoku", "autoSpaceDE"} <= rules


def test_chinese_is_never_slanted(sheet: Sheet) -> None:
    styles = lint.parts_of(sheet("zh", "nairobi").data)["word/styles.xml"]
    slanted = [s.get(f"{W}styleId") for s in styles.iter(f"{W}style") if s.find(f"{W}rPr/{W}i") is not None]
    assert [name for name in slanted if name not in ("Emphasis", "TableMark")] == []
