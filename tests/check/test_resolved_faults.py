"""Faults that no author can write, because the program numbers and marks: planted in the resolved document."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from publisher import pipeline
from publisher.check.engine import check
from publisher.language import vocabulary
from publisher.model.inline import Text
from publisher.model.reference import load_reference
from publisher.model.resolved import ContentsEntry, Document, Heading, Paragraph
from publisher.model.workspace import shipped, workspace_for
from tests.check.recall import CLEAN

WORKSPACE = workspace_for(CLEAN, datetime.date(2026, 1, 1))
EXAMINED = pipeline.examine(WORKSPACE, "en")


def blocks(document: Document, change: Callable[[Any], Any]) -> Document:
    """The document with `change` applied to each block."""
    divisions = (replace(d, blocks=tuple(map(change, d.blocks))) for d in document.divisions)
    return replace(document, divisions=tuple(divisions))


def skipped(document: Document) -> Document:
    """A paragraph number jumps ahead."""

    def change(block: Any) -> Any:
        if isinstance(block, Paragraph) and block.role == "numbered" and block.number and block.number.ordinal == 5:
            return replace(block, number=replace(block.number, ordinal=6, printed="6."))
        return block

    return blocks(document, change)


def numbered_alone(document: Document) -> Document:
    """The single operative paragraph of decision 2/7 carries a number."""
    number = next(
        b.number for d in document.divisions for b in d.blocks if isinstance(b, Paragraph) and b.role == "operative"
    )

    def change(block: Any) -> Any:
        alone = isinstance(block, Paragraph) and block.role == "operative" and block.number is None
        return replace(block, number=number) if alone else block

    return blocks(document, change)


def notes_swapped(document: Document) -> Document:
    """The last two notes have each other's place."""
    *rest, first, second = document.notes
    return replace(document, notes=(*rest, second, first))


def other_contents(document: Document) -> Document:
    """A contents line with the words of another heading."""
    heading = next(b for d in document.divisions for b in d.blocks if isinstance(b, Heading))
    return replace(document, contents=(ContentsEntry(heading.id, "I.", (Text("Closure"),), 1),))


@pytest.mark.parametrize(
    ("plant", "code"),
    [(skipped, "NU102"), (numbered_alone, "NU120"), (notes_swapped, "FN101"), (other_contents, "NU126")],
)
def test_a_fault_of_the_program_is_found(plant: Callable[[Document], Document], code: str) -> None:
    assert EXAMINED.written is not None
    assert EXAMINED.resolved is not None
    reference, words = load_reference(shipped("reference")), vocabulary("en", WORKSPACE)
    found = check(EXAMINED.written, plant(EXAMINED.resolved), reference, words, "draft", (), EXAMINED.sources)
    assert code in {one.code for one in found}


def test_too_long() -> None:
    assert EXAMINED.written is not None
    assert EXAMINED.resolved is not None

    def change(block: Any) -> Any:
        first = isinstance(block, Paragraph) and block.role == "numbered" and block.number and block.number.ordinal == 1
        return replace(block, text=(Text("word " * 11_000 + "."),)) if first else block

    reference, words = load_reference(shipped("reference")), vocabulary("en", WORKSPACE)
    found = check(EXAMINED.written, blocks(EXAMINED.resolved, change), reference, words, remarks=True)
    assert "NU123" in {one.code for one in found}
