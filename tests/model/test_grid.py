"""Cells stand beside what is printed before them, not beside what was typed before them."""

from __future__ import annotations

from publisher.model.grid import standing
from publisher.model.inline import Text
from publisher.model.resolved import Cell


def cell(text: str, **more: object) -> Cell:
    return Cell((Text(text),), **more)  # type: ignore[arg-type]


def test_a_cell_stands_beside_the_one_that_reaches_down_to_its_row() -> None:
    rows = [
        [cell("aircraft", rows=3), cell("2", align="end", rows=2), cell("fixed wing")],
        [cell("rotary wing")],
        [cell("standby"), cell("words")],
    ]
    assert [[(one.cell.text[0].text, one.column, one.beside) for one in row] for row in standing(rows)] == [
        [("aircraft", 0, ""), ("2", 1, ""), ("fixed wing", 2, "figures")],
        [("rotary wing", 2, "figures")],
        [("standby", 1, "words"), ("words", 2, "words")],
    ]


def test_a_cell_over_columns_moves_those_behind_it() -> None:
    [row] = standing([[cell("over two", columns=2), cell("1", align="end"), cell("a", align="centre"), cell("b")]])
    assert [(one.column, one.beside) for one in row] == [(0, ""), (2, ""), (3, ""), (4, "")]
