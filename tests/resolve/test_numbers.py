"""Numbers of headings, paragraphs, subparagraphs, agenda lines, operative paragraphs, annexes, tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from publisher.model.resolved import Document, Figure, Heading, Number, Paragraph, Table
from publisher.resolve import Resolution
from tests.resolve.conftest import Resolve

LANGUAGES = ("en", "zh", "ar", "fr")


def document(resolution: Resolution) -> Document:
    """The resolved document of a resolution without findings."""
    assert [str(finding) for finding in resolution.diagnostics] == []
    assert resolution.document is not None
    return resolution.document


def numbers(found: Document) -> Iterator[tuple[str, Number]]:
    """The identifier and number of each block that has one."""
    for division in found.divisions:
        for block in division.blocks:
            if isinstance(block, Heading | Paragraph) and block.number is not None:
                yield block.id, block.number


def printed(found: Document) -> list[str]:
    """The numbers as printed, in reading order."""
    return [number.printed for _, number in numbers(found)]


def nested(depth: int, leaf: Any) -> Any:
    """Headings nested `depth` deep, `leaf` under the last, each but the first with another beside it."""
    if depth == 0:
        return leaf
    return {"heading": "H", "body": [nested(depth - 1, leaf), *([{"heading": "H"}] if depth > 1 else [])]}


DEGREES = {
    "en": ["I.", "A.", "1.", "(a)", "(i)", "1.", "(ii)", "(b)", "2.", "B.", "II."],
    "zh": ["一、", "A.", "1.", "(a)", "(一)", "1.", "(二)", "(b)", "2.", "B.", "二、"],
    "ar": ["أولا -", "ألف -", "1 -", "(أ)", "’1‘", "1 -", "’2‘", "(ب)", "2 -", "باء -", "ثانيا -"],
    "fr": ["I.", "A.", "1.", "a)", "i)", "1.", "ii)", "b)", "2.", "B.", "II."],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_have_five_degrees(resolving: Resolve, language: str) -> None:
    """CONVENTIONS §2.2; a heading without a number takes none from the others."""
    plain = {"heading": "P", "numbered": False, "body": []}
    words = {"body": [nested(5, "text"), plain, {"heading": "H", "body": []}]}
    assert printed(document(resolving(words, language))) == DEGREES[language]


ITEMS = {
    "en": ["1.", "(a)", "(b)", "(i)", "(ii)", "a.", "b.", "i.", "ii.", "(c)", "2.", "(a)"],
    "zh": ["1.", "(a)", "(b)", "(一)", "(二)", "a.", "b.", "i.", "ii.", "(c)", "2.", "(a)"],
    "fr": ["1.", "a)", "b)", "i)", "ii)"],
}


@pytest.mark.parametrize("language", ITEMS)
def test_subparagraphs_have_four_degrees(resolving: Resolve, language: str) -> None:
    """CONVENTIONS §2.1; they restart below each item and in each paragraph."""
    deep = {"item": "b", "items": ["i", {"item": "ii", "items": ["a", {"item": "b", "items": ["i", "ii"]}]}]}
    words = {"body": [{"paragraph": "p", "items": ["a", deep, "c"]}, {"paragraph": "q", "items": ["a"]}]}
    found = printed(document(resolving(words, language)))
    assert found[: len(ITEMS[language])] == ITEMS[language]


def test_paragraphs_run_through_headings_and_restart_in_annexes(resolving: Resolve) -> None:
    """CONVENTIONS §2.1, §2.3, N01, N02."""
    chapter = {"heading": "H", "body": ["a", {"unnumbered": "u"}, "b"]}
    annexes = [
        {"id": "first", "title": "T", "body": [chapter]},
        {"id": "second", "title": "T", "numbered": False, "body": ["a", {"statement": ["s"]}]},
    ]
    found = document(resolving({"body": [chapter, chapter], "annexes": annexes}))
    running = [
        (id, number.printed) for id, number in numbers(found) if number.sequence in ("body", "annex-1", "annex-2")
    ]
    assert running == [
        ("para-1", "1."), ("para-2", "2."), ("para-3", "3."), ("para-4", "4."),
        ("annex-1-para-1", "1."), ("annex-1-para-2", "2."),
    ]  # fmt: skip
    assert printed(found)[-4:] == ["A.", "1.", "2.", "Annex II"], "headings of an annex begin at A."


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "Annex", "Annex II"),
        ("zh", "附件", "附件二"),
        ("ar", "المرفق", "المرفق الثاني"),
        ("ru", "Приложение", "Приложение II"),
    ],
)
def test_annexes_count_only_where_there_are_several(resolving: Resolve, language: str, one: str, two: str) -> None:
    """CONVENTIONS §2.3."""
    annexes = [{"id": f"x{n}", "title": "T"} for n in range(2)]
    (alone,) = (number for _, number in numbers(document(resolving({"annexes": annexes[:1]}, language))))
    assert (alone.printed, alone.ordinal) == (one, None)
    assert printed(document(resolving({"annexes": annexes}, language)))[-1] == two


@pytest.mark.parametrize(("language", "bis", "ter"), [("en", "2 bis.", "2 ter."), ("zh", "2 之二.", "2 之三.")])
def test_inserted_numbers_stand_outside_the_count(resolving: Resolve, language: str, bis: str, ter: str) -> None:
    """CONVENTIONS §2.1: 2, 2 bis, 2 ter, 3; Word is told by an ordinal of None."""
    inserted = [{"paragraph": "x", "number": f"2 {name}"} for name in ("bis", "ter")]
    found = list(numbers(document(resolving({"body": ["a", "b", *inserted, "c"]}, language))))
    assert [number.printed for _, number in found] == ["1.", "2.", bis, ter, "3."]
    assert [number.ordinal for _, number in found] == [1, 2, None, None, 3]
    assert [id for id, _ in found][2:4] == ["para-2-bis", "para-2-ter"]


@pytest.mark.parametrize("written", ["3 bis", "1 bis", "2 ter", "2 quater"])
def test_inserted_number_out_of_place_is_found(resolving: Resolve, written: str) -> None:
    resolution = resolving({"body": ["a", "b", {"paragraph": "x", "number": written}, "c"]})
    assert [finding.code for finding in resolution.diagnostics] == ["NU001"]
    assert "2 bis" in resolution.diagnostics[0].message


def test_withdrawn_paragraph_keeps_its_number_unused(resolving: Resolve) -> None:
    """CONVENTIONS §4.2: a corrigendum does not renumber."""
    found = document(resolving({"body": ["a", {"paragraph": "gone[^x]", "withdrawn": True}, "c"]}))
    assert printed(found) == ["1.", "3."]


def decision(operative: int, **more: Any) -> dict[str, Any]:
    """A decision with so many operative paragraphs."""
    return {"title": "D", "preamble": ["*Recalling*,"], "operative": [f"op {n}" for n in range(operative)], **more}


def test_operative_paragraphs_restart_and_a_single_one_has_no_number(resolving: Resolve) -> None:
    """CONVENTIONS §2.4, N17, N19; an agenda list among them counts by itself."""
    adoptions = [{"number": f"2/{n}"} for n in (6, 7, 8)]
    decisions = {"2/6": decision(2), "2/7": decision(1), "2/8": decision(2)}
    decisions["2/8"]["operative"].append({"agenda-list": "next"})
    words = {
        "body": [{"decision": key} for key in decisions],
        "decisions": decisions,
        "agendas": {"next": ["One.", "Two."]},
    }
    found = document(resolving(words, adoptions=adoptions))
    assert printed(found) == ["1.", "2.", "1.", "2.", "1.", "2."]
    assert [id for id, _ in numbers(found)][-1] == "decision-2-8-op-2-agenda-2"


def test_each_agenda_counts_from_one(resolving: Resolve) -> None:
    """One right behind another, or each below a heading without a number."""
    plain = {"heading": "H", "numbered": False, "body": [{"agenda-list": "next"}]}
    body = [{"agenda-list": "next"}, {"agenda-list": "next"}, plain, plain]
    found = document(resolving({"body": body, "agendas": {"next": ["One.", "Two."]}}))
    counted = [(number.printed, number.sequence) for _, number in numbers(found)]
    assert [printed for printed, _ in counted] == ["1.", "2."] * 4
    assert len({sequence for _, sequence in counted}) == 4, "Word would count on in a list of the same name"


def test_agenda_has_sub_items(resolving: Resolve) -> None:
    agenda = {key: f"{key}." for key in ("opening", "budget", "now", "later", "closing")}
    found = document(resolving({"agenda": agenda, "body": ["The agenda:", {"agenda-list": "adopted"}, "After."]}))
    assert printed(found) == ["1.", "1.", "2.", "(a)", "(b)", "3.", "2."]


def test_tables_and_figures_with_titles_run_through_the_document(resolving: Resolve) -> None:
    def table(**more: Any) -> dict[str, Any]:
        return {"table": [["x"]], "columns": [{"head": "h"}], **more}

    body = [table(title="T"), table(), table(title="T", numbered=False)]
    found = document(resolving({"body": body, "annexes": [{"id": "x", "title": "T", "body": [table(title="T")]}]}))
    tables = [block for division in found.divisions for block in division.blocks if isinstance(block, Table | Figure)]
    assert [block.label for block in tables] == ["Table 1", None, None, "Table 2"]
    assert len({block.id for block in tables}) == 4


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ([nested(6, "deep")], "NU002"),
        ([{"paragraph": "p", "items": [{"item": "1", "items": [{"item": "2", "items": [{"item": "3", "items": [
            {"item": "4", "items": ["5"]}]}]}]}]}], "NU002"),
    ],
)  # fmt: skip
def test_too_deep_is_found_and_still_printed(resolving: Resolve, body: list[Any], code: str) -> None:
    resolution = resolving({"body": body})
    assert {finding.code for finding in resolution.diagnostics} == {code}
    assert resolution.document is not None


def test_an_identifier_that_the_page_uses_is_given_once(resolving: Resolve) -> None:
    found = document(
        resolving(
            {
                "body": ["As [](#annex-2) says.", {"paragraph": "One.", "id": "contents-heading"}],
                "annexes": [
                    {"id": "annex-2", "title": "One", "body": ["x"]},
                    {"id": "annex-1", "title": "Two", "body": ["y"]},
                ],
            }
        )
    )
    blocks = [block.id for division in found.divisions for block in division.blocks if hasattr(block, "id")]
    names = [*blocks, *(division.id for division in found.divisions), "contents-heading"]
    assert len(names) == len(set(names))
