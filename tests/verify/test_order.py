"""What is read from left to right on an Arabic page and does not stand so is found, at the author's line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from publisher import pipeline
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.workspace import workspace_for
from publisher.render.pdf import pages, prepare
from publisher.resolve import scripts
from publisher.verify.pdf.order import turned
from publisher.verify.pdf.reading import Piece
from tests.conftest import RECORD, TODAY
from tests.docx.test_arabic_order import DRAWN, WORDS

TURNED = {
    "−3.3": "3.3−", "+254 20 762 1234": "1234 762 20 254+", "2027-03-04": "04-03-2027", "12 34": "34 12",
    "978-92-1-101363-5": "5-101363-1-92-978", "12-15": "12-15", "12–15": "12–15", "12.5%": "12.5%", "16-4-1": "16-4-1",
    "1325 (2000)": "1325 (2000)", "A/80/1": "1/80/A", "A/80/6 (Sect. 3)": "(Sect. 3) A/80/6", "5 km": "km 5",
    "https://un.org/": "/https://un.org", "Anne Hidalgo": "Hidalgo Anne", "1 200-1 300": "1 200-1 300",
}  # fmt: skip


def piece(drawn: str, row: int = 0, left: float = 100, size: float = 10) -> Piece:
    """What stands on a row of a page, from `left` on."""
    return Piece(1, drawn, left, left + 5 * len(drawn), 700 - 14 * row, size, drawn)


def found(text: str, *pieces: Piece) -> list[str]:
    return [one.words for one in turned(text, pieces)]


@pytest.mark.parametrize(("said", "shown"), DRAWN.items())
@pytest.mark.parametrize(("text", "line"), [("{}", "{}"), ("نص {} نص", "صن {} صن"), ("نص ({})، {}.", ".{0} ،({0}) صن")])
def test_what_stands_as_it_is_read_is_right(said: str, shown: str, text: str, line: str) -> None:
    assert found(text.format(said, said), piece(line.format(shown))) == []


@pytest.mark.parametrize(("said", "shown"), TURNED.items())
def test_what_is_drawn_the_other_way_round_is_seen(said: str, shown: str) -> None:
    assert found(f"نص {said} نص", piece(f"صن {shown} صن")) == [said]
    right = DRAWN.get(said, said)
    assert found(f"{said} ثم {said}", piece(f"{shown} مث {right}")) == [said]  # one of two


def test_boxes_in_another_order_are_seen() -> None:
    figure, sign, word = piece("3.3", left=120), piece("−", left=115), piece("صن", left=140)
    assert found("نص −3.3", word, sign, figure) == []
    assert found("نص −3.3", word, figure, piece("−", left=136)) == ["−3.3"]


@pytest.mark.parametrize(
    ("rows", "right"),
    [
        (("+254 20 صن", "صن 762 1234"), True),
        (("+254 صن", "20 762", "صن 1234"), True),
        (("1234 762 صن", "صن 20 +254"), False),
        (("صن +254 20", "762 1234 صن"), False),
    ],
)
def test_what_a_line_end_parts_goes_on_at_the_right(rows: tuple[str, ...], right: bool) -> None:
    pieces = [piece(row, place) for place, row in enumerate(rows)]
    assert (found("نص +254 20 762 1234 نص", *pieces) == []) is right


def test_a_line_end_may_part_figures_that_are_read_each_by_itself() -> None:
    assert found("القرار 1699 (2006) نص", piece("1699 رارقلا"), piece("صن (2006)", 1)) == []
    assert found("القرار 1699 (2006) نص", piece("(2006) رارقلا"), piece("صن 1699", 1)) == ["1699 (2006)"]


def test_figures_of_a_text_in_another_language_run_as_it_does() -> None:
    assert list(turned("12–15", [piece("12–15")], foreign=True)) == []
    assert [one.words for one in turned("−3.3", [piece("3.3−")], foreign=True)] == ["−3.3"]


def test_marks_of_notes_and_pages_are_no_part_of_a_figure() -> None:
    figure, mark, page = piece("A/80/1", left=200), piece("3", left=195, size=6), piece("16", left=20)
    assert list(turned("A/80/1", [figure, mark, page], {id(mark)})) == []
    assert found("A/80/1", figure, mark) == ["A/80/1"]


def test_words_of_an_author_that_is_no_line_are_not_asked_for() -> None:
    assert found("والوثيقة-5 في 2027 km", piece("km 2027 يف 5-ةقيثولاو")) == ["2027 km"]
    assert found("والوثيقة-5 في 2027", piece("2027 يف 5-ةقيثولاو")) == []


PLANTS: dict[tuple[str, ...], tuple[object, str, object]] = {
    ("−3.3", "+254 20 762 1234", "2027-03-04", "978-92-1-101363-5"): (scripts, "_needs_wrapper", lambda run: False),
    ("12-15", "12.5%", "5-10%", "16-4-1"): (prepare, "RANGES", re.compile("(?!)")),
    ("12–15", "1325 (2000)"): (scripts, "_needs_wrapper", lambda run: True),
}


def page_of(figures: Iterable[str], write: Callable[..., Path]) -> Path:
    """The folder of a document with a table of `figures`."""
    rows = "".join(f'      - ["{figure}", كلمة]\n' for figure in figures)
    table = f"  - table:\n{rows}    title: علامات\n    columns: [{{head: رقم}}, {{head: كلمة}}]\n"
    words = f"title: [مذكرة]\nagenda: {{opening: افتتاح الدورة., adoption: إقرار جدول الأعمال.}}\nbody:\n{table}"
    return write(words, RECORD.replace("original: en", "original: ar"), language="ar")


def errors(folder: Path) -> list[Diagnostic]:
    built = pipeline.build(workspace_for(folder, TODAY), "ar", ("pdf",))
    return [one for one in built.diagnostics if one.code.startswith("OUT")]


def test_a_page_in_order_is_proved(small_document: Callable[..., Path]) -> None:
    assert errors(small_document(WORDS, RECORD.replace("original: en", "original: ar"), language="ar")) == []


NOTES = """\
title: [مذكرة]
agenda: {opening: افتتاح الدورة., adoption: إقرار جدول الأعمال.}
body: ["وثيقة[^a] ثم وثيقة[^b] ثم وثيقة[^c]."]
footnotes: {a: A/80/354., b: A/80/435., c: A/80/543.}
"""


def test_notes_of_the_same_signs_are_told_apart(
    small_document: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_document(NOTES, RECORD.replace("original: en", "original: ar"), language="ar")
    assert errors(folder) == []

    def exchanged(page: str, moment: str) -> Any:
        return prepare.prepare(
            page.replace("80/354", "80/@").replace("80/435", "80/354").replace("80/@", "80/435"), moment
        )

    monkeypatch.setattr(pages, "prepare", exchanged)
    assert {"OUT022", "OUT055", "OUT095"} <= {one.code for one in errors(folder)}


@pytest.mark.parametrize("figures", PLANTS)
def test_a_page_that_turns_figures_is_refused(
    figures: tuple[str, ...], small_document: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = page_of(figures, small_document)
    monkeypatch.setattr(*PLANTS[figures])
    told = errors(folder)
    assert {one.span for one in told if one.code == "OUT055"} == set(figures)
    lines = (folder / "ar.yaml").read_text("utf-8").splitlines()
    typed = [lines[one.at.line - 1] for one in told if one.code == "OUT096" and isinstance(one.at, Position)]
    assert [line.split('"')[1] for line in typed] == list(figures)
