"""Faults that nobody plants: the layout engine itself cannot draw these documents rightly, and verify says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.model.inline import Call, Symbol, Text
from publisher.model.resolved import Block, Cell, Division, Document, Note, Paragraph, Row, Table
from publisher.verify import verify_pdf
from tests.verify.conftest import Finished
from tests.verify.samples import ARABIC, CHINESE, ENGLISH, report, words, workspace


def small(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    """An English document of these blocks alone."""
    model = report(ENGLISH)
    body = (Division("body", "body", blocks),)
    return replace(model, contents=(), divisions=body, notes=(model.notes[0], *notes))


def plain(text: str, *more: object) -> Paragraph:
    return Paragraph("only", "unnumbered", None, words(text, *more))


Codes = Callable[[Document], set[str]]


@pytest.fixture
def codes(tmp_path: Path) -> Codes:
    """Draw a document and give back the codes of what verify finds in the PDF."""

    def draw(document: Document) -> set[str]:
        made = Finished(document, workspace(tmp_path))
        return {each.code for each in verify_pdf(made.pdf, document, "report.pdf")}

    return draw


def test_a_letter_that_no_font_of_the_house_has(codes: Codes) -> None:
    assert codes(small(plain("Words in another script: 𐎀."))) & {"OUT051", "OUT052"}


def test_a_sign_that_no_font_has(codes: Codes) -> None:
    assert codes(small(plain("A sign without a shape: \U000e0fff."))) & {"OUT051", "OUT052", "OUT053", "OUT002"}


def test_a_footnote_longer_than_a_page(codes: Codes) -> None:
    note = Note("long", "text", "1", 1, (Text(ENGLISH.long * 40),))
    document = small(plain("Called here.", Call("long", "1", "text")), notes=(note,))
    assert codes(document) & {"OUT023", "OUT024", "OUT030"}


def test_a_symbol_wider_than_the_page(codes: Codes) -> None:
    assert {"OUT030", "OUT034"} & codes(small(plain("See ", Symbol("HSP/" + "X" * 120))))


def test_a_paragraph_of_forty_thousand_characters_is_right(codes: Codes) -> None:
    text = (ENGLISH.long * 200)[:40_000].strip()
    assert codes(small(plain(text))) == set()


def test_a_chinese_paragraph_of_forty_thousand_characters_is_right(codes: Codes) -> None:
    model = report(CHINESE)
    body = (Division("body", "body", (plain((CHINESE.long * 400)[:40_000]),)),)
    assert codes(replace(model, contents=(), divisions=body, notes=model.notes[:1])) == set()


def test_an_arabic_quotation_may_open_with_either_mark(codes: Codes) -> None:
    """Some line of so many begins with the mark, which elsewhere closes."""
    quoted = "".join(f"”{word}“ " for word in ARABIC.long.replace(".", "").split())
    body = (Division("body", "body", (plain((quoted * 8).strip()),)),)
    model = report(ARABIC)
    assert codes(replace(model, contents=(), divisions=body, notes=model.notes[:1])) == set()


def test_a_table_wider_than_the_page(codes: Codes) -> None:
    row = tuple(Cell(words("indivisible-" + "x" * 20)) for _ in range(24))
    table = Table("wide", None, (), (row,), (Row(row), Row(row)), (1 / 24,) * 24, (), (), False, "Too wide")
    assert codes(small(table)) - {"OUT030", "OUT031"} == set()
