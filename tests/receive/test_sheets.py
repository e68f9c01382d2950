"""Sheets come in by their heads and the names people write; what is not known is told at its cell, nothing guessed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from publisher.model.inline import plain
from publisher.model.reference import load_reference
from publisher.model.workspace import shipped, workspace_for
from publisher.pipeline import examine
from publisher.pipeline.sheets import form
from publisher.receive.names import bare, states_by_name
from tests.house.conftest import Told, publisher

Publisher = Callable[..., Told]
TODAY = datetime.date(2027, 11, 20)
__all__ = ["publisher"]  # the command line as a person runs it


def workbook(path: Path, *rows: list[Any]) -> Path:
    """A workbook of these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_list_of_participants_is_a_folder_that_builds(publisher: Publisher, tmp_path: Path) -> None:
    workbook(
        tmp_path / "people.xlsx",
        ["List of participants 2027"],
        ["Pays", "Civilité", "Nom", "Fonction", "Hotel"],
        ["Côte d’Ivoire", "Mme", "Ada Berg", "Ministre de l’eau", "Palace"],
        ["cote d'ivoire", "M.", "Kofi *Star*", "Conseiller", ""],
        ["Saint-Siège", "M.", "Luca Rossi", "Nonce", ""],
        ["UNEP", "Mme", "Mia Lund", "Directrice", ""],
    )
    told = publisher("import", "people.xlsx", "--symbol", "HSP/HA.3/INF.1", "--language", "fr", "--today", str(TODAY))
    assert told.exit_code == 0, told.err
    assert "Hotel" in told.out  # what was not taken over is told
    folder = tmp_path / "data" / "HSP-HA.3-INF.1"
    examined = examine(workspace_for(folder, TODAY), "fr")
    assert examined.resolved is not None and examined.written is not None
    attendance = examined.written.record.attendance
    assert (attendance.members, attendance.observer_states) == (["CIV"], ["VAT"])
    assert attendance.un_bodies == ["united-nations-environment-programme"]
    said = [plain(block.text) for block in examined.resolved.divisions[0].blocks if hasattr(block, "text")]
    assert "Mme Ada Berg, Ministre de l’eau" in said and "M. Kofi *Star*, Conseiller" in said


def test_attendance_and_votes_go_into_a_record_and_nothing_else_changes(publisher: Publisher, tmp_path: Path) -> None:
    publisher("new", "HSP/HA.3/L.2", "--kind", "note", "--today", str(TODAY))
    record = tmp_path / "data" / "HSP-HA.3-L.2" / "record.yaml"
    before = record.read_text(encoding="utf-8")
    (tmp_path / "there.csv").write_text("Государство;Статус\nКения;член\nPalestin;observer\n", encoding="utf-8")
    (tmp_path / "vote.csv").write_text("国家,表决\n肯尼亚,赞成\nFrance,no\nBRA,abstain\nJapan,\n", encoding="utf-8")
    told = publisher("import", "there.csv", "--into", str(record.parent), "--today", str(TODAY))
    assert told.exit_code == 1 and "did you mean PSE?" in told.out  # suggested, not decided
    (tmp_path / "there.csv").write_text("Государство;Статус\nКения;член\nPSE;observer\n", encoding="utf-8")
    assert publisher("import", "there.csv", "--into", str(record.parent)).exit_code == 0
    assert publisher("import", "vote.csv", "--into", str(record.parent), "--vote", "plan").exit_code == 0
    after = record.read_text(encoding="utf-8")
    assert after.startswith(before.rstrip()) and "members: [KEN]" in after and "observer-states: [PSE]" in after
    for line in ("  plan:", "    in-favour: [KEN]", "    against: [FRA]", "    abstaining: [BRA]"):
        assert line in after.splitlines()
    again = publisher("import", "there.csv", "--into", str(record.parent))
    assert again.exit_code == 0 and record.read_text(encoding="utf-8") == after  # it says the same


@pytest.mark.parametrize(
    ("rows", "said", "place"),
    [
        ([["State", "Vote"], ["Kenia", "yes"]], "did you mean KEN?", "v.xlsx!A2"),
        ([["State", "Vote"], ["Greenpeace", "yes"]], "write its official or usual name", "v.xlsx!A2"),  # not Greece
        ([["State", "Vote"], ["Kenya", "perhaps"]], "“perhaps” is no vote", "v.xlsx!B2"),
        ([["State", "Vote"], ["Kenya", "yes"], ["KEN", "no"]], "votes a second time", "v.xlsx!A3"),
        ([["Land", "Stimme"], ["Kenya", "yes"]], "no row of the sheet has heads that are known", "v.xlsx"),
    ],
)
def test_what_is_not_known_is_told_at_its_cell(
    publisher: Publisher, tmp_path: Path, rows: list[list[Any]], said: str, place: str
) -> None:
    publisher("new", "HSP/HA.3/L.2", "--kind", "note", "--today", str(TODAY))
    workbook(tmp_path / "v.xlsx", *rows)
    record = tmp_path / "data" / "HSP-HA.3-L.2" / "record.yaml"
    before = record.read_bytes()
    told = publisher("import", "v.xlsx", "--into", str(record.parent), "--vote", "plan")
    assert told.exit_code == 1 and said in told.out and place in told.out
    assert record.read_bytes() == before


