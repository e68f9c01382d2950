"""Tables, heads and resolutions of New York, held against an official PDF where it lies beside the project."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conftest import ROOT, TODAY
from tests.house.conftest import Told, publisher
from tests.render.test_geometry import PLACE, SIZE, near, rules

__all__ = ["publisher"]
CORPUS = Path(os.environ.get("PUBLISHER_CORPUS", ROOT.parent / "shared" / "corpus" / "word"))
OFFICIAL = CORPUS / "A_80_605.pdf"
RECORD = """\
symbol: A/80/605
kind: note
profile: new-york
organ: general-assembly
session: {number: 80}
date: 2026-01-27
original: en
agenda: []
"""
# Table 2 of A/80/605, page 9.
WORDS = """\
title: [Report]
body:
  - "The Base refurbished it."
  - title: High-value asset refurbishments completed in 2024/25
    unit: "Thousands of United States dollars; budget year is from 1 July 2024 to 30 June 2025"
    columns:
      - {head: Type of equipment, width: 30}
      - {head: Number of assets, align: end, width: 8}
      - {head: Acquisition value, align: end, width: 10}
    table:
      - [Heavy engineering and construction equipment, "1", "51.7"]
      - [Heavy-wheeled and engineering support vehicles, "12", "2 553.9"]
      - ["Specialized vehicles, trailers and attachments", "2", "864.8"]
    total: [Total, "15", "3 470.4"]
"""


def measured(page: Any) -> dict[str, float]:
    """What is measured of a table: distances down the page, sizes, edges, in points."""
    lines = page.extract_text_lines()

    def at(words: str) -> Any:
        return next(line for line in lines if line["text"].lstrip("(").startswith(words))

    title, unit, head = at("High-value asset"), at("Thousands of"), at("Type of equipment")
    label = lines[lines.index(title) - 1]
    first, second, last, total = at("Heavy eng"), at("Heavy-wheeled"), at("Specialized"), at("Total")
    drawn = [(round(top, 1), weight) for left, _, top, weight in rules(page) if left < 61 and top > title["top"]]
    drawn += [(round(box["top"], 1), box["height"]) for box in page.rects if box["x0"] < 61 and box["height"] < 2]
    tops = sorted({top for top, _ in drawn if unit["top"] < top < total["bottom"] + 8})
    over, under, before_total, after_total = (tops[0], *tops[-3:])
    return {
        "label to title": title["top"] - label["top"],
        "title to unit": unit["top"] - title["top"],
        "unit to rule": over - unit["top"],
        "head to rule": under - head["top"],
        "rule to row": first["top"] - under,
        "row to row": second["top"] - first["top"],
        "row to rule of the total": before_total - last["top"],
        "rule to total": total["top"] - before_total,
        "total to rule": after_total - total["top"],
        "left": title["x0"],
        "total stands in": total["x0"] - first["x0"],
        "right": max(line["x1"] for line in (first, second, total)),
    }


def sizes(page: Any) -> dict[str, float]:
    """The size of type of each part of a table."""
    found = {}
    for line in page.extract_text_lines():
        for words in ("High-value asset", "(Thousands of", "Type of equipment", "Heavy eng", "Total"):
            if line["text"].startswith(words):
                found[words] = line["chars"][0]["size"]
    return found


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official PDF is not here")
def test_a_table_stands_as_the_official_one(tmp_path: Path) -> None:
    (tmp_path / "record.yaml").write_text(RECORD, "utf-8")
    (tmp_path / "en.yaml").write_text(WORDS, "utf-8")
    built = build(workspace_for(tmp_path, TODAY), "en", ("pdf",))
    drawn = next(iter(built.files.values()))
    with pdfplumber.open(io.BytesIO(drawn)) as ours, pdfplumber.open(OFFICIAL) as theirs:
        page, official = ours.pages[0], theirs.pages[8]
        assert sizes(page) == {part: near(size, SIZE) for part, size in sizes(official).items()}
        wanted = measured(official)
        assert measured(page) == {part: near(place, PLACE) for part, place in wanted.items()}
        assert measured(page)["row to row"] == near(wanted["row to row"], SIZE)


def test_figures_stand_at_the_foot_of_their_row(tmp_path: Path) -> None:
    """A/80/605, table 1: beside words of two lines, figures stand on the second."""
    (tmp_path / "record.yaml").write_text(RECORD, "utf-8")
    long = "Heavy engineering and construction equipment, and what else is long enough for a second line of its cell, or so"
    words = WORDS.replace("[Heavy engineering and construction equipment", f'["{long}"')
    (tmp_path / "en.yaml").write_text(words, "utf-8")
    drawn = next(iter(build(workspace_for(tmp_path, TODAY), "en", ("pdf",)).files.values()))
    with pdfplumber.open(io.BytesIO(drawn)) as document:
        read = document.pages[0].extract_words()
    first, second, figure = (next(w for w in read if w["text"] == text) for text in ("engineering", "or", "51.7"))
    assert second["top"] > first["top"] + 5 and figure["top"] == near(second["top"], SIZE)


def test_a_resolution_stands_as_measured(publisher: Callable[..., Told], tmp_path: Path) -> None:
    """LAYOUT_FACTS §2, §5: TitleH1 hangs its number, AgendaTitleH2 keeps 4350 twips clear, the tail stands at the right."""
    assert publisher("new", "A/RES/80/10", "--kind", "resolution", "-l", "en").exit_code == 0
    folder = tmp_path / "data" / "A-RES-80-10"
    words = (folder / "en.yaml").read_text("utf-8")
    long = " ".join(["Implementation of the outcome"] * 6)
    words = words.replace('matter: "Title of the agenda item [--]."', f'matter: "{long}."')
    words = words.replace('title: "Title of the resolution [--]"', f'title: "{long}"')
    (folder / "en.yaml").write_text(words, "utf-8")
    drawn = next(iter(build(workspace_for(folder, TODAY), "en", ("pdf",)).files.values()))
    with pdfplumber.open(io.BytesIO(drawn)) as document:
        lines = document.pages[0].extract_text_lines()
    item = [line for line in lines if "Implementation" in line["text"] and line["x0"] < 65]
    assert item[0]["x0"] == near(60.0) and all(line["x1"] < 334.5 + PLACE for line in item)
    assert len(item) < 5  # it is no narrower than that
    title = [line for line in lines if "Implementation" in line["text"] and line["x0"] > 65]
    number = [char for char in title[0]["chars"] if char["x0"] < 115 and char["text"].strip()]
    assert max(char["x1"] for char in number) == near(111.1)
    assert [line["x0"] for line in title[1:]] == [near(123.4)] * (len(title) - 1)
    assert all(line["x1"] < 488 + PLACE and line["chars"][-1]["size"] == near(12, SIZE) for line in title)
    assert title[1]["top"] - title[0]["top"] == near(13.5, SIZE)
    opening = next(line for line in lines if line["text"] == "The General Assembly,")
    assert opening["x0"] == near(147.1)


KEY_FIGURES = """\
title: [Report]
body:
  - box:
    body:
      - columns: [{head: "", width: 4}, {head: "", align: end, width: 2}]
        numbered: false
        table:
          - [Appropriation for 2024/25, "$297,776,200"]
          - [Allotment for 2024/25, "$296,804,800"]
          - [Expenditure for 2024/25, "$296,804,100"]
  - "The Committee met."
