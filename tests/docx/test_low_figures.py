"""Tables of New York in Word: figures low beside a head of several lines, high beside running words; small units; air."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
import yaml
from lxml import etree

from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conftest import TODAY
from tests.verify.surgery import Parcel, W

RECORD = {
    "symbol": "A/80/605", "kind": "note", "profile": "new-york", "organ": "general-assembly", "session": {"number": 80},
    "date": "2026-01-27", "original": "en",
}  # fmt: skip
WORDS = "Words of a measure that go on for more than one line of the column they stand in"


def made(folder: Path, profile: str, *rows: list[object]) -> bytes:
    """The Word file of a document that opens with a box, in which a table stands."""
    columns = [{"head": "Class"}, {"head": "Measure"}, {"head": "Amount", "align": "end"}]
    table = {"table": list(rows), "columns": columns, "title": "Gains", "unit": "Thousands of dollars"}
    words = {"title": ["T"], "subtitle": ["Report"], "body": [{"box": None, "body": [table]}]}
    (folder / "record.yaml").write_text(yaml.safe_dump(RECORD | {"profile": profile}).replace("'", ""), "utf-8")
    (folder / "en.yaml").write_text(yaml.safe_dump(words), "utf-8")
    built = build(workspace_for(folder, TODAY), "en", ("docx", "pdf"))
    assert not built.rejected, built.diagnostics
    return built.files["docx"]


@pytest.mark.parametrize(
    ("profile", "beside", "low"), [("new-york", "Yes", True), ("new-york", WORDS, False), ("geneva", "Yes", False)]
)
def test_figures_stand_low_where_the_profile_has_it(tmp_path: Path, profile: str, beside: str, low: bool) -> None:
    data = made(tmp_path, profile, ["Long head of a row", beside, 5], ["Other", beside, 7])
    body = etree.fromstring(Parcel(data).parts["word/document.xml"])
    figures = [cell for cell in body.iter(f"{W}tc") if "".join(cell.itertext()) in ("5", "7")]
    assert len(figures) == 2
    assert [cell.find(f"{W}tcPr/{W}vAlign") is not None for cell in figures] == [low, low]


def test_the_unit_is_small_and_a_box_stands_off_the_title(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(made(tmp_path, "new-york", ["A", "Yes", 5], ["B", "No", 7])))
    inside = document.element.body.iter(f"{W}p")
    unit = next(line for line in inside if "Thousands" in "".join(line.itertext()))
    assert {size.get(f"{W}val") for size in unit.iter(f"{W}sz")} == {"14"}
    subtitle = next(one for one in document.paragraphs if one.text == "Report")
    assert subtitle._p.getnext().tag == f"{W}tbl" and subtitle.paragraph_format.space_after
