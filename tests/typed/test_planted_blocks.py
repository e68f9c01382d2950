"""Losses planted in the texts of the blocks that stand apart: boxes, lists, pages across, rows of every form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.model.workspace import workspace_for
from publisher.read import read
from tests.conftest import TODAY
from tests.typed.test_planted_cells import found
from tests.typed.test_planted_losses import put, slots

Write = Callable[..., Path]
WORDS = """\
title: [Note on a small matter]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - box: Wells in figures
    body:
      - bullets: ["-1.25 metres;", "+2.50 metres."]
      - unnumbered: A well gave -7.75 litres.
  - in-columns: 2
    body:
      - dashes: ["-3.25 degrees;", "+4.50 degrees."]
  - landscape: true
    body:
      - title: Rows of every form
        columns: [{head: Item}, {head: 2024.5}, {head: 2025.5}]
        table:
          - group: Group of 1.5
          - {row: [Rent of 2.5, -3.75, (4.25)], indent: 1}
          - [Travel of 3.5, {cell: -5.75}, +6.25]
          - subtotal: [Part of 4.5, -9.50, 2.00]
          - total: [All of 5.5, -19.50, 12.00]
        source: Source of 6.5.
  - declaration: Declaration of 7.5
    body:
      - A paragraph of -8.25 metres.
"""
LOSSES: dict[str, Callable[[str], str]] = {
    "a figure is rounded": lambda text: re.sub(r"\.\d+", "", text, count=1),
    "a sign is dropped": lambda text: re.sub(r"[-+(](?=\d)", "", text, count=1),
    "a slot is lost": lambda text: "",
}


@pytest.mark.parametrize("loss", LOSSES)
def test_every_loss_in_every_slot_is_caught(small_document: Write, loss: str) -> None:
    workspace = workspace_for(small_document(words=WORDS), TODAY)
    reading = read(workspace, "en")
    document = reading.document
    assert document is not None, reading.diagnostics
    assert found(workspace, reading, document) == []
    every = [(path, text) for path, text in slots(document.words.body) if LOSSES[loss](text.text) != text.text]
    missed = [
        text.text
        for path, text in every
        if not found(
            workspace, reading,
            replace(document, words=put(document.words, ("body", *path), replace(text, text=LOSSES[loss](text.text)))),
        )
    ]  # fmt: skip
    assert missed == []
    assert len(every) >= 12
