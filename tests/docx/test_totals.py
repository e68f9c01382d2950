"""The row of a total in Word: its words stand in, its figures begin where those above them do and stay whole."""

from __future__ import annotations

from functools import lru_cache

import pytest

from publisher.model.workspace import workspace_for
from publisher.openxml.package import Package, W, value
from publisher.pipeline import build
from tests.conftest import ROOT, TODAY


@lru_cache
def totals(language: str) -> list[list[str | None]]:
    """The indent of each paragraph of each row of a total, by the style that the base gives to such rows."""
    built = build(workspace_for(ROOT / "data" / "DEMO-CVW.3-15", TODAY), language, ("docx",), "draft")
    rows = Package(built.files["docx"]).body.iter(f"{W}tr")
    properties = ([paragraph.find(f"{W}pPr") for paragraph in row.iter(f"{W}p")] for row in rows)
    return [[value(one, "ind", "left") for one in row] for row in properties if value(row[0], "pStyle") == "TableTotal"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_only_the_words_at_the_head_of_a_total_stand_in(language: str) -> None:
    found = totals(language)
    assert found
    for first, *others in found:
        assert first is None, "the style says it"
        assert others and set(others) <= {"57", "297"}  # as in the rows above; 297 for words beside figures
