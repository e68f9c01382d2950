"""Ten forms of real documents, typed in the kinds there are, build in Word and PDF without a refusal.

Their words are short; their forms are those of the documents whose symbols they bear. The pages to look at beside them:
A/63/PV.20, 1; A/80/604/Add.10, 1, 2, 6 and 7; A/80/605, 1 to 10; CCPR/C/SR.2830, 1 and 2; FCCC/PA/CMA/2021/10/Add.3, 1 and
the pages of its three decisions; FCCC/CP/2005/INF.2 (Part 2), 1 to 3; ECE/TRADE/C/CEFACT/2020/19, whole; ECE/AGAT/2020/INF.1,
whole; ECE/TRADE/437, 1 to 6; A/81/6 (Sect. 26)/Part A, 1 and 3 to 8.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pdfplumber
import pytest

from publisher.model.diagnostic import Severity
from publisher.model.resolved import Heading
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conftest import TODAY

HERE = Path(__file__).parent
# what only the form of each says, as it stands in both files: said of the record, set apart, counted, headed
SAID = {
    "a-63-pv20": ["20th plenary meeting", "Mr. D’Escoto Brockmann", "(Nicaragua)", "The meeting rose at 1 p.m."],
    "a-80-604-add10": ["Reissued for technical reasons on 27 April 2026.", "Agenda item 149", "(16 498.4)", "Variance"],
    "a-80-605": ["Summary", "2024/25 apportionment", "54 907.0", "Net change", "IV. Actions to be taken"],
    "a-81-6-sect-26": [
        "26.1 The Agency",
        "(see paragraph 26.2 and table 26.1)",
        "Figure 26.I",
        "Section 26: Palestine refugees",
    ],
    "ccpr-sr2830": ["Summary record of the 2830th meeting", "Contents", "The meeting was called to order at 3 p.m."],
    "cma2021": ["Decision 6/CMA.3", "12th plenary meeting", "I. Guiding principles"],
    "cop11-participants": ["Participation statistics", "5 848", "English/French/Spanish only"],
    "ece-19e": ["Item 8 of the provisional agenda*", "II. The role of technology"],
    "ece-agenda": ["Agenda item 1", "8. Adoption of decisions and the report of the first session"],
    "ece-rec42": ["II. Guidelines for Recommendation", "Contents", "Figure 1", "Olga Algayerova"],
}


@pytest.mark.parametrize("name", SAID)
def test_a_form_of_a_real_document_is_printed(name: str) -> None:
    built = build(workspace_for(HERE / name, TODAY), "en", ("pdf", "docx"))
    wrong = [f"{one.code} {one.message}" for one in built.diagnostics if one.severity is Severity.ERROR]
    assert wrong == [] and not built.rejected and built.files.keys() == {"pdf", "docx"}
    with pdfplumber.open(io.BytesIO(built.files["pdf"])) as document:
        printed = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    missing = [words for words in SAID[name] if "".join(words.split()) not in "".join(printed.split())]
    assert missing == []


def test_a_note_is_called_by_many_entries_of_a_list_only(tmp_path: Path) -> None:
    for name in ("record.yaml", "en.yaml"):
        (tmp_path / name).write_text((HERE / "cop11-participants" / name).read_text("utf-8"), "utf-8")
    built = build(workspace_for(tmp_path, TODAY), "en", ("docx",))
    text = "".join(one.text for one in docx.Document(io.BytesIO(built.files["docx"])).paragraphs)
    assert built.resolved is not None and len(built.resolved.notes) == 1 and "Adelphi Research" in text
    record = (tmp_path / "record.yaml").read_text("utf-8").replace("kind: participants", "kind: note")
    (tmp_path / "record.yaml").write_text(record, "utf-8")
    again = build(workspace_for(tmp_path, TODAY), "en", ("html",))
    assert "FN003" in {found.code for found in again.diagnostics}


def test_headings_in_an_annex_of_a_decision_are_large() -> None:
    resolved = build(workspace_for(HERE / "cma2021", TODAY), "en", ("html",)).resolved
    assert resolved is not None
    blocks = [block for division in resolved.divisions for block in division.blocks]
    numbered = [block for block in blocks if isinstance(block, Heading) and block.kind == "section" and block.number]
    assert [(block.look, block.depth > block.look) for block in numbered] == [(2, True)]


def test_numbers_of_a_section_of_a_budget_carry_its_own(tmp_path: Path) -> None:
    for name in ("record.yaml", "en.yaml", "measure.svg", "organigram.svg"):
        (tmp_path / name).write_bytes((HERE / "a-81-6-sect-26" / name).read_bytes())
    built = build(workspace_for(tmp_path, TODAY), "en", ("pdf", "docx", "html", "akn"))
    assert not built.rejected and not [one for one in built.diagnostics if one.severity is Severity.ERROR]
    assert built.resolved is not None and built.resolved.running.symbol == "Section 26: Palestine refugees"
    record = (tmp_path / "record.yaml").read_text("utf-8")
    (tmp_path / "record.yaml").write_text(record.replace("section: 26\n", ""), "utf-8")
    plainly = build(workspace_for(tmp_path, TODAY), "en", ("html",)).files["html"].decode()
    assert (
        "(see paragraph 2 and table 1)" in re.sub("<[^>]+>", "", plainly).replace("\xa0", " ") and "26.1" not in plainly
    )


def test_pages_across_stand_among_upright_ones() -> None:
    built = build(workspace_for(HERE / "a-81-6-sect-26", TODAY), "en", ("pdf",))
    with pdfplumber.open(io.BytesIO(built.files["pdf"])) as document:
        across = [page.width > page.height for page in document.pages]
        wide = document.pages[across.index(True)]
        right = max(char["x1"] for char in wide.chars)
    assert across[0] is across[-1] is False and right <= wide.width - 57


def test_who_voted_how_stands_under_its_label_in_a_column() -> None:
    built = build(workspace_for(HERE / "a-63-pv20", TODAY), "en", ("pdf", "docx"))
    paragraphs = docx.Document(io.BytesIO(built.files["docx"])).paragraphs
    lists = [one for one in paragraphs if one.text.startswith(("In favour", "Against", "Abstaining"))]
    assert [one.text.partition("\n")[0] for one in lists] == ["In favour:", "Against:", "Abstaining:"]
    assert not [one for one in lists if one.paragraph_format.keep_with_next]  # they go on in the next column
    with pdfplumber.open(io.BytesIO(built.files["pdf"])) as document:
        words = [
            word
            for page in document.pages
            for word in page.extract_words()
            if word["text"] in ("Against:", "Australia,")
        ]
    assert words[1]["top"] > words[0]["bottom"] and words[1]["x0"] > words[0]["x0"]
