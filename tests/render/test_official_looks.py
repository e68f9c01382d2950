"""What was once unlike the original (REAL_DOCUMENTS §2), held against the official PDF of the form that is typed here.

Places are those of A/80/605, pages 1, 3, 5 and 7, in points; sizes and faces as drawn there. Other looks are held in
test_looks, test_geometry and test_official_geometry.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from publisher.model.workspace import workspace_for
from publisher.openxml.package import Package
from publisher.pipeline import build
from publisher.pipeline.drawing import Built
from tests.conftest import TODAY
from tests.forms import test_forms
from tests.render.test_geometry import SIZE, near
from tests.render.test_official_geometry import OFFICIAL

FORMS = Path(test_forms.__file__).parent
official = pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official PDF is not here")
# words of a line: page of the official document, page of ours
LINES = {
    "Original: English": (1, 1),
    "Eightieth session": (1, 1),
    "Report of the Secretary-General": (1, 1),
    "Contents": (1, 1),
    "I. Mandate, results achieved": (1, 1),
    "A. Mandate": (1, 1),
    "Summary": (3, 2),
    "The present report contains": (3, 2),
    "During the 2024/25 period, UNLB": (3, 2),
}
# two lines that follow each other: how far apart they stand
FOLLOWING = {
    ("Contents", "Page"): (1, 1),
    ("Page", "I. Mandate"): (1, 1),
    ("Financial resources", "UNLB incurred"): (3, 2),
    ("Human resources", "The proposed budget"): (5, 3),
    ("Funded under", "Includes international"): (5, 3),
    ("I. Mandate", "A. Mandate"): (7, 4),
    ("A. Mandate", "1. In its resolution"): (7, 4),
}


@pytest.fixture(scope="module")
def built() -> Built:
    return build(workspace_for(FORMS / "a-80-605", TODAY), "en", ("pdf", "docx"))


@pytest.fixture(scope="module")
def ours(built: Built) -> Iterator[Any]:
    with pdfplumber.open(io.BytesIO(built.files["pdf"])) as document:
        yield document.pages


@pytest.fixture(scope="module")
def theirs() -> Iterator[Any]:
    with pdfplumber.open(OFFICIAL) as document:
        yield document.pages


def line(page: Any, words: str) -> Any:
    """The first line of `page` that begins with `words`."""
    return next(one for one in page.extract_text_lines() if one["text"].startswith(words))


def first_word(page: Any, words: str) -> Any:
    """The first sign of the words of a line, behind what hangs before them."""
    chars = [char for char in line(page, words)["chars"] if char["text"].strip()]
    return next((char for char in chars if char["x0"] > 115), chars[0])


@official
@pytest.mark.parametrize("words", LINES)
def test_a_line_stands_where_it_does_in_print(words: str, ours: Any, theirs: Any) -> None:
    there, here = (pages[page - 1] for pages, page in zip((theirs, ours), LINES[words], strict=True))
    wanted, found = line(there, words), line(here, words)
    assert (found["top"], found["x0"]) == (near(wanted["top"]), near(wanted["x0"]))
    assert first_word(here, words)["size"] == near(first_word(there, words)["size"], SIZE)
    bold = ["Bold" in first_word(page, words)["fontname"] for page in (here, there)]
    assert bold[0] == bold[1]


@official
@pytest.mark.parametrize("pair", FOLLOWING)
def test_lines_follow_each_other_as_in_print(pair: tuple[str, str], ours: Any, theirs: Any) -> None:
    there, here = (pages[page - 1] for pages, page in zip((theirs, ours), FOLLOWING[pair], strict=True))

    def apart(page: Any) -> float:
        lines = page.extract_text_lines()
        tops = [next(one["top"] for one in lines if words in one["text"]) for words in pair]
        return float(tops[1] - tops[0])

    assert apart(here) == near(apart(there))


@official
def test_a_summary_reaches_from_margin_to_margin_on_a_page_of_its_own(ours: Any, theirs: Any) -> None:
    def sides(page: Any) -> tuple[float, float]:
        upright = [edge for edge in page.edges if edge["orientation"] == "v" and edge["height"] > 20]
        return min(edge["x0"] for edge in upright), max(edge["x1"] for edge in upright)

    assert sides(ours[1]) == near(sides(theirs[2]))
    assert "Contents" in ours[0].extract_text() and ours[1].extract_text_lines()[1]["text"] == "Summary"


def test_the_language_is_not_said_of_an_original(ours: Any) -> None:
    said = [one["text"] for one in ours[0].extract_text_lines()]
    assert "Original: English" in said and not [words for words in said if words == "English"]


def test_no_line_ends_within_what_is_held_together(ours: Any) -> None:
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    parted = []
    for page in ours:
        lines = [one["text"] for one in page.extract_text_lines()]
        for one, following in pairwise(lines):
            day = re.search(r"\b\d{1,2}$", one) and re.match(months, following)
            sum_of_money = re.search(r"\$[\d.]+$", one) and re.match("million|billion", following)
            named = re.search(r"\b(section|table|Table|resolution|para\.)$", one) and re.match(r"[\dIVX]", following)
            parted += [(one, following)] if day or sum_of_money or (named and "resolution" not in one) else []
    assert parted == []


def test_figures_of_new_york_are_parted_by_spaces(ours: Any) -> None:
    said = " ".join(page.extract_text() for page in ours)
    assert "5 945.1" in said and "16 734.5" in said and "5,945.1" not in said


def test_word_puts_its_own_pages_into_the_contents(built: Built) -> None:
    body = Package(built.files["docx"]).body
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    pages = [one for one in body.iter(f"{word}instrText") if "PAGEREF" in (one.text or "")]
    begins = [one for one in body.iter(f"{word}fldChar") if one.get(f"{word}dirty") in ("1", "true")]
    assert len(pages) == len(begins) == 6
