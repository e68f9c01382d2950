"""Losses planted in the texts of the blocks that stand apart: boxes, lists, pages across, decisions, rows of every form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.language import vocabulary
from publisher.model.diagnostic import Diagnostic
from publisher.model.document import Document
from publisher.model.finished import finished
from publisher.model.reference import load_reference
from publisher.model.words import Given
from publisher.model.words import Words as Text
from publisher.model.workspace import Workspace, workspace_for
from publisher.read import Reading, read
from publisher.resolve import resolve
from publisher.typed import Custom, Typed, adoptions_in, typed_of
from publisher.verify import verify_docx, verify_html, verify_pdf
from tests.conftest import RECORD, TODAY
from tests.typed.test_planted_losses import Slot, put, slots
from tests.verify.conftest import Finished

Write = Callable[..., Path]
APART = """\
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
ACTS = """\
title: [Report on a small matter]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - heading: Opening of 1.5 days
    body:
      - {session: opening, words: The session of -2.5 days was opened.}
      - {credentials: report, words: The report of +3.5 pages was adopted.}
      - decision: 2/1
      - decision: 2/2
      - quotation: [A well of -4.5 metres., Another of -5.5 metres.]
      - statement: [We dug -6.5 metres.]
      - signature: ["Nairobi, at 7.5", {signed: Ann **Other** 8.5, office: [President of 9.5, Office of 10.5]}]
decisions:
  2/1:
    title: Wells of 11.5 metres
    preamble: ["*Recalling* the -12.5 metres,"]
    operative:
      - "*Decides* on +13.5 metres;"
      - {paragraph: "*Requests* -14.5 metres:", items: ["of -15.5 metres;", "of -16.5 metres."]}
    annexes:
      - annex: Programme of 17.5
        body: [The programme has -18.5 parts.]
  2/2:
    title: Wells in parts of 19.5
    parts:
      - part: First of 20.5
        preamble: ["*Noting* -21.5 wells,"]
        operative: ["*Decides* on -22.5 wells."]
      - part: Second of 23.5
        operative: ["*Decides* on -24.5 wells."]
"""
_FACTS = """\
adoptions: [{number: 2/1}, {number: 2/2}]
credentials: {as-of: 2025-05-29, formal: 10, informal: 5, none: 3}
"""
# A resolution by itself has no body that names it; the Security Council prints no title above the text.
_ADOPTED = """\
symbol: {symbol}
kind: resolution
profile: new-york
organ: {organ}
session: {{number: 80}}
date: 2025-06-14
original: en
meetings: [{{number: 11, date: 2025-06-14}}]
adoptions: [{{number: {numbers[1]}, kind: resolution, meeting: 11}}, {{number: {numbers[0]}, kind: resolution}}]
"""
_ASSEMBLY = _ADOPTED.format(symbol="A/RES/80/11", organ="general-assembly", numbers=("80/11", "80/12"))
_COUNCIL = _ADOPTED.format(symbol="S/RES/2799 (2025)", organ="security-council", numbers=("2799 (2025)", "2800 (2025)"))
_ALONE = ACTS[ACTS.index("decisions:") :]
DOCUMENTS = {
    "blocks apart": (APART, RECORD, 12),
    "acts": (ACTS, RECORD + _FACTS, 24),
    "resolutions": (_ALONE.replace("2/1:", "80/11:").replace("2/2:", "80/12:"), _ASSEMBLY, 14),
    "resolutions of the Council": (
        _ALONE.replace("2/1:", "2799 (2025):").replace("2/2:", "2800 (2025):"),
        _COUNCIL,
        12,
    ),
}
LOSSES: dict[str, Callable[[str], str]] = {
    "a figure is rounded": lambda text: re.sub(r"\.\d+", "", text, count=1),
    "a sign is dropped": lambda text: re.sub(r"[-+(](?=\d)", "", text, count=1),
    "a slot is lost": lambda text: "",
}
TOGETHER = 5  # of one file no more findings are told of than a dozen, and some follow from others
PROOFS: dict[str, Callable[[Finished, Typed], tuple[Diagnostic, ...]]] = {
    "html": lambda made, typed: verify_html(made.html, made.document, "x.html", typed),
    "pdf": lambda made, typed: verify_pdf(made.pdf, made.document, "x.pdf", typed=typed),
    "docx": lambda made, typed: verify_docx(made.docx, made.document, "x.docx", made.pages, typed=typed),
}


class Planted:
    """A document as read, and its texts in which a loss can be planted."""

    def __init__(self, folder: Path) -> None:
        self.workspace: Workspace = workspace_for(folder, TODAY)
        self.reading: Reading = read(self.workspace, "en")
        assert self.reading.document is not None, self.reading.diagnostics
        self.document: Document = self.reading.document
        record = self.document.record
        adopted = adoptions_in(self.reading.sources["record.yaml"]) if record.kind == "resolution" else ()
        self.custom = Custom(unnamed=adopted, titled=record.organ != "security-council")

    def every(self, lose: Callable[[str], str]) -> list[tuple[Slot, Text | Given]]:
        words = self.document.words
        found = [(("body", *path), text) for path, text in slots(words.body)]
        found += [(("decisions", *path), text) for path, text in slots(words.decisions)]
        printed = [one for one in found if self.custom.titled or one[0][0] != "decisions" or one[0][2] != "title"]
        return [(path, text) for path, text in printed if lose(text.text) != text.text]

    def found(self, lost: Sequence[tuple[Slot, Text | Given]], lose: Callable[[str], str], form: str) -> set[str]:
        """The lines at which the second reading finds a file that has lost texts."""
        words = self.document.words
        for path, text in lost:
            words = put(words, path, replace(text, text=lose(text.text)))
        known = vocabulary("en", self.workspace)
        resolved = resolve(
            replace(self.document, words=words), self.workspace, load_reference(self.workspace.reference), known
        ).document
        assert resolved is not None
        typed = typed_of(self.workspace.folder, "en.yaml", self.reading.sources, known, custom=self.custom)
        told = PROOFS[form](Finished(finished(resolved), self.workspace), typed)
        return {str(one.at) for one in told if one.code in ("OUT095", "OUT096", "OUT097")}


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("which", DOCUMENTS)
def test_every_loss_in_every_slot_is_caught(small_document: Write, which: str, loss: str) -> None:
    words, record, least = DOCUMENTS[which]
    planted, lose = Planted(small_document(words, record)), LOSSES[loss]
    assert planted.found((), lose, "html") == set()
    every = planted.every(lose)
    assert [one[1].text for one in every if not planted.found((one,), lose, "html")] == []
    assert len(every) >= least or loss == "a sign is dropped"


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("which", DOCUMENTS)
def test_losses_are_caught_in_the_files_for_print(small_document: Write, which: str, form: str) -> None:
    """Several in one file, each at its own line."""
    words, record, _ = DOCUMENTS[which]
    planted, lose = Planted(small_document(words, record)), LOSSES["a figure is rounded"]
    assert planted.found((), lose, form) == set()
    every = planted.every(lose)
    for some in (every[start : start + TOGETHER] for start in range(0, len(every), TOGETHER)):
        at = planted.found(some, lose, form)
        assert [text.text for _, text in some if str(text.at) not in at] == []
