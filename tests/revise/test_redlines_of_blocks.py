"""Redlines of every kind of block, added, struck, exchanged and changed: the Word file and the PDF are right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.model.finished import finished
from publisher.model.inline import Inlines, Text
from publisher.model.reading import with_texts
from publisher.model.resolved import Block, Document, EndRule
from publisher.revise import redline
from publisher.verify import verify_pdf, verify_redline
from tests.reading.planting import BLOCKS, sample
from tests.verify.conftest import Finished
from tests.verify.samples import workspace


def _more(text: Inlines) -> Inlines:
    return (*text, Text(" indeed")) if text else text


def _with(blocks: tuple[Block, ...]) -> Document:
    """The sample with other blocks, the notes that they call, and the contents that they have."""
    whole, names = sample(), {getattr(block, "id", "") for block in blocks}
    contents = tuple(entry for entry in whole.contents if entry.target in names)
    notes = whole.notes if "open" in names else whole.notes[:1]
    body = replace(whole.divisions[0], blocks=blocks)
    return finished(replace(whole, divisions=(body,), notes=notes, contents=contents))


CHANGES: dict[str, Callable[[int], tuple[tuple[Block, ...], tuple[Block, ...]]]] = {
    "added": lambda at: ((*BLOCKS[:at], *BLOCKS[at + 1 :]), BLOCKS),
    "struck": lambda at: (BLOCKS, (*BLOCKS[:at], *BLOCKS[at + 1 :])),
    "changed": lambda at: (BLOCKS, (*BLOCKS[:at], with_texts(BLOCKS[at], _more), *BLOCKS[at + 1 :])),
    "moved to the end": lambda at: (BLOCKS, (*BLOCKS[:at], *BLOCKS[at + 1 : -1], BLOCKS[at], BLOCKS[-1])),
}


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("at", range(len(BLOCKS) - 1), ids=lambda at: getattr(BLOCKS[at], "id", "rule"))
def test_both_files_of_a_redline_are_right(at: int, change: str, tmp_path: Path) -> None:
    assert isinstance(BLOCKS[-1], EndRule)
    old, new = (_with(blocks) for blocks in CHANGES[change](at))
    shown = redline(old, new)
    made = Finished(shown, workspace(tmp_path))
    found = [
        *verify_pdf(made.pdf, shown, "redline.pdf"),
        *verify_redline(made.docx, old, new, "redline.docx"),
    ]
    assert [f"{each.code} {each.message}" for each in found] == []