def test_every_official_name_in_six_languages_is_known_and_none_stands_for_two_states() -> None:
    reference = load_reference(shipped("reference"))
    known = states_by_name(reference)
    for state in reference.states.values():
        for name in (*state.names.values(), *state.formal.values(), state.iso3):
            if name:
                assert known[bare(name)] == state.iso3, name


def test_the_form_a_secretariat_fills_in_has_heads_that_are_known(tmp_path: Path) -> None:
    data = form(["Kenya", "France"])
    assert data == form(["Kenya", "France"])
    (tmp_path / "form.xlsx").write_bytes(data)
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    assert book.sheetnames == ["Participants", "Vote"] and book["Vote"]["A2"].value == "Kenya"


def test_the_form_filled_in_with_what_it_offers_goes_into_the_record(publisher: Publisher, tmp_path: Path) -> None:
    """As a person does it: a new document, the form beside it filled in from its own choices, both sheets taken."""
    told = publisher("new", "HSP/HA.3/L.3", "--kind", "note", "--sheet", "-l", "en", "--today", str(TODAY))
    folder = Path("data/HSP-HA.3-L.3")
    assert told.exit_code == 0 and f"publisher import {folder / 'form.xlsx'} --into {folder} --sheet Vote" in told.out
    path = tmp_path / folder / "form.xlsx"
    book = openpyxl.load_workbook(path)
    offered = {
        (page.title, str(one.sqref).rstrip("0123456789:")[0]): one.formula1
        for page in book
        for one in page.data_validations.dataValidation
    }
    people, votes = book["Participants"], book["Vote"]
    states = votes[offered["Participants", "A"].partition("!")[2].replace("$", "")]
    people.append(
        [states[0][0].value, "", "Ms.", "Ada Berg", "Minister", offered["Participants", "F"].strip('"').split(",")[0]]
    )
    for row, answer in enumerate(offered["Vote", "B"].strip('"').split(","), 2):
        votes.cell(row, 2).value = answer
    book.save(path)
    into = ("import", str(folder / "form.xlsx"), "--into", str(folder))
    for sheet in (("--sheet", "Participants"), ("--sheet", "Vote", "--vote", "plan")):
        told = publisher(*into, *sheet)
        assert told.exit_code == 0, told.err + told.out
    record = (tmp_path / folder / "record.yaml").read_text(encoding="utf-8")
    for line in ("members: [AFG]", "in-favour: [AFG]", "against: [ALB]", "abstaining: [DZA]"):
        assert line in record, record


def test_a_report_and_a_sheet_in_one_folder_become_one_record(publisher: Publisher, tmp_path: Path) -> None:
    """As a person does it: last year's Word file and who came, dropped into a folder; what else lies there stays."""
    publisher("new", "HSP/HA.3/L.4", "--kind", "note", "--languages", "en", "--today", str(TODAY))
    publisher("build", "data/HSP-HA.3-L.4", "--format", "docx", "--output", "in", "--today", str(TODAY))
    (tmp_path / "in/attendance.csv").write_text("State,Name\nKenya,Ada Berg\nFrance,Luc Roi\n", encoding="utf-8")
    there = {file.name for file in (tmp_path / "in").iterdir()}
    told = publisher("import", "in", "--output", "made", "--today", str(TODAY))
    record = tmp_path / "made/HSP-HA.3-L.4/record.yaml"
    assert told.exit_code == 0 and "members: [KEN, FRA]" in record.read_text(encoding="utf-8"), told.err
    assert "summary.json" in told.err and "the persons of the sheet are not" in told.out
    assert {file.name for file in (tmp_path / "in").iterdir()} == there
    assert publisher("import", "in/attendance.csv", "--into", "made/HSP-HA.3-L.4").exit_code == 0  # says the same
    (tmp_path / "other.csv").write_text("State,Status\nKenya,member\nPeru,member\n", encoding="utf-8")
    told = publisher("import", "other.csv", "--into", "made/HSP-HA.3-L.4")
    assert told.exit_code == 1
    assert "members only in the record: FRA; members only in the sheet: PER" in " ".join(told.out.split())


def test_a_sheet_beside_two_reports_asks_whose_it_is(publisher: Publisher, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "there.csv").write_text("State,Status\nKenya,member\n", encoding="utf-8")
    told = publisher("import", "a.docx", "b.docx", "there.csv")
    assert told.exit_code == 2 and "--into FOLDER" in told.err and not (tmp_path / "data").exists()


