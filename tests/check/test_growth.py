"""The time of a check grows with the document, not faster."""

from __future__ import annotations

import datetime
import time
from dataclasses import replace

from publisher import pipeline
from publisher.check.engine import check
from publisher.language import vocabulary
from publisher.model.reference import load_reference
from publisher.model.resolved import Document
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
