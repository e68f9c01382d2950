"""What an Arabic page draws is read as it was written: ranges of years, thousands, contents that end with figures."""

from __future__ import annotations

import pytest
from bidi import get_display

from publisher.model.characters import compared
from publisher.verify.compare import Matching
from publisher.verify.expected import Line
from publisher.verify.pdf.content import read_content
from publisher.verify.pdf.direction import said, settle
from publisher.verify.pdf.fonts import Font
from publisher.verify.pdf.layout import line_break_findings
from publisher.verify.pdf.reading import Piece, _pieces
from publisher.verify.pdf.story import Located
from publisher.verify.pdf.telling import Block, Telling


def block(*lines: str) -> Block:
    """A block as a page holds it: each line drawn, then read by the inverse of the drawing."""
    drawn = [compared(get_display(line, base_dir="R")) for line in lines]
    pieces = [Piece(1, get_display(text, base_dir="R"), 0, 100, 100, 10, text) for text in drawn]
    return Block("P", pieces)


def settled(line: Line, drawn: Block) -> str:
    """What `drawn` is taken to say where `line` is expected."""
    texts = [compared(drawn.text)]
    settle([line], [drawn], texts)
    return texts[0]


@pytest.mark.parametrize(
    "words",
    [
        "لفترة السنتين 2028-2029",
        "بلغ 184\u00a0350 بئرا في 61\u00a0200 قرية",
        "دربت 1\u00a0200 من حراس الآبار",
        "الساعة 05/10 من يوم الاثنين، 4 تشرين الأول/أكتوبر 2027",
    ],
)
def test_figures_keep_their_order(words: str) -> None:
    assert settled(Line("one", "paragraph", words), block(words)) == compared(words)


def test_thousands_written_with_a_plain_space_are_drawn_with_one_that_holds() -> None:
    line = Line("one", "paragraph", "بلغ 184 350 بئرا")
    assert settled(line, block("بلغ 184\u00a0350 بئرا")) == compared(line.whole)
    assert settled(line, block("بلغ 184 350 بئرا")) != compared(line.whole)


def test_a_range_runs_on_from_the_right_at_the_beginning_of_a_line() -> None:
    line = Line("one", "paragraph", "لفترة السنتين 2028-2029 كلها")
    right, wrong = (block("لفترة السنتين", mark + "2028-2029 كلها") for mark in ("\u061c", ""))
    assert settled(line, right) == compared(line.whole)
    assert settled(line, wrong) != compared(line.whole)


@pytest.mark.parametrize("words", ["12.5%", "(100.0%)", "2024-2025"])
def test_figures_alone_in_a_cell_run_as_beside_arabic_words(words: str) -> None:
    for other, right in ((words, True), (words.replace("2", "3").replace("1", "4"), False)):
        head, cell = block("النسبة المئوية"), block("\u061c" + other)
        texts = [compared(head.text), compared(cell.text)]
        settle([Line("head", "cell", "النسبة المئوية"), Line("one", "cell", words)], [head, cell], texts)
        assert (texts[1] == compared(words)) is right


@pytest.mark.parametrize("page", ["7", "16", "208"])
@pytest.mark.parametrize(
    "words", ["ميزانية المؤتمر لفترة السنتين 2028-2029", "اختتام الدورة (البند 9 من جدول الأعمال)"]
)
def test_a_contents_entry_ends_with_its_page(words: str, page: str) -> None:
    title = block(words)
    last = title.pieces[-1]
    last.drawn = page + last.drawn
    last.text = get_display(last.drawn, base_dir="R")
    assert settled(Line("one", "contents-entry", words), title) == compared(words) + page


def test_figures_drawn_the_other_way_round_are_not_taken_for_right() -> None:
    line = Line("one", "paragraph", "بلغ 184\u00a0350 بئرا")
    assert settled(line, block("بلغ 350\u00a0184 بئرا")) != compared(line.whole)


AMONG_ARABIC_WORDS = ("1540\u00a0(2004)", "12/2-1")
IN_A_BOX = (
    ("A/80/6\u00a0(Sect.\u00a03)/Add.4",),
    ("A/80/", "6\u00a0(Sect.\u00a03)/Add.4"),
    ("(HSP/", "HA.2/1)"),
    ("1540\u00a0(2004)",),
)


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        *((text, (get_display(text, base_dir="R"),)) for text in AMONG_ARABIC_WORDS),
        *(("".join(lines), lines) for lines in IN_A_BOX),
    ],
)
def test_a_link_reads_as_expected_where_its_drawing_may_be_that(words: str, drawn: tuple[str, ...]) -> None:
    pieces = [Piece(1, get_display(line, base_dir="R"), 0, 100, 100, 10, line) for line in drawn]
    other = words.replace("4", "5").replace("2", "3")
    assert said(pieces, [other, words]) == words
    assert compared(said(pieces, [other])) != compared(other)


def test_arabic_words_in_a_link_read_from_the_right() -> None:
    assert compared(said(block("القرار 2/1 (د-24)").pieces, [])) == compared("القرار 2/1 (د-24)")


def test_a_vowel_sign_drawn_above_the_line_stands_on_it() -> None:
    """Pango raises it (Ts) in a run of its own, between those of the letters."""
    face = Font("Noto Naskh", True, 1, {65: "طبارلا ىلع ةحاتم", 66: "\u064b", 67: "اضيأ رظنا", 68: "اهيلع"}, {}, 1000.0)
    drawn = b"BT /F 9.5 Tf 192 104.5 Td (A) Tj 2.6 Ts (B) Tj 0 Ts (C) Tj 0 -14.2 Td (D) Tj ET"
    pieces = list(_pieces(read_content(drawn, 1, {"F": face}, {}.__getitem__), True))
    assert [piece.text for piece in pieces] == ["انظر أيضا\u064bمتاحة على الرابط", "عليها"]
    assert [round(piece.y, 1) for piece in pieces] == [104.5, 90.3]


def test_a_sign_that_is_written_for_two_letters_is_read_as_them() -> None:
    face = Font("Noto Naskh", True, 1, {65: "يداشرﻹا"}, {}, 1000.0)
    [piece] = _pieces(read_content(b"BT /F 9.5 Tf 192 104.5 Td (A) Tj ET", 1, {"F": face}, {}.__getitem__), True)
    assert piece.text == "الإرشادي"
    line = Line("one", "paragraph", "اﻹرشادي 2025-2028")
    whole = Block("P", [piece, block("\u061c2025-2028").pieces[0]])
    assert settled(line, whole) == compared(line.whole)


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (Piece(1, " ,Nations", 305, 341, 90, 10, "Nations, "), []),  # in a box that reads from left to right
        (Piece(1, "Nations, ", 305, 341, 90, 10, " ,Nations"), []),  # in the line itself
        (Piece(1, ", 1972", 305, 341, 90, 10, "1972 ,"), ["OUT032"]),
        (Piece(1, ", ", 305, 341, 90, 10, ", "), ["OUT032"]),
        (Piece(1, "، كلمة", 305, 341, 90, 10, "ةملك ،"), ["OUT032"]),
    ],
)
def test_a_line_begins_with_a_comma_where_no_reading_begins_otherwise(first: Piece, told: list[str]) -> None:
    above = Piece(1, "لعام", 305, 341, 100, 10, "ماعل")
    whole = Block("P", [above, first, Piece(1, "السلام", 200, 300, 90, 10, "مالسلا")])
    located = Located((), [whole], Matching((), ()), {}, [])
    assert [one.code for one in line_break_findings(Telling(), located, "x.pdf")] == told
