"""Native numbering: what the list definitions make Word count is held against the printed numbers by the reader of verify."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model.resolved import Block, Division, Document, Number, Paragraph
from publisher.openxml.counting import counted
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from publisher.render.docx.list_number import numeral
from tests.docx.conftest import Writer
from tests.render import sheets

FORMATS = {
    "decimal": "decimal", "lower-letter": "lowerLetter", "upper-letter": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "cjk": "chineseCountingThousand",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_figures_are_words_own(form: str) -> None:
    assert [numeral(form, value) for value in range(1, 100)] == [
        counted(value, FORMATS[form]) for value in range(1, 100)
    ]


def document(*blocks: Block) -> Document:
    return replace(
        sheets.english(), divisions=(Division("body", "body", blocks),), contents=(), notes=(sheets.REISSUE,)
    )


def paragraph(number: Number, role: str = "numbered") -> Paragraph:
    return Paragraph(f"p-{number.sequence}-{number.printed}", role, number, sheets.words(f"Words of {number.printed}"))  # type: ignore[arg-type]


def item(
    printed: str, sequence: str, depth: int, ordinal: int | None, form: str = "decimal", pattern: str = "{}."
) -> Number:
    return Number(printed, sequence, depth, ordinal, form, pattern)  # type: ignore[arg-type]


def told(write: Writer, *blocks: Block) -> list[str | None]:
    data = write(document(*blocks)).data
    return [t.number for t in read_docx(Package(data)).paragraphs if t.text.startswith("Words of")]


def test_a_list_in_between_does_not_disturb_the_count(write: Writer) -> None:
    body = [paragraph(item(f"{n}.", "body", 0, n)) for n in (1, 2)]
    agenda = [paragraph(item(f"{n}.", "agenda", 0, n), "agenda-entry") for n in (1, 2, 3)]
    after = [paragraph(item("3.", "body", 0, 3))]
    assert told(write, *body, *agenda, *after) == ["1.", "2.", "1.", "2.", "3.", "3."]


def test_inserted_and_skipped_numbers(write: Writer) -> None:
    numbers = [
        item("1.", "body", 0, 1),
        item("1 bis.", "body", 0, None),
        item("2.", "body", 0, 2),
        item("7.", "body", 0, 7),
        item("8.", "body", 0, 8),
    ]
    assert told(write, *(paragraph(number) for number in numbers)) == ["1.", "1 bis.", "2.", "7.", "8."]


def test_levels_restart_under_their_parent(write: Writer) -> None:
    numbers = [
        item("(a)", "list", 0, 1, "lower-letter", "({})"), item("(i)", "list", 1, 1, "lower-roman", "({})"),
        item("(ii)", "list", 1, 2, "lower-roman", "({})"), item("(b)", "list", 0, 2, "lower-letter", "({})"),
        item("(i)", "list", 1, 1, "lower-roman", "({})"), item("a.", "list", 2, 1, "lower-letter", "{}."),
        item("(aa)", "list", 0, 27, "lower-letter", "({})"),
    ]  # fmt: skip
    assert told(write, *(paragraph(n, "item") for n in numbers)) == ["(a)", "(i)", "(ii)", "(b)", "(i)", "a.", "(aa)"]


def test_forms_word_lacks_are_literal_and_do_not_move_the_rest(write: Writer) -> None:
    numbers = [
        item("أولا -", "headings", 0, 1, "abjad-word", "{} -"), item("1 -", "headings", 1, 1, "decimal", "{} -"),
        item("2 -", "headings", 1, 2, "decimal", "{} -"), item("ثانيا -", "headings", 0, 2, "abjad-word", "{} -"),
        item("1 -", "headings", 1, 1, "decimal", "{} -"),
    ]  # fmt: skip
    assert told(write, *(paragraph(n) for n in numbers)) == ["أولا -", "1 -", "2 -", "ثانيا -", "1 -"]
