"""A number that the author gave may repeat another; one that the program counted may not."""

from __future__ import annotations

import pytest

from publisher.model.resolved import Document, Number, Paragraph
from publisher.verify.compare import Difference
from publisher.verify.expected import Line
from publisher.verify.pdf.story import sequence_findings
from tests.resolve.conftest import Resolve, resolving
from tests.resolve.test_numbers import document

__all__ = ["resolving"]


def lines(*numbers: tuple[int, bool]) -> list[Line]:
    return [
        Line(f"p{place}", "paragraph", "Words.", number=Number(f"{count}.", "body", 0, count, "decimal", "{}.", typed))
        for place, (count, typed) in enumerate(numbers)
    ]


def told(*numbers: tuple[int, bool], printed: dict[int, str] | None = None) -> list[str]:
    differences = [Difference("number", at, None, found=text) for at, text in (printed or {}).items()]
    return [found.code for found in sequence_findings(lines(*numbers), differences, {}, "x.pdf")]


@pytest.mark.parametrize("count", [2, 1, 9])
def test_a_typed_number_is_no_fault_of_the_file(count: int) -> None:
    assert told((1, False), (2, False), (count, True), (count + 1, False)) == []
    if count < 3:  # a gap that was resolved is that of a paragraph taken out
        assert told((1, False), (2, False), (count, False)) == ["OUT012"]


def test_a_typed_number_that_is_printed_otherwise_is_one() -> None:
    assert told((1, False), (2, False), (2, True), printed={2: "1."}) == ["OUT012"]


def test_numbers_say_whether_they_were_typed(resolving: Resolve) -> None:
    operative = ["One.", {"paragraph": "Two.", "number": "4"}]
    words = {
        "body": ["One.", {"paragraph": "Two.", "number": "1"}, "Three.", {"decision": "2/1"}],
        "decisions": {"2/1": {"title": "T", "operative": operative}},
    }
    found = document(resolving(words, adoptions=[{"number": "2/1"}]))
    assert typed(found) == [("1.", False), ("1.", True), ("2.", False), ("1.", False), ("4.", True)]


def typed(found: Document) -> list[tuple[str, bool]]:
    numbers = (block.number for block in found.divisions[0].blocks if isinstance(block, Paragraph))
    return [(number.printed, number.typed) for number in numbers if number is not None]
