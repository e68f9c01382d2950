"""Looks as the official documents have them: places, sizes and faces measured in the PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from lxml import html

from publisher.model.finished import finished
from publisher.model.inline import Call, Symbol
from publisher.model.resolved import Block, Division, Document, Figure, Heading, MastheadLine, Note, Row, Table
from publisher.model.together import breakable, held
from publisher.model.workspace import Workspace, workspace_for
from publisher.pipeline import build
from publisher.render.page import render_page
from publisher.render.pdf import DrawnPdf, write_pdf
from publisher.verify import verify_pdf
from tests.conftest import TODAY
from tests.render.sheets import REISSUE, cells, chinese, english, numbered, plain, section, words


def drawn(document: Document, workspace: Workspace) -> DrawnPdf:
    document = finished(document)
    return write_pdf(render_page(document, workspace), document, workspace)


@contextmanager
def pages(document: Document, workspace: Workspace) -> Iterator[Any]:
    with pdfplumber.open(io.BytesIO(drawn(document, workspace).data)) as pdf:
        yield pdf.pages


def body(document: Document, *blocks: Block, notes: tuple[Note, ...] = (REISSUE,)) -> Document:
    return replace(document, divisions=(Division("body", "body", blocks),), notes=notes, contents=())


@pytest.mark.parametrize(("profile", "summary", "first"), [("geneva", 1, 1), ("new-york", 2, 3)])
def test_the_summary_stands_where_the_profile_has_it(
    profile: str, summary: int, first: int, sheets_workspace: Workspace
) -> None:
    document = english(profile)
    heading = Heading("s", "summary", 1, None, words("Summary"), "Summary")
    document = body(document, heading, plain("s1", "summary", "Few words."), numbered(1, words("Many words.")))
    entry = replace(english().contents[0], target="body-1")
    result = drawn(replace(document, contents=(entry,)), sheets_workspace)
    assert (result.pages["s"], result.pages["s1"], result.pages["body-1"]) == (summary, summary, first)


def test_asterisks_are_as_large_as_the_words_they_follow(sheets_workspace: Workspace) -> None:
    note = Note("title", "first-page", "**", 2, words("On the title."))
    document = body(english(), numbered(1, words("Text.")), notes=(REISSUE, note))
    document = replace(document, title=(words("A title", Call("title", "**", "first-page")),))
    with pages(document, sheets_workspace) as [page]:
        sizes = sorted(round(char["size"], 1) for char in page.chars if char["text"] == "*")
    assert sizes == [9, 9, 9, 10, 14, 14]  # before the notes, at the symbol, in the title


def test_chinese_headings_are_in_hei_and_words_in_song(sheets_workspace: Workspace) -> None:
    document = body(chinese(), section("c", 1, "一、", "会议安排"), numbered(1, words("人居大会。")))
    with pages(document, sheets_workspace) as [page]:
        faces = {char["text"]: char["fontname"].partition("+")[2] for char in page.chars}
    assert (faces["排"], faces["。"]) == ("Noto-Sans-CJK-SC-Bold", "Noto-Serif-CJK-SC")


@pytest.mark.parametrize("profile", ["geneva", "new-york"])
def test_label_and_title_of_a_figure_stand_above_it_at_the_left(profile: str, sheets_workspace: Workspace) -> None:
    figure = Figure("f", "Figure I", words("A ring"), "figures/ring.svg", words("A ring."), ())
    with pages(body(english(profile), figure, numbered(1, words("Text."))), sheets_workspace) as [page, *_]:
        lines = {line["text"]: line for line in page.extract_text_lines()}
        label, title = lines["Figure I"], lines["A ring"]
        ring = max(page.curves, key=lambda curve: curve["height"])  # the emblem is smaller
        assert label["bottom"] < title["bottom"] < ring["top"]
        assert label["x0"] == pytest.approx(lines["1. Text."]["x0"], abs=0.5) == pytest.approx(title["x0"], abs=1)


def test_a_light_line_and_a_sentence_under_the_title_are_not_bold(sheets_workspace: Workspace) -> None:
    document = body(english("geneva"), numbered(1, words("Text.")))
    lines = (MastheadLine("sub-organ", words("Committee"), light=True), MastheadLine("sub-organ", words("Centre")))
    document = replace(document, masthead=replace(document.masthead, lines=lines))
    document = replace(document, subtitle=(words("Note by the Bureau"), words("To be held in Geneva.")))
    with pages(document, sheets_workspace) as [page]:
        lines_of = page.extract_text_lines()
    faces = {line["text"]: line["chars"][0]["fontname"].partition("+")[2] for line in lines_of}
    bold = {text: face.endswith("Bold") for text, face in faces.items()}
    assert (bold["Committee"], bold["Centre"]) == (False, True)
    assert (bold["Note by the Bureau"], bold["To be held in Geneva."]) == (True, False)


def test_a_line_may_end_in_a_long_symbol(sheets_workspace: Workspace) -> None:
    symbol = "ECE/TRADE/C/CEFACT/2020/22/Rev.1"
    line = words("The words before the symbol fill most of the line and leave little of it, ", Symbol(symbol), " here.")
    document = body(english(), numbered(1, line))
    result = drawn(document, sheets_workspace)
    with pdfplumber.open(io.BytesIO(result.data)) as pdf:
        said = pdf.pages[0].extract_text()
    assert symbol not in said
    assert [
        found.code for found in verify_pdf(result.data, finished(document), "f.pdf") if found.code == "OUT034"
    ] == []


def test_a_table_without_a_head_has_one_rule_above_it(sheets_workspace: Workspace) -> None:
    rows = (Row(cells("Wells", "12")), Row(cells("Springs", "9")))
    table = Table("t", None, (), (), rows, (0.5, 0.5), (), (), False, "Wells")
    with pages(body(english(), table), sheets_workspace) as [page]:
        top = page.search("Wells")[0]["top"]
        rules = {
            round(edge["top"]) for edge in page.edges if edge["orientation"] == "h" and top - 12 < edge["top"] < top
        }
    assert len(rules) == 1


def test_long_addresses_and_symbols_may_break_short_ones_not() -> None:
    assert breakable("ECE/TRADE/C/CEFACT/2018/1") == "ECE/\u200bTRADE/\u200bC/\u200bCEFACT/\u200b2018/\u200b1"
    assert breakable("HSP/HA.2/16") == "HSP/HA.2/16"
    assert breakable("ECE/TRADE/C/CEFACT/2019/22/Rev.1").endswith("/\u200bRev.1")
    assert " " not in breakable("S/PV.9876 (Resumption 1)")
    address = "https://www.example.org/a/b.html"
    assert held(f"See {address}.", ()) == f"See {breakable(address)}."
    assert breakable(address) == "https://www.\u200bexample.\u200borg/\u200ba/\u200bb.\u200bhtml"


WORDS = """\
title: [Note on a small matter]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - {heading: Top, numbered: false, body: [One.]}
  - {heading: Numbered, body: [Two., {heading: Chosen, numbered: false, look: roman, body: [Three.]}]}
"""


def test_a_heading_is_set_as_chosen_and_one_without_a_number_not_as_a_chapter(
    small_document: Callable[..., Path],
) -> None:
    built = build(workspace_for(small_document(WORDS), TODAY), "en", ("html",))
    assert (built.rejected, built.failures) == (frozenset(), {})
    headings = html.document_fromstring(built.files["html"].decode()).xpath("//*[contains(@class, 'heading section')]")
    looks = {heading.text_content(): heading.get("class").split()[-1] for heading in headings}
    assert looks == {"Top": "depth-2", "I. Numbered": "depth-1", "Chosen": "depth-5"}
