"""Tracked changes: with all accepted the file says the new words, with all rejected the old ones, lists included."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model.inline import Call, Deleted, Inserted
from publisher.model.resolved import Block, Cell, Division, Document, Figure, Note, Number, Paragraph, Row, Table
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from publisher.openxml.told import Telling
from tests.docx import lint
from tests.docx.conftest import Writer
from tests.render import sheets
from tests.render.sheets import words

W = lint.W


def numbered(identifier: str, place: int, text: object, change: str = "") -> Paragraph:
    number = Number(f"{place}.", "body", 0, place, "decimal", "{}.")
    return Paragraph(
        identifier, "numbered", number, words(*text) if isinstance(text, tuple) else words(text), change=change
    )  # type: ignore[arg-type]


def cells(*texts: object) -> tuple[Cell, ...]:
    return tuple(Cell(words(*text) if isinstance(text, tuple) else words(text)) for text in texts)


TABLE = Table(
    "t", None, (), (cells("State", "Vote"),),
    (
        Row(cells("Algeria", ("yes", Deleted(words(" and no"))))), Row(cells("Angola", "no"), change="deleted"),
        Row(cells("Chile", "yes"), change="inserted"),
    ), (0.5, 0.5), (), (), False, "Votes",
)  # fmt: skip
BLOCKS: tuple[Block, ...] = (
    numbered("one", 1, ("The Assembly ", Deleted(words("noted")), Inserted(words("welcomed")), " the report.")),
    numbered("two", 2, "A paragraph struck out.", "deleted"),
    numbered("new", 2, "A paragraph put in.", "inserted"),
    numbered("three", 3, ("The vote follows.", Inserted(words(Call("n", "1", "text"))))),
    TABLE,
    replace(sheets.table("gone", rows=2, columns=2), change="deleted"),
    Figure(
        "f",
        "Figure I",
        words("A ring"),
        "figures/ring.svg",
        words("A ring."),
        words("Source: drawn."),
        change="inserted",
    ),
)
NOTE = Note("n", "text", "1", 1, words("A note with ", Deleted(words("old ")), Inserted(words("new ")), "words."))


def document() -> Document:
    division = Division("body", "body", BLOCKS)
    return replace(sheets.english(), divisions=(division,), contents=(), notes=(sheets.REISSUE, NOTE))


@pytest.fixture(scope="module")
def data(write: Writer) -> bytes:
    return write(document()).data


def body(told: Telling) -> list[str]:
    texts = [paragraph.whole for paragraph in told.paragraphs]
    start = next(place for place, text in enumerate(texts) if text.startswith("1."))
    return [text for text in texts[start:] if text]


def test_accepted(data: bytes) -> None:
    told = read_docx(Package(data), "accepted")
    assert body(told) == [
        "1.The Assembly welcomed the report.", "2.A paragraph put in.", "3.The vote follows.\ue0001\ue001",
        "State", "Vote", "Algeria", "yes", "Chile", "yes", "Figure I", "A ring", "Source: drawn.",
    ]  # fmt: skip
    assert [note.text for note in told.notes][-1] == "A note with new words."


def test_rejected(data: bytes) -> None:
    told = read_docx(Package(data), "rejected")
    assert body(told) == [
        "1.The Assembly noted the report.", "2.A paragraph struck out.", "3.The vote follows.",
        "State", "Vote", "Algeria", "yes and no", "Angola", "no",
        "Table 1", "Resources by category", "Category", "Column 2", "Row 1a", "1002.2", "Row 2", "2002.2",
        "Total", "99\u00a0999.0", "a\tProvisional figures.", "Source: the secretariat.",
    ]  # fmt: skip


def test_every_change_says_who_and_when(data: bytes) -> None:
    parts = lint.parts_of(data)
    changes = [e for name in ("document", "footnotes") for e in parts[f"word/{name}.xml"].iter(f"{W}ins", f"{W}del")]
    assert len(changes) > 8
    assert {(change.get(f"{W}author"), change.get(f"{W}date")) for change in changes} == {
        ("UN-Habitat", "2025-06-14T00:00:00Z")
    }
    numbers = [change.get(f"{W}id") for change in changes]
    assert len(set(numbers)) == len(numbers)
    assert not [t for d in parts["word/document.xml"].iter(f"{W}del") for t in d.iter(f"{W}t")]
    assert lint.findings(data) == []
