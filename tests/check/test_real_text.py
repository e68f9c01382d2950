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
        (("It commends UN\u2011Women, the UN Chronicle and the Guide to Model UN.",), "LA119", False),
        (("It commends the UN Secretariat.",), "LA119", True),
        (("It is for the benefit of all mankind.",), "LA121", False),
        (("It is a step for mankind.",), "LA121", True),
        (("See www.example.org/cases/ C31_Adv_Op_21.05.2024_orig.pdf.",), "LA114", False),
        (("It was decided on 21.05.2024 in Hamburg.",), "LA114", True),
        (("They were removed from the 2374 Sanctions List.",), "LA113", False),
        (("There were 2374 wells.",), "LA113", True),
        (("The reports are CERD/C/SVK/11-12, CCPR/C/SR.665-666, A/51/950/Add.1-7 and S/Agenda/1939.",), "RF108", False),
        (
            ("They are UNEP/OzL.Pro.WG.1/39/5, BWC/CONF.VIII/4, S/AC.37/2003/(1455)/1 and UNEP/MED IG.24/22.",),
            "RF108",
            False,
        ),
        (("The reports are CERD/C/SVK/11-12/add.1.",), "RF108", True),
        (("It reads: “The Chair wrote: ‘The report says “the wells” and more’.”",), "LA106", False),
        (("It reads: “The Chair wrote: “the wells” and more.",), "LA106", True),
        (
            (
                "The wells and springs of the region were visited by the members of the Committee, and",
                "The wells and springs of the region were visited by the members of the Committee.",
            ),
            "LA135",
            False,
        ),
        (
            (
                "The wells and springs of the region were visited by the members of the Committee in the",
                "The wells and springs of the region were visited by the members of the Committee.",
            ),
            "LA135",
            True,
        ),
        (("It speaks of their transfer, their transfer, their transport and their storage.",), "LA140", False),
        (("It speaks of their secure transfer, their secure transfer and storage.",), "LA140", True),
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


@pytest.mark.parametrize(
    ("language", "said", "found"),
    [
        ("en", "*Alarmed by* the drought, calls upon all States to dig wells;", False),
        ("en", "*Alarmed by* the drought in all States;", True),
        ("en", "Pending rain, *urges* all States to dig wells;", False),
        ("en", "Pending rain, *the wells* of all States are deep;", True),
        ("ru", "в период засухи *настоятельно призывает* государства рыть колодцы;", False),
        ("fr", "*Alarmée* par la sécheresse, exhorte les États à creuser des puits\u00a0;", False),
        ("es", "*Alarmada* por la sequía, exhorta a los Estados a excavar pozos;", False),
        ("es", "*Alarmada* por la sequía de los Estados;", True),
        ("ru", "*будучи встревожена* засухой, призывает государства рыть колодцы;", False),
    ],
)
def test_an_action_may_follow_on_its_ground(tmp_path: Path, language: str, said: str, found: bool) -> None:
    record = COUNCIL.replace("IN,", "15,").replace("AGAINST", "0").replace("ADOPTED", "true")
    words = f"decisions: {{2999 (2026): {{title: Wells, operative: [{json.dumps(said)}, {json.dumps(said)}]}}}}\n"
    assert ("NU118" in told(tmp_path, record, words, language)) is found


@pytest.mark.parametrize(
    ("block", "code", "found"),
    [
        ("{heading: 'Mandated events (Agenda item 5)', numbered: false, body: []}", "NU107", False),
        ("{heading: 'Adoption of the Agenda', numbered: false, body: []}", "NU107", True),
        ("{paragraph: '*OF THE RECORDS* (A/41/40) it is said.'}", "LA136", False),
        ("{paragraph: '*OF THE RECORDS* it is said.'}", "LA136", True),
    ],
)
def test_of_a_block(tmp_path: Path, block: str, code: str, found: bool) -> None:
    long = "Report of the Committee on the wells and springs of the region of the lakes and the hills"
    words = f"title: [Wells]\nbody:\n  - {block.replace('OF THE RECORDS', long)}\n"
    assert (code in told(tmp_path, NOTE, words)) is found


@pytest.mark.parametrize(("marks", "found"), [(",,;", False), (";,;", True), (",;;", True)])
def test_items_within_an_item_may_all_end_with_commas(tmp_path: Path, marks: str, found: bool) -> None:
    quoted = json.dumps([f"the wells of {place}00{mark}" for place, mark in enumerate(marks, 1)])
    words = (
        "title: [Wells]\nbody:\n  - paragraph: 'It considers:'\n    items:\n      - the report;\n"
        f"      - {{item: 'the following:', items: {quoted}}}\n      - the end.\n"
    )
    assert ("NU104" in told(tmp_path, NOTE, words)) is found


def test_a_wrong_number_is_told_once(tmp_path: Path) -> None:
    def numbered(*numbers: int) -> str:
        lines = "".join(f'  - {{paragraph: The wells of {n}00., number: "{n}"}}\n' for n in numbers)
        return "title: [Wells]\nbody:\n" + lines

    for folder, numbers, faults in (
        ("a", (1, 2, 2, 4, 5), 1),
        ("b", (1, 2, 4, 5), 1),
        ("c", (1, 3, 3, 3), 2),
        ("d", (1, 2), 0),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "record.yaml").write_text(NOTE, "utf-8")
        (tmp_path / folder / "en.yaml").write_text(numbered(*numbers), "utf-8")
        examined = pipeline.examine(workspace_for(tmp_path / folder, datetime.date(2026, 4, 1)), "en")
        assert sum(found.code == "NU102" for found in examined.diagnostics) == faults
