"""A report of 25 decisions whose 84 footnotes count from 1 in each, with inserted numbers and a table over pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from publisher.model.inline import Call
from publisher.model.resolved import Block, Cell, Division, Document, Heading, Note, Number, Paragraph, Row, Table
from publisher.verify import verify_docx, verify_pdf
from tests.verify.conftest import Finished
from tests.verify.samples import ENGLISH, report, words, workspace

DECISIONS, NOTES, ROWS = 25, 84, 90


def decisions() -> Document:
    """The report: a table of 90 rows, then the decisions, operative paragraph 2 bis in every fifth."""
    model = report(ENGLISH)
    blocks: list[Block] = [_table()]
    notes: list[Note] = [model.notes[0]]
    for number in range(1, DECISIONS + 1):
        blocks.append(Heading(f"d{number}", "decision", 1, None, words(f"Decision 2/{number}"), f"Decision 2/{number}"))
        count = NOTES // DECISIONS + (number <= NOTES % DECISIONS)
        for place in range(1, count + 1):
            identifier = f"n{number}-{place}"
            notes.append(Note(identifier, "text", str(place), place, words(f"See A/{number}/{place}."), f"d{number}"))
            blocks.append(_operative(number, place, identifier))
            if number % 5 == 0 and place == 2:
                inserted = Number("2 bis.", f"decision-{number}", 0, None, "literal", "{}")
                blocks.append(Paragraph(f"d{number}-bis", "operative", inserted, words("Words put in later.")))
    body = Division("body", "body", tuple(blocks))
    return replace(model, contents=(), divisions=(body,), notes=tuple(notes))


def _operative(number: int, place: int, note: str) -> Paragraph:
    printed = Number(f"{place}.", f"decision-{number}", 0, place, "decimal", "{}.")
    text = words(ENGLISH.long, Call(note, str(place), "text"), " More.")
    return Paragraph(f"d{number}-{place}", "operative", printed, text)


def _table() -> Table:
    def row(*texts: str) -> tuple[Cell, ...]:
        return tuple(Cell(words(text)) for text in texts)

    head, rows = (row("State", "Share"),), tuple(row(f"State {place}", f"{place}.5") for place in range(1, ROWS + 1))
    return Table(
        "shares", "Table 1", words("Shares"), head, tuple(map(Row, rows)), (0.5, 0.5), (), (), False, "Shares of States"
    )


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    folder: Path = tmp_path_factory.mktemp("decisions")
    return Finished(decisions(), workspace(folder))


def test_the_pdf_tells_every_note_with_its_decision(long: Finished) -> None:
    assert [each.message for each in verify_pdf(long.pdf, long.document, "report.pdf")] == []


def test_word_counts_every_note_again_in_each_decision(long: Finished) -> None:
    assert [each.message for each in verify_docx(long.docx, long.document, "report.docx", long.pages)] == []


def test_notes_exchanged_between_two_decisions_are_seen(long: Finished) -> None:
    first, second = long.document.notes[1], long.document.notes[5]
    exchanged = (replace(first, text=second.text), *long.document.notes[2:5], replace(second, text=first.text))
    other = replace(long.document, notes=(long.document.notes[0], *exchanged, *long.document.notes[6:]))
    codes = {each.code for each in verify_pdf(long.pdf, other, "report.pdf")}
    assert codes & {"OUT020", "OUT021"}
    assert {each.code for each in verify_docx(long.docx, other, "report.docx")} & {"OUT020", "OUT021"}
