"""The excerpts of real documents are typed whole: their words and figures, read by themselves, stand in both files.

What is counted is taken from the excerpts, whose words stand in for what could not be said when they were typed; where
a form says the same otherwise, it is told here, and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from publisher.model.characters import CALL_CLOSE, CALL_OPEN
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conftest import ROOT, TODAY
from tests.fidelity.stories import docx_story, pdf_story

HERE = Path(__file__).parent
EXCERPTS = ROOT.parent / "shared" / "cases" / "forms"
NO_WORDS = {
    "id",
    "figure",
    "alternative",
    "align",
    "width",
    "numbered",
    "decimals",
    "landscape",
    "agenda-list",
    "decision",
}
# as the excerpt has it: as the document has it
SAID_OTHERWISE = {
    "a-63-pv20": {"64/91": "63/91"},  # of that session
    "a-80-604-add10": {
        "para. 58 below": "paragraph 10 below",  # of the excerpt
        "Variance – Amount": "Amount",
        "Variance – Percentage": "Percentage",
    },
    "a-80-605": {
        "2024/25 apportionment: ": "",  # one head above three
        "2024/25 expenditure: ": "",
        "Variance: ": "",
        "United Nations peacekeeping operations.": "United Nations peacekeeping operations",  # on page one
        "for missions (Thousands of": "for missions",  # the unit is a line of its own
        "United States dollars; budget year is from 1 July 2024 to 30 June 2025)": "",
    },
    "ccpr-sr2830": {
        "Chairperson*: Mr.": "Chair*: Mr.",
        "Vice-Chairperson)": "Vice-Chair)",
        "(Chairperson)": "(Chair)",
    },  # as they are called now
    "cma2021": {"contained in [](#ace)": "contained in the annex", "Adaptation.": ""},
    "cop11-participants": {"Research*": "Research", "Energy*": "Energy"},  # a note, called
    "ece-19e": {
        " -- ": " – ",
        **{f"Item {number}.": "" for number in range(1, 8)},
    },  # one item of an agenda not at hand
    "ece-agenda": {f"Item {number}. ": "" for number in range(1, 9)},  # the number of the heading
    "ece-rec42": {
        "(*Signed*) Olga": "Olga",
        "United Nations Economic Commission for Europe": "",
        "(see [](#annex1))": "(see annex)",
        "figure-1": "figure 1",
    },
}


def slots(part: Any, key: str = "") -> Iterator[str]:
    """The words of an excerpt, one slot after another; a row of a table is one."""
    if isinstance(part, dict):
        for name, inner in part.items():
            yield from slots(inner, name)
    elif isinstance(part, list) and key in ("table", "total"):
        rows = [part] if key == "total" else part
        yield from ("".join("" if cell is None else str(cell) for cell in row) for row in rows)
    elif isinstance(part, list):
        for inner in part:
            yield from slots(inner, key)
    elif key == "head":
        yield from re.split(r" (?=\(\d\))", part)  # the number of a column stands in a cell of its own
    elif key not in NO_WORDS and isinstance(part, str):
        yield part


def signs(text: str) -> str:
    """`text` as its letters and figures, without marks of ours, spaces, and how a profile writes less and none."""
    return "".join(re.sub("[*<>()\u2212\u2013\u2011\u200b-]", "", text).split())


def sought(text: str) -> str:
    """What finds `text` in a file: its signs, and marks of notes where notes are called."""
    text = re.sub(r"\[\]\(#([^)]*)\)", r"\1", text)
    pieces = re.split(r"(?:\[\^[^]]+\](?:, )?)+", text)
    return r"[\w,*]{0,4}".join(re.escape(signs(piece)) for piece in pieces)


def whole(name: str) -> list[str]:
    """What the excerpt `name` says, as the document of that name says it."""
    words = yaml.safe_load((EXCERPTS / name / "en.yaml").read_text("utf-8"))
    said = []
    for slot in slots(words):
        for excerpt, document in SAID_OTHERWISE[name].items():
            slot = slot.replace(excerpt, document)
        said += [piece for piece in map(sought, slot.split("\n")) if piece]
    return said


@pytest.mark.skipif(not EXCERPTS.is_dir(), reason="the excerpts are not here")
@pytest.mark.parametrize("name", SAID_OTHERWISE)
def test_an_excerpt_is_typed_and_printed_whole(name: str) -> None:
    built = build(workspace_for(HERE / name, TODAY), "en", ("pdf", "docx"))
    assert not built.rejected and built.files.keys() == {"pdf", "docx"}
    for story in (pdf_story(built.files["pdf"]), docx_story(built.files["docx"])):
        blocks = (block.replace(CALL_OPEN, "").replace(CALL_CLOSE, "") for block in story.blocks)
        printed = signs("".join((*blocks, *(f"{mark}{text}" for mark, text in story.notes))))
        assert [slot for slot in whole(name) if not re.search(slot, printed)] == []
