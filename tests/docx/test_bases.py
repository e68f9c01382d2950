"""The Word bases hold the page set-up and the style values measured in the UN's own files, in twips."""

from __future__ import annotations

import zipfile
from typing import Any

import pytest
from lxml import etree

from publisher.model.workspace import shipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIDES = ("top", "right", "bottom", "left", "header", "footer")


def part(profile: str, name: str) -> Any:
    with zipfile.ZipFile(shipped("templates") / "word" / f"{profile}.docx") as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


# The last section is the running page; New York gives page one a section of its own, with a wider foot.
@pytest.mark.parametrize(
    ("profile", "place", "size", "margins"),
    [
        ("geneva", -1, (11907, 16840), (1701, 1134, 2268, 1134, 1134, 1701)),
        ("nairobi", -1, (11906, 16838), (1417, 1134, 1134, 1134, 850, 567)),
        ("new-york", 0, (12240, 15840), (1440, 1200, 1728, 1200, 432, 504)),
        ("new-york", -1, (12240, 15840), (1440, 1200, 1152, 1200, 432, 504)),
        ("new-york", 1, (15840, 12240), (1195, 1440, 1195, 1152, 576, 1037)),
    ],
)
def test_page(profile: str, place: int, size: tuple[int, int], margins: tuple[int, ...]) -> None:
    section = list(part(profile, "document").iter(f"{W}sectPr"))[place]
    page, edges = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (int(page.get(f"{W}w")), int(page.get(f"{W}h"))) == size
    assert tuple(int(edges.get(f"{W}{side}")) for side in SIDES) == margins


@pytest.mark.parametrize(("profile", "stop"), [("geneva", "567"), ("nairobi", "567"), ("new-york", "475")])
def test_settings(profile: str, stop: str) -> None:
    settings = part(profile, "settings")
    assert settings.find(f"{W}evenAndOddHeaders") is not None
    assert settings.find(f"{W}zoom").get(f"{W}percent") == "100"
    assert settings.find(f"{W}defaultTabStop").get(f"{W}val") == stop
    modes = {s.get(f"{W}name"): s.get(f"{W}val") for s in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"


# name: (name Word shows, half points, spacing, indents, right or first tabs)
GENEVA = {
    "SingleTxtG": ("_ Single Txt_G", None, {"after": 120}, {"left": 1134, "right": 1134}),
    "HMG": ("_ H __M_G", 34, {"before": 240, "after": 240, "line": 360}, {"left": 1134, "hanging": 1134}),
    "HChG": ("_ H _Ch_G", 28, {"before": 360, "after": 240, "line": 300}, {"left": 1134, "hanging": 1134}),
    "H1G": ("_ H_1_G", 24, {"before": 360, "after": 240, "line": 270}, {"left": 1134, "hanging": 1134}),
    "H23G": ("_ H_2/3_G", None, {"before": 240, "after": 120, "line": 240}, {"left": 1134, "hanging": 1134}),
    "H4G": ("_ H_4_G", None, {"before": 240, "after": 120, "line": 240}, {"left": 1134, "hanging": 1134}),
    "H56G": ("_ H_5/6_G", None, {"before": 240, "after": 120, "line": 240}, {"left": 1134, "hanging": 1134}),
    "SMG": ("__S_M_G", 40, {"before": 240, "after": 240, "line": 420}, {"left": 1134, "right": 1134}),
    "SLG": ("__S_L_G", 56, {"line": 580}, {"left": 1134, "right": 1134}),
    "FootnoteText": ("footnote text", 18, {"line": 220}, {"left": 1134, "right": 1134, "hanging": 1134}),
    "Header": ("header", 18, {"line": 240}, {}),
    "Footer": ("footer", 16, {"line": 240}, {}),
}
NEW_YORK = {
    "Normal": ("Normal", 20, {"after": 0, "line": 240}, {}),
    "SingleTxt": ("__Single Txt", None, {"after": 120}, {"left": 1267, "right": 1267}),
    "HCh": ("_ H _Ch", 28, {"line": 300}, {}),
    "H1": ("_ H_1", 24, {"line": 270}, {}),
    "H23": ("_ H_2/3", 20, {"line": 240}, {}),
    "HM": ("_ H __M", 34, {"line": 360}, {}),
    "SM": ("__S_M", 40, {"line": 390}, {"left": 1267, "right": 1267}),
    "SL": ("__S_L", 57, {"line": 540}, {}),
    "XLarge": ("XLarge", 40, {"line": 390}, {}),
    "Small": ("Small", 17, {"line": 210}, {}),
    "FootnoteText": ("footnote text", 17, {"line": 210}, {"left": 475, "hanging": 475}),
    "TitleHCH": ("Title_H_CH", None, {}, {"left": 1267, "right": 1267, "hanging": 1267}),
    "AgendaTitleH2": ("Agenda_Title_H2", 20, {"line": 240}, {"right": 4350}),
    "Header": ("header", 17, {"line": 240}, {}),
}


@pytest.mark.parametrize(
    ("profile", "identifier", "expected"),
    [(profile, *row) for profile in ("geneva", "nairobi") for row in GENEVA.items()]
    + [("new-york", *row) for row in NEW_YORK.items()],
)
def test_style(profile: str, identifier: str, expected: tuple[str, int | None, dict[str, int], dict[str, int]]) -> None:
    name, size, spacing, indents = expected
    style = part(profile, "styles").find(f"{W}style[@{W}styleId='{identifier}']")
    assert style.find(f"{W}name").get(f"{W}val") == name
    found = style.find(f"{W}rPr/{W}sz")
    assert (None if found is None else int(found.get(f"{W}val"))) == size
    for kind, wanted in (("spacing", spacing), ("ind", indents)):
        element = style.find(f"{W}pPr/{W}{kind}")
        assert {key: int(element.get(f"{W}{key}")) for key in wanted} == wanted


def test_new_york_text_is_spread() -> None:
    look = part("new-york", "styles").find(f"{W}style[@{W}styleId='Normal']/{W}rPr")
    assert (look.find(f"{W}spacing").get(f"{W}val"), look.find(f"{W}w").get(f"{W}val")) == ("4", "103")


@pytest.mark.parametrize("turn", ["Default", "Even", "DefaultWide", "EvenWide"])
def test_a_running_head_grows_with_a_long_title(turn: str) -> None:
    (height,) = part("new-york", f"header{turn}").iter(f"{W}trHeight")
    assert (height.get(f"{W}val"), height.get(f"{W}hRule")) == ("864", "atLeast")


@pytest.mark.parametrize(
    ("profile", "file", "columns", "rows"),
    [
        ("geneva", "document", [1276, 2268, 3260, 2835], ["851", "2835"]),
        ("nairobi", "document", [1276, 2268, 3260, 2835], ["851", "2835"]),
        ("new-york", "headerFirst", [1267, 1872, 3600, 3111], ["864", "2880"]),
    ],
)
def test_masthead(profile: str, file: str, columns: list[int], rows: list[str]) -> None:
    table = next(part(profile, file).iter(f"{W}tbl"))
    assert [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")] == columns
    heights = list(table.iter(f"{W}trHeight"))
    assert [height.get(f"{W}val") for height in heights] == rows
    assert {height.get(f"{W}hRule") for height in heights} == {"exact"}
    below = [row.find(f"{W}tc/{W}tcPr/{W}tcBorders/{W}bottom").get(f"{W}sz") for row in table.iter(f"{W}tr")]
    assert below == ["4", "12"]
