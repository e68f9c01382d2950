"""The look of the profiles, read back from the PDF and held against the measurements of real documents.

Positions in points from the left and top edge, as measured in documents of the United Nations (Letter and A4); a
position may be off by 0.5 mm, a size or a line pitch by 0.25 pt.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest

from publisher.render.pdf import DrawnPdf
from tests.render.sheets import english

PLACE = 0.5 * 72 / 25.4
SIZE = 0.25

# what: (nairobi, geneva, new-york)
PAGES = {"nairobi": (595.3, 842.0), "geneva": (595.3, 842.0), "new-york": (612.0, 792.0)}
RULES = {"nairobi": (56.8, 198.6, 200.1), "geneva": (70.9, 212.8, 214.2), "new-york": (64.8, 208.9, 210.4)}
FULL_WIDTH = {"nairobi": (56.7, 538.6), "geneva": (56.7, 538.6), "new-york": (60.0, 552.0)}
COLUMN = {"nairobi": (113.4, 482.0), "geneva": (113.4, 482.0), "new-york": (123.4, 488.0)}
TEXT_TAB = {"nairobi": 141.7, "geneva": 141.7, "new-york": 147.1}
HEAD = {"nairobi": (45.6, 58.6, 9), "geneva": (58.0, 71.0, 9), "new-york": (52.4, 64.8, 8.5)}
BODY_TOP = {"nairobi": 72.5, "geneva": 86.6, "new-york": 76.3}
PAGE_NUMBER = {"nairobi": (804.7, 9), "geneva": (748.1, 9), "new-york": (748.4, 8.5)}
NOTES = {"nairobi": (113.4, 9, 11), "geneva": (113.4, 9, 11), "new-york": (123.4, 8.5, 10.5)}
SEPARATOR = {"nairobi": (90.6, 164.4), "geneva": (90.6, 164.4), "new-york": (99.6, 171.7)}
DISTRIBUTION = {"nairobi": (397.8, 71.0), "geneva": (396.9, 85.2), "new-york": (397.0, 78.9)}
ORGANIZATION = {"nairobi": 120.5, "geneva": 120.5, "new-york": 123.4}
TITLE = {"nairobi": 14, "geneva": 14, "new-york": 14}
HEADINGS = {1: 14, 2: 12, 3: 10, 4: 10}
TABLE_RULES = (0.5, 1.5, 0.5, 1.5)

profiles = pytest.mark.parametrize("profile", PAGES)


def near(value: float, tolerance: float = PLACE) -> Any:
    """`value` for a comparison that forgives `tolerance`."""
    return pytest.approx(value, abs=tolerance)


@pytest.fixture
def pages(draw: Callable[..., DrawnPdf]) -> Callable[[str], list[Any]]:
    """The pages of the English document in a profile, as pdfplumber reads them."""
    return lambda profile: pdfplumber.open(io.BytesIO(draw(english(profile)).data)).pages


def line(page: Any, words: str) -> dict[str, Any]:
    """The first line of `page` in which `words` stand."""
    found = [line for line in page.extract_text_lines() if words in line["text"]]
    assert found, f"no line with {words!r} on page {page.page_number}"
    return found[0]


def rules(page: Any) -> list[tuple[float, float, float, float]]:
    """The horizontal rules of `page` from top to bottom: left, right, top, thickness.

    The engine paints a border as the space between two rectangles, the rules of a table as lines.
    """
    found = [(r["x0"], r["x1"], r["top"] - r["linewidth"] / 2, r["linewidth"]) for r in page.lines]
    boxes = [(r["x0"], r["x1"], r["top"], r["bottom"]) for r in page.rects]
    for one, other in pairwise(boxes):
        if one[:2] == other[:2]:
            found += [
                (*one[:2], min(ends), abs(ends[0] - ends[1]))
                for ends in ((one[2], other[2]), (one[3], other[3]))
                if 0 < abs(ends[0] - ends[1]) < 3
            ]
    return sorted((rule for rule in found if rule[1] - rule[0] > 45), key=lambda rule: rule[2])


@profiles
def test_page_and_masthead(pages: Callable[[str], list[Any]], profile: str) -> None:
    first = pages(profile)[0]
    assert (first.width, first.height) == near(PAGES[profile])
    strip, crest = rules(first)[:2]
    top, thick_top, thick_bottom = RULES[profile]
    assert (strip[:2], strip[2], strip[3]) == (near(FULL_WIDTH[profile]), near(top), near(0.5, SIZE))
    assert (crest[:2], crest[2], crest[3]) == (
        near(FULL_WIDTH[profile]),
        near(thick_top),
        near(thick_bottom - thick_top, SIZE),
    )
    distribution = line(first, "Distr.: General")["chars"]
    left, top = DISTRIBUTION[profile]
    start = next(char for char in distribution if char["text"] == "D" and char["x0"] > 300)
    assert (start["x0"], start["top"], start["size"]) == (near(left), near(top), near(10, SIZE))
    assert line(first, "United Nations")["x0"] == near(ORGANIZATION[profile])
    assert line(first, "United Nations")["chars"][0]["size"] == near(14, SIZE)


@profiles
def test_symbol_ends_at_the_right_edge_with_a_large_first_part(pages: Callable[[str], list[Any]], profile: str) -> None:
    first = pages(profile)[0]
    symbol = [char for char in first.chars if char["top"] < RULES[profile][0] and char["x0"] > 300]
    assert max(char["x1"] for char in symbol) == near(FULL_WIDTH[profile][1])
    assert {round(char["size"]) for char in symbol if char["text"] in "HSP"} >= {20}
    assert {round(char["size"]) for char in symbol if char["text"] == "/"} == {10}


@profiles
def test_running_head_and_page_number_stand_at_the_outer_edge(pages: Callable[[str], list[Any]], profile: str) -> None:
    top, rule, size = HEAD[profile]
    foot, foot_size = PAGE_NUMBER[profile]
    left, right = FULL_WIDTH[profile]
    for page in pages(profile)[1:4]:
        head = line(page, "HSP/HA.2/16")
        assert (head["top"], head["chars"][0]["size"]) == (near(top), near(size, SIZE))
        assert "Bold" in head["chars"][0]["fontname"]
        number = [char for char in page.chars if char["top"] > foot - 3 and "Bold" in char["fontname"]]
        assert (number[0]["top"], number[0]["size"]) == (near(foot), near(foot_size, SIZE))
        if page.page_number % 2:
            assert (head["x1"], max(char["x1"] for char in number)) == (near(right), near(right))
        else:
            assert (head["x0"], min(char["x0"] for char in number)) == (near(left), near(left))
        assert rules(page)[0][2] == near(rule)
        assert rules(page)[0][:2] == near(FULL_WIDTH[profile])
    assert not [
        char
        for char in pages(profile)[0].chars
        if char["top"] > 740 and "Bold" in char["fontname"] and char["text"].isdigit()
    ]


def test_new_york_counts_pages_and_prints_the_job_number(pages: Callable[[str], list[Any]]) -> None:
    drawn = pages("new-york")
    even, odd = drawn[1].extract_text().splitlines()[-1], drawn[2].extract_text().splitlines()[-1]
    assert even == f"2/{len(drawn)} 25-10492"
    assert odd == f"25-10492 3/{len(drawn)}"


@profiles
def test_text_column_and_line_pitch(pages: Callable[[str], list[Any]], profile: str) -> None:
    page = pages(profile)[1]
    number = line(page, "5. The General Assembly")
    left, right = COLUMN[profile]
    assert (number["x0"], number["x1"]) == (near(left), near(right))
    after = next(char for char in number["chars"] if char["text"] == "T")
    assert (after["x0"], after["size"]) == (near(TEXT_TAB[profile]), near(10, SIZE))
    lines = [one for one in page.extract_text_lines() if one["top"] > number["top"]]
    assert lines[0]["top"] - number["top"] == near(12, SIZE)
    following = line(page, "6. The General Assembly")
    before = max(one["top"] for one in page.extract_text_lines() if one["top"] < following["top"])
    assert following["top"] - before == near(18, SIZE)
    body = [one for one in page.extract_text_lines() if one["top"] > HEAD[profile][1]]
    assert body[0]["top"] == near(BODY_TOP[profile])


@profiles
def test_headings_hang_their_numbers_left_of_the_column(pages: Callable[[str], list[Any]], profile: str) -> None:
    first, second = pages(profile)[:2]
    left = COLUMN[profile][0]
    for page, words, depth in (
        (first, "I. Organization of the session (", 1),
        (first, "A. Opening of the session (", 2),
        (second, "1. A heading", 3),
        (second, "(a) A heading", 4),
    ):
        heading = line(page, words)
        title = next(char for char in heading["chars"] if char["x0"] > left - 2)
        assert (title["x0"], title["size"]) == (near(left), near(HEADINGS[depth], SIZE))
        assert heading["x0"] < left - 5
        assert ("Bold" in title["fontname"]) == (depth < 4)
    assert line(first, "Proceedings")["chars"][0]["size"] == near(TITLE[profile], SIZE)


@profiles
def test_footnotes_hang_below_a_short_rule(pages: Callable[[str], list[Any]], profile: str) -> None:
    first = pages(profile)[0]
    left, size, pitch = NOTES[profile]
    lines = [one for one in first.extract_text_lines() if one["top"] > line(first, "Official Records")["top"] - 1]
    text = [char for char in lines[0]["chars"] if char["size"] > 7]
    assert (text[0]["x0"], text[0]["size"]) == (near(left), near(size, SIZE))
    assert lines[1]["x0"] == near(left)
    assert lines[2]["top"] - lines[1]["top"] == near(pitch, SIZE)
    separator = next(rule for rule in rules(first) if rule[2] > 500)
    assert separator[:2] == near(SEPARATOR[profile])
    assert separator[3] == near(0.5, SIZE)


@profiles
def test_table_rules(pages: Callable[[str], list[Any]], profile: str) -> None:
    page = next(
        page
        for page in pages(profile)[1:]
        if "Resources by category" in page.extract_text() and page.width < page.height
    )
    title = line(page, "Resources by category")
    drawn = [rule for rule in rules(page) if title["top"] < rule[2] < title["top"] + 200]
    heights: dict[float, float] = {}
    for rule in drawn:
        heights[round(rule[2] + rule[3] / 2)] = max(heights.get(round(rule[2] + rule[3] / 2), 0), rule[3])
    assert [heights[top] for top in sorted(heights)] == [near(weight, SIZE) for weight in TABLE_RULES]
    reach = (60.0, 552.0) if profile == "new-york" else COLUMN[profile]  # LAYOUT_FACTS: full width in New York
    assert (min(rule[0] for rule in drawn), max(rule[1] for rule in drawn)) == near(reach)
    row = line(page, "Row 3")["chars"]
    assert row[0]["size"] == near(8.5 if profile == "new-york" else 8, SIZE)
    assert max(char["x1"] for char in row) == near(reach[1] - (2 if profile == "new-york" else 3))


@profiles
def test_a_wide_table_turns_its_page(pages: Callable[[str], list[Any]], profile: str) -> None:
    wide = [page for page in pages(profile) if page.width > page.height]
    assert len(wide) == 1
    assert "Column 9" in wide[0].extract_text()
