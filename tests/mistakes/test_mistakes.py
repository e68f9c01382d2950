"""Twenty usual mistakes, each planted in a sound document: what is printed stands in `told.txt`, cause first.

Where it is told right is said here by hand, so that a new golden cannot hide a worse answer: the place of the mistake
and a word of what to do must stand in the first finding, and no more findings than said may follow.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from publisher import pipeline
from publisher.model.workspace import workspace_for
from publisher.report import for_people
from tests.conftest import RECORD as SMALL
from tests.conftest import TODAY

TOLD = Path(__file__).with_name("told.txt")
RECORD = (
    SMALL
    + """\
attendance:
  members: [KEN, FRA, CHN, BRA]
  un-bodies: [united-nations-environment-programme]
votes:
  plan:
    "on": the plan
    meeting: 1
    method: recorded
    in-favour: [KEN, FRA]
    against: [CHN]
    abstaining: [BRA]
"""
)
WORDS = """\
title: [Note on a small matter]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - heading: Introduction
    body:
      - The first paragraph says little.[^small]
      - attendance: members
      - paragraph: "The second has two parts:"
        items: [one part;, another part.]
      - As [](#wells) and [](#costs) show, the wells were counted.
      - figure: wells.svg
        id: wells
        title: Wells by district
        alternative: Three bars, one for each district.
      - table: costs.xlsx
        id: costs
        title: Costs by district
      - vote: plan
footnotes:
  small: A note at the foot of the page.
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="30" height="20"/></svg>'


@dataclass(frozen=True)
class Mistake:
    """What an author did, where the first finding has to stand, what it has to say, and how many may follow."""

    name: str
    before: str
    after: str
    at: str
    says: str
    most: int = 1


MISTAKES = (
    Mistake("unknown organ", "organ: habitat-assembly", "organ: habitat-asembly", "record.yaml:4:8", "habitat-assembly"),
    Mistake("organ of one's own", "organ: habitat-assembly", "organ: wells-board", "record.yaml:4:8", "organ new"),
    Mistake("unknown place", "place: nairobi", "place: Nairoby", "record.yaml:6:8", "nairobi"),
    Mistake("State by name", "FRA, CHN, BRA]", "France, CHN, BRA]", "record.yaml:13:18", "FRA"),
    Mistake("State code by ear", "[KEN, FRA]\n    ag", "[KEN, CHI]\n    ag", "record.yaml:20:22", "CHL (Chile)"),
    Mistake("day that does not exist", "date: 2025-05-29, half", "date: 2025-05-32, half", "record.yaml:11:23", "must be a day"),
    Mistake("method of a vote by ear", "method: recorded", "method: record", "record.yaml:19:13", "recorded"),
    Mistake("heading without words", "heading: Introduction", "heading:", "en.yaml:4:5", "delete the key"),
    Mistake("State code of two letters", "[KEN, FRA]\n    ag", "[KE, FRA]\n    ag", "record.yaml:20:17", "KEN"),
    Mistake("unknown body", "environment-programme", "enviroment-programme", "record.yaml:14:15", "environment-programme"),
    Mistake("date the other way round", "date: 2025-06-14", "date: 14/06/2025", "record.yaml:7:7", "Write 2025-06-14"),
    Mistake("key misspelt", "original: en", "orignal: en", "record.yaml:8:1", "original"),
    Mistake("colon forgotten", "place: nairobi", "place nairobi", "record.yaml:6:1", "colon"),
    Mistake("colon forgotten in the words", "- heading: Intro", "- heading Intro", "en.yaml:4:3", "colon"),
    Mistake("words behind a quotation", "The first paragraph", '"The" first paragraph', "en.yaml:6:15", "whole text"),
    Mistake("no-break space for spaces", "      - attendance", "\u00a0     - attendance", "en.yaml:7:1", "no-break"),
    Mistake("key of the words misspelt", "    body:\n      - The", "    boddy:\n      - The", "en.yaml:5:5", "body"),
    Mistake("bracket not closed", "[one part;, another part.]", "[one part;, another part.", "en.yaml:9:16", "Close the bracket"),
    Mistake("notes as a list", "  small: A note", "  - small: A note", "en.yaml:20:3", "Take the “- ”"),
    Mistake("title as a text", "title: [Note on a small matter]", "title: Note", "en.yaml:1:8", "after “- ”."),
    Mistake("time with a point", 'opened: "10:40"', "opened: 10.40", "record.yaml:11:58", "Write \"10:40\""),
    Mistake("language by name", "original: en", "original: English", "record.yaml:8:11", "Write en"),
    Mistake("quotation mark not closed", '"The second has two parts:"', '"The second has two parts:', "en.yaml:8:20", "quot"),
    Mistake("colon in a plain line", "The first paragraph says", "Note: the first paragraph says", "en.yaml:6:9", "quot"),
    Mistake("tab for spaces", "    body:\n      - The", "\tbody:\n      - The", "en.yaml:5:1", "tab"),
    Mistake("footnote name misspelt", "little.[^small]", "little.[^smal]", "en.yaml:6:41", "small"),
    Mistake("reference misspelt", "[](#wells)", "[](#well)", "en.yaml:10:13", "wells"),
    Mistake("picture not there", "figure: wells.svg", "figure: well.svg", "en.yaml:11:17", "wells.svg"),
    Mistake("quotation mark in a cell", "costs.xlsx", "costs.csv", "costs.csv:2:1", "lose it"),
    Mistake("comma in a cell", "costs.xlsx", "wells.csv", "wells.csv:3:1", "quotation marks"),
    Mistake("row of mere words", "costs.xlsx", "\n          - North, 1\n        columns: [District]", "en.yaml:16:13", "list of cells"),
    Mistake("comma in a row", "costs.xlsx", "\n          - [North, 1,200]\n        columns: [District, Cost]", "en.yaml:16:14", "quotation"),
    Mistake("column of an unknown key", "costs.xlsx", "\n          - [North, 1]\n        columns: [District, {cost: 1}]", "en.yaml:17:29", "head", 2),
    Mistake("range not there", "table: costs.xlsx", "file: {name: costs.xlsx, range: Costs}\n        table:", "en.yaml:15:41", "B4:H20"),
    Mistake("file named by a wrong key", "table: costs.xlsx", "file: {nme: costs.xlsx}\n        table:", "en.yaml:15:16", "name"),
    Mistake("words for a file", "table: costs.xlsx", "file: costs.xlsx\n        table:", "en.yaml:15:15", "{name: costs.xlsx}"),
    Mistake("full-width colon", "title:", "title：", "en.yaml:1:1", "full-width"),
    Mistake("dash without a space", "- The first", "-The first", "en.yaml:6:7", "after the dash"),
    Mistake("key too deep", "        id: wells", "          id: wells", "en.yaml:12:11", "same column"),
    Mistake("comma between braces", "- attendance: members", "- {paragraph: One, two and three., id: x}", "en.yaml:7:26", "comma"),
    Mistake("colon in the title", "[Note on a small matter]", "\n  - Note: a small matter", "en.yaml:2:5", "quotation marks"),
    Mistake("sheet file not there", "table: costs.xlsx", "table: cost.xlsx", "en.yaml:15:16", "costs.xlsx"),
    Mistake("vote misspelt", "vote: plan", "vote: plans", "en.yaml:18:15", "plan"),
    Mistake("fact misspelt", "The first paragraph", "On {{ meeting(1).dat | date }} the paragraph", "en.yaml:6:12", "date"),
    Mistake("error in a cell", "error", "#REF!", "costs.xlsx!B3", "formula"),
    Mistake("block of an unknown kind", "- attendance: members", "- attendence: members", "en.yaml:7:9", "attendance"),
    Mistake("title inside a paragraph", "paragraph: \"The", "title: x\n        paragraph: \"The", "en.yaml:8:9", "title"),
    Mistake("typed note mark", "The first paragraph says little.[^small]", "The first says little.[1]", "en.yaml:6:31", "[^small]"),
)  # fmt: skip


def sheet(path: Path, broken: bool) -> None:
    book = openpyxl.Workbook()
    for row in (["District", "Cost"], ["North", 12.5], ["South", "#REF!" if broken else 4]):
        book.active.append(row)
    if broken:
        book.active["B3"].data_type = "e"
    book.save(path)


def answer(mistake: Mistake, folder: Path) -> tuple[str, list[str]]:
    """What is printed, and the places and words of the errors in their order."""
    record, words = (text.replace(mistake.before, mistake.after, 1) for text in (RECORD, WORDS))
    assert mistake.name == "error in a cell" or (record, words) != (RECORD, WORDS)
    (folder / "record.yaml").write_text(record, encoding="utf-8")
    (folder / "en.yaml").write_text(words, encoding="utf-8")
    (folder / "wells.svg").write_bytes(SVG)
    (folder / "costs.csv").write_text('District,Cost\nNorth,"12.5\nSouth,4\n', encoding="utf-8")
    (folder / "wells.csv").write_text("District,Cost\nNorth,12.5\nSouth,4,000\n", encoding="utf-8")
    sheet(folder / "costs.xlsx", mistake.name == "error in a cell")
    built = pipeline.build(workspace_for(folder, TODAY), "en", ("html",))
    errors = [f"{one.at} {one.message} {one.hint}" for one in built.diagnostics if one.severity == "error"]
    return for_people(built.diagnostics, built.sources, 100), errors


def test_the_document_is_sound(tmp_path: Path) -> None:
    assert answer(Mistake("none", "agenda: {op", "agenda:  {op", "", ""), tmp_path)[1] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_the_cause_is_told_where_it_is_and_what_to_do(mistake: Mistake, tmp_path: Path) -> None:
    _, errors = answer(mistake, tmp_path)
    assert errors and errors[0].startswith(mistake.at + " "), errors
    assert mistake.says in errors[0], errors
    assert len(errors) <= mistake.most, errors


def test_what_is_told_stands_as_it_was_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    made = "".join(f"── {one.name}\n{answer(one, tmp_path_factory.mktemp('m'))[0]}\n" for one in MISTAKES)
    if os.environ.get("GOLDEN"):
        TOLD.write_text(made, encoding="utf-8")
    assert made == TOLD.read_text(encoding="utf-8")
