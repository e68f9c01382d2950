"""A table is set so that its words fit: the author's way first, then wider, smaller, turned."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.fitting import fitted
from publisher.model.inline import Text
from publisher.model.layout import Layout
from publisher.model.measures import width
from publisher.model.resolved import Cell, Region, Row, Table
from publisher.model.workspace import workspace_for
from publisher.read.layout import read_profile
from tests.conftest import ROOT, TODAY

WORDS = (
    "International",
    "Apportionment",
    "Net",
    "of",
    "A/RES/80/10",
    "12 345.6",
    "联合国人居大会",
    "المجموع",
    "Подпрограмма",
)


def profile(name: str) -> Layout:
    read = read_profile(workspace_for(ROOT / "data" / "HSP-HA.2-16", TODAY), name)
    assert read.part is not None
    return read.part.layout


def table(*heads: str, rows: tuple[tuple[str, ...], ...] = (), **changes: Any) -> Table:
    made = Table(
        "t", None, (), (tuple(Cell((Text(head),)) for head in heads),),
        tuple(Row(tuple(Cell((Text(said),), "end" if said[:1].isdigit() else "start") for said in row)) for row in rows),
        tuple(1 / len(heads) for _ in heads), (), (), False, "",
    )  # fmt: skip
    return replace(made, **changes)


def fit(made: Table, name: str = "nairobi") -> Table:
    return fitted(made, profile(name), lambda text: text)


def test_what_fits_stays_as_it_was_asked_for() -> None:
    asked = table("Item", "Sum", rows=(("Travel", "1 200"),), widths=(0.7, 0.3))
    assert fit(asked) == asked
    assert fit(asked, "new-york") == replace(asked, reach="full")  # the profile's own reach


@pytest.mark.parametrize(
    ("columns", "way"),
    [
        (4, ("column", "", False)), (7, ("full", "", False)), (9, ("full", "small", False)), (11, ("full", "", True)),
        (13, ("full", "small", True)), (16, ("full", "smaller", True)),
    ],
)  # fmt: skip
def test_more_columns_reach_further_grow_smaller_and_turn_the_page(columns: int, way: tuple[str, str, bool]) -> None:
    made = fit(table(*["Apportionments"] * columns))
    assert (made.reach, made.size, made.landscape, made.cramped) == (*way, False)


def test_what_no_page_holds_is_cramped() -> None:
    assert fit(table(*["Apportionments"] * 40)).cramped


def test_a_column_takes_what_its_longest_word_lacks_from_the_others() -> None:
    made = fit(table("No.", "Internationalization", "Text", widths=(0.45, 0.1, 0.45)))
    assert (made.reach, made.size) == ("column", "")
    assert made.widths[1] > 0.19
    assert made.widths[0] == made.widths[2]
    assert sum(made.widths) == pytest.approx(1)


def test_a_cell_so_long_that_its_row_fits_no_page_is_given_room() -> None:
    made = fit(table("No.", "Text", "Sum", rows=(("1", "word " * 500, "2"),), widths=(0.45, 0.1, 0.45)))
    assert made.widths[1] > 0.5


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=12))
def test_no_word_is_wider_than_its_column(heads: list[str]) -> None:
    made = fit(table(*heads))
    room = 785 if made.landscape else 425
    for head, share in zip(heads, made.widths, strict=True):
        latin = [word for word in head.split() if word.isascii()]
        size = {"": 8.0, "small": 6.5, "smaller": 6.0}[made.size]
        assert made.cramped or all(width(word) * size <= share * room for word in latin)


def test_only_a_row_longer_than_a_page_goes_on_on_the_next() -> None:
    long = " ".join(["implementing partners"] * 600)
    made = fit(table("Recommendation", "Status", rows=(("Short", "done"), (long, "done"), (long[:400], "done"))))
    assert not made.cramped and not made.landscape
    assert [row.long for row in made.rows] == [False, True, False]


def test_figures_among_arabic_words_are_wider() -> None:
    heads, figures = [f"head {place}" for place in range(8)], tuple("(8,122,250)" for _ in range(8))
    latin, arabic = fit(table(*heads, rows=(figures,))), fit(table(*["المجموع", *heads[1:]], rows=(figures,)))
    assert latin.reach == "column" or arabic.size != latin.size or arabic.reach != latin.reach


def test_in_a_box_a_table_may_reach_to_the_rules_and_turns_no_page() -> None:
    box = (Region("b", "box", 1, 1),)
    few, many, more = (table(*(["Contingents"] * columns), within=box) for columns in (5, 8, 11))
    assert [(one.reach, one.size, one.landscape) for one in map(fit, (few, many))] == [
        ("column", "", False),
        ("full", "", False),
    ]
    assert not any(one.landscape for one in map(fit, (few, many, more)))
