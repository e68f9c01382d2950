"""The time of a check grows with the document, not faster."""

from __future__ import annotations

import datetime
import time
from dataclasses import replace
from typing import Any

import pytest

from publisher import pipeline
from publisher.check.engine import check
from publisher.language import vocabulary
from publisher.model.inline import Text
from publisher.model.reference import load_reference
from publisher.model.resolved import Document, Paragraph
from publisher.model.workspace import shipped, workspace_for
from tests.check.recall import CLEAN

WORKSPACE = workspace_for(CLEAN, datetime.date(2026, 1, 1))


def larger(document: Document, times: int) -> Document:
    """The document with every block of its divisions repeated."""
    return replace(document, divisions=tuple(replace(d, blocks=d.blocks * times) for d in document.divisions))


def test_sixteen_times_the_document_takes_about_sixteen_times_as_long() -> None:
    examined = pipeline.examine(WORKSPACE, "zh")
    assert examined.written is not None
    assert examined.resolved is not None
    reference, words = load_reference(shipped("reference")), vocabulary("zh", WORKSPACE)

    def seconds(times: int) -> float:
        document = larger(examined.resolved, times)  # type: ignore[arg-type]
        taken = []
        for _ in range(3):
            start = time.process_time()
            check(examined.written, document, reference, words, "draft", (), examined.sources)  # type: ignore[arg-type]
            taken.append(time.process_time() - start)
        return min(taken)

    assert seconds(64) < 8 * seconds(16)  # quadratic growth would make it sixteen times


@pytest.mark.parametrize("unit", ["a", "A", "A/1/", "((", "，", "paragraph 5, ", "план "])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_paragraph_of_forty_thousand_characters_is_no_trap(unit: str, language: str) -> None:
    examined = pipeline.examine(WORKSPACE, language)
    assert examined.written is not None
    assert examined.resolved is not None
    reference, words = load_reference(shipped("reference")), vocabulary(language, WORKSPACE)
    long = (unit * 40_000)[:40_000]

    def change(block: Any) -> Any:
        second = (
            isinstance(block, Paragraph) and block.role == "numbered" and block.number and block.number.ordinal == 2
        )
        return replace(block, text=(Text(long),)) if second else block

    divisions = tuple(replace(d, blocks=tuple(map(change, d.blocks))) for d in examined.resolved.divisions)
    start = time.process_time()
    check(
        examined.written,
        replace(examined.resolved, divisions=divisions),
        reference,
        words,
        "draft",
        (),
        examined.sources,
    )
    assert time.process_time() - start < 20