FORMS: list[tuple[str, list[list[Any]], str]] = [
    ("usual and older names", [["State", "Vote"], ["Turkey", "yes"], ["Cote d'Ivoire", "yes"], ["UK", "no"], ["DPRK", "no"],
     ["Bolivia", "abstain"], ["France (la)", "abstain"]], "TUR CIV | GBR PRK | BOL FRA"),
    ("titles above, a total at the foot", [["Votes of the session"], ["Held in Nairobi"], ["No.", "Country", "Vote"],
     [1, "Kenya", "yes"], [2, "Chile", "no"], ["Total", 2]], "KEN | CHL | "),
    ("heads in two languages, over two lines", [["State / État", "Vote\nVoto"], ["Kenya", "oui"], ["Chili", "non"]], "KEN | CHL | "),
    ("a column for each side", [["Country", "In favour", "Against", "Abstaining"], ["Kenya", "x"], ["Chile", None, "x"],
     ["Ghana", None, None, "x"], ["Japan"]], "KEN | CHL | GHA"),
    ("States listed under each side", [["Pour", "Contre", "Abstentions"], ["Kenya", "Chili", "Ghana"], ["Japon"]], "KEN JPN | CHL | GHA"),
    ("Spanish", [["País", "Voto"], ["EE.UU.", "a favor"], ["Turquía", "en contra"], ["España", "se abstuvo"]], "USA | TUR | ESP"),
    ("Arabic", [["الدولة", "التصويت"], ["كينيا", "نعم"], ["تركيا", "لا"], ["هولندا", "امتناع"]], "KEN | TUR | NLD"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "wanted"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS])
def test_sheets_in_the_forms_that_people_give_them(
    publisher: Publisher, tmp_path: Path, rows: list[list[Any]], wanted: str
) -> None:
    publisher("new", "HSP/HA.3/L.2", "--kind", "note", "--today", str(TODAY))
    folder = tmp_path / "data" / "HSP-HA.3-L.2"
    told = publisher("import", str(workbook(tmp_path / "v.xlsx", *rows)), "--into", str(folder), "--vote", "plan")
    assert told.exit_code == 0, told.out + told.err
    vote = yaml.safe_load((folder / "record.yaml").read_text(encoding="utf-8"))["votes"]["plan"]
    sides = [" ".join(vote[side]) for side in ("in-favour", "against", "abstaining")]
    assert " | ".join(sides) == wanted


@pytest.mark.parametrize(
    ("rows", "said", "place"),
    [
        ([["Country", "In favour", "Against"], ["Kenya", "x", "x"]], "it votes on two sides", "v.xlsx!A2"),
        ([["State", "Vote"], ["Korea", "yes"]], "did you mean PRK or KOR?", "v.xlsx!A2"),
        ([["State", "Vote"], ["CHI", "yes"]], "did you mean CHL or CHN or CYP?", "v.xlsx!A2"),
        ([["State", "Vote"], ["UNEP", "yes"]], "only States vote", "v.xlsx!A2"),
        ([["State", "Present"], ["Kenya", "soon"]], "does not say whether it was present", "v.xlsx!B2"),
    ],
)
def test_what_may_be_two_things_is_told_at_its_cell(
    publisher: Publisher, tmp_path: Path, rows: list[list[Any]], said: str, place: str
) -> None:
    publisher("new", "HSP/HA.3/L.2", "--kind", "note", "--today", str(TODAY))
    folder = str(tmp_path / "data" / "HSP-HA.3-L.2")
    told = publisher("import", str(workbook(tmp_path / "v.xlsx", *rows)), "--into", folder, "--vote", "plan")
    assert told.exit_code == 1 and said in told.out and place in told.out


def test_persons_under_a_state_are_of_that_state_and_names_in_two_columns_are_one(
    publisher: Publisher, tmp_path: Path
) -> None:
    workbook(
        tmp_path / "people.xlsx",
        ["Country", "Title", "Last name", "First name", "Position"],
        ["Kenya", "Ms.", "Berg", "Ada", "Minister, Water and Land"],
        [None, "Mr.", "Can", "Ali", "Adviser"],
        ["Holy See", "Mr.", "Rossi", "Luca", None],
        ["Total: 3"],
    )
    told = publisher("import", "people.xlsx", "--symbol", "HSP/HA.3/INF.1", "--language", "en", "--today", str(TODAY))
    assert told.exit_code == 0 and "taken to be of the one above it" in told.out, told.out
    words = yaml.safe_load((tmp_path / "data" / "HSP-HA.3-INF.1" / "en.yaml").read_text(encoding="utf-8"))
    members, observers = words["body"]
    kenya = [line["unnumbered"] for line in members["body"][0]["body"]]
    assert kenya == ["Ms. Ada Berg, Minister, Water and Land", "Mr. Ali Can, Adviser"]
    assert [line["unnumbered"] for line in observers["body"][0]["body"]] == ["Mr. Luca Rossi"]


def test_a_person_without_a_state_and_one_of_a_body_nobody_knows_stop_the_import(
    publisher: Publisher, tmp_path: Path
) -> None:
    workbook(tmp_path / "people.xlsx", ["State", "Name"], [None, "Ada Berg"], ["Some new NGO", "Bo Chan"])
    told = publisher("import", "people.xlsx", "--symbol", "HSP/HA.3/INF.1", "--today", str(TODAY))
    assert told.exit_code == 1 and "people.xlsx!B2" in told.out and "people.xlsx!A3" in told.out
    assert "IM020" not in told.out  # an effect of these
