"""What becomes of a figure in the corrected data: printed words give an instruction, what is not printed a refusal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model.resolved import Document
from publisher.revise import Disproved, Unsayable, instructions, passages, prove
from tests.reading.planting import BLOCKS, FIGURE, TABLE, sample
from tests.verify.samples import words


def with_figure(**changes: object) -> Document:
    document = sample()
    blocks = tuple(replace(FIGURE, **changes) if block is FIGURE else block for block in BLOCKS)  # type: ignore[arg-type]
    return replace(document, divisions=(replace(document.divisions[0], blocks=blocks),))


@pytest.mark.parametrize(
    ("field", "kind", "old", "new"),
    [("source", "figure-source", "drawn", "painted"), ("title", "caption", "ring", "wheel")],
)
def test_corrected_words_of_a_figure_give_an_instruction(field: str, kind: str, old: str, new: str) -> None:
    said = {"source": "Source: painted.", "title": "A wheel"}[field]
    issued, corrected = passages(sample()), passages(with_figure(**{field: words(said)}))
    (order,) = instructions(issued, corrected)
    assert (order.kind, order.location.kind, order.old, order.new) == ("swap", kind, old, new)
    assert order.location.path[-1] == "Figure I"
    prove(issued, (order,), corrected)
    with pytest.raises(Disproved):
        prove(issued, (), corrected)


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("alternative", words("A square."), "alternative text of Figure I was exchanged"),
        ("digest", "1" * 64, "picture file of Figure I was exchanged"),
    ],
)
def test_what_is_not_printed_is_refused_in_words_and_by_the_proof(field: str, value: object, what: str) -> None:
    issued, corrected = passages(sample()), passages(with_figure(**{field: value}))
    with pytest.raises(Unsayable, match=what):
        instructions(issued, corrected)
    with pytest.raises(Disproved):
        prove(issued, (), corrected)


def test_a_figure_that_came_is_refused_too() -> None:
    document = sample()
    without = tuple(block for block in BLOCKS if block is not FIGURE)
    issued = passages(replace(document, divisions=(replace(document.divisions[0], blocks=without),)))
    with pytest.raises(Unsayable, match="came or went"):
        instructions(issued, passages(document))


def test_a_table_keeps_the_language_of_its_cells_through_every_change() -> None:
    from publisher.model.reading import with_texts

    assert with_texts(TABLE, lambda text: text) == TABLE
    assert TABLE.rows[1].cells[0].language == "fr"