"""


def key_figures(page: Any) -> dict[str, float]:
    """What is measured of a box of key figures: its rules, its rows, its type."""
    lines = page.extract_text_lines()
    first, second = (next(one for one in lines if one["text"].startswith(words)) for words in ("Approp", "Allot"))
    upright = [
        edge for edge in page.edges if edge["orientation"] == "v" and edge["top"] < first["top"] < edge["bottom"]
    ]
    within = [one for one in page.edges if one["orientation"] == "h" and first["bottom"] < one["top"] < second["top"]]
    top = max(
        one["top"]
        for one in page.edges
        if one["orientation"] == "h" and one["top"] < first["top"] and one["width"] > 50
    )
    return {
        "left": min(edge["x0"] for edge in upright),
        "right": max(edge["x0"] for edge in upright),
        "words": first["x0"],
        "figures": first["x1"],
        "rule to row": first["top"] - top,
        "row to row": second["top"] - first["top"],
        "size": first["chars"][0]["size"],
        "rules between rows": len([one for one in within if one["width"] > 1]),
    }


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official PDF is not here")
def test_key_figures_stand_in_a_box_as_wide_as_the_text(tmp_path: Path) -> None:
    (tmp_path / "record.yaml").write_text(RECORD, "utf-8")
    (tmp_path / "en.yaml").write_text(KEY_FIGURES, "utf-8")
    drawn = next(iter(build(workspace_for(tmp_path, TODAY), "en", ("pdf",)).files.values()))
    with pdfplumber.open(io.BytesIO(drawn)) as ours, pdfplumber.open(CORPUS / "A_80_604_Add.10.pdf") as theirs:
        wanted = key_figures(theirs.pages[0])
        assert key_figures(ours.pages[0]) == {part: near(place, PLACE) for part, place in wanted.items()}
        assert key_figures(ours.pages[0])["size"] == near(wanted["size"], SIZE)
