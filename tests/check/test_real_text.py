"""What real documents say and a checker takes for a fault: each is left alone, and its neighbour that is wrong is told."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from publisher import pipeline
from publisher.model.workspace import workspace_for
from tests.check.recall import CLEAN

NOTE = """symbol: A/80/999
kind: note
profile: new-york
organ: general-assembly
session: {number: 80}
date: 2025-11-20
original: en
distribution: general
"""
COUNCIL = """symbol: S/RES/2999 (2026)
kind: resolution
profile: new-york
organ: security-council
distribution: general
date: 2026-03-20
original: en
meetings: [{number: 9999, date: 2026-03-20}]
votes:
  adoption: {on: 2999 (2026), method: recorded, in-favour: IN, against: AGAINST, abstaining: 0, adopted: ADOPTED}
adoptions: [{number: 2999 (2026), kind: resolution, meeting: 9999, manner: vote, vote: adoption}]
"""


def told(folder: Path, record: str, words: str, language: str = "en") -> set[str]:
    """The codes of what is told of a folder with these two files."""
    (folder / "record.yaml").write_text(record, "utf-8")
    (folder / f"{language}.yaml").write_text(words, "utf-8")
    examined = pipeline.examine(workspace_for(folder, datetime.date(2026, 4, 1)), language)
    return {found.code for found in examined.diagnostics}


def note(*paragraphs: str) -> str:
    """The words of a note of these paragraphs, each without a number."""
    return "title: [Wells]\nbody:\n" + "".join(f"  - unnumbered: {json.dumps(said)}\n" for said in paragraphs)


@pytest.mark.parametrize(
    ("paragraphs", "code", "found"),
    [
        (("[Option 1: the text stands.", "The second paragraph.]"), "LA105", False),
        (("[Option 1: the text stands.", "The second paragraph."), "LA105", True),
        (("The text stands.]", "[The second paragraph."), "LA105", True),
        (("It reads: “The first paragraph.", "“The second paragraph.”"), "LA106", False),
        (("It reads: “The first paragraph.", "The second paragraph.”"), "LA106", True),
        (("On Monday, 20 May, the wells were closed.",), "FA101", False),  # of 2024: a report tells of the year before
        (("On Monday, 20 May 2025, the wells were closed.",), "FA101", True),
        (("On Wednesday, 2 September 1752, the calendar changed.",), "FA101", False),
        (("The Chamber held so in Prosecutor v. Tadić, para. 120.",), "RF101", False),
        (("The wells are described in paragraph 120.",), "RF101", True),
    ],
)
def test_of_a_note(tmp_path: Path, paragraphs: tuple[str, ...], code: str, found: bool) -> None:
    assert (code in told(tmp_path, NOTE, note(*paragraphs))) is found


@pytest.mark.parametrize(
    ("favour", "against", "adopted", "found"),
    [
        ("15", "0", "true", False),
        ("3", "0", "false", False),  # nine are needed
        ("3", "0", "true", True),
        ("[BRA, ALB, ARE, CHN, ECU, GAB, GHA, JPN, MLT]", "[RUS]", "false", False),  # a veto
        ("[BRA, ALB, ARE, CHN, ECU, GAB, GHA, JPN, MLT]", "[RUS]", "true", True),
    ],
)
def test_of_the_security_council(tmp_path: Path, favour: str, against: str, adopted: str, found: bool) -> None:
    record = COUNCIL.replace("IN,", f"{favour},").replace("AGAINST", against).replace("ADOPTED", adopted)
    words = 'decisions: {2999 (2026): {title: Wells, operative: ["*Decides* to remain seized of the matter."]}}\n'
    assert ("FA110" in told(tmp_path, record, words)) is found


@pytest.mark.parametrize(
    ("said", "code", "found"),
    [
        ("The Commission on Human Settlements adopted its resolution by 30 votes to 3.", "FA112", False),
        ("The proposal was rejected by 5 votes to 3 in the subcommittee.", "FA112", False),
        ("Paragraph 7 of the draft, as revised, was adopted by 5 votes to 4.", "FA112", False),
        ("The draft was adopted by 5 votes to 4.", "FA112", True),
        ("Kenya spoke under agenda item 12 of the Environment Assembly.", "RF105", False),
        ("Kenya spoke under agenda item 12.", "RF105", True),
        ("It noted that decision 3/14 of the Executive Board would follow.", "RF107", False),
        ("It noted that decision 3/14 would follow.", "RF107", True),
        ("The Advisory Committee kept five seats for the African States.", "FA115", False),
        ("It kept five seats for the African States.", "FA115", True),
    ],
)
def test_of_a_session_report(tmp_path: Path, said: str, code: str, found: bool) -> None:
    record, words = ((CLEAN / name).read_text("utf-8") for name in ("record.yaml", "en.yaml"))
    assert code not in told(tmp_path, record, words)
    before = "      - table:\n"
    planted = words.replace(before, f"      - unnumbered: {json.dumps(said)}\n{before}", 1)
    assert (code in told(tmp_path, record, planted)) is found
