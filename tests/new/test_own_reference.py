"""A body of one's own: in a `reference` folder above the documents, with findings at its lines and over the shipped data."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.batch.digests import own_files
from publisher.batch.job import Job
from publisher.model.inline import plain
from publisher.model.reading import lines
from publisher.model.workspace import own_reference_of, workspace_for
from publisher.pipeline import examine
from tests.house.conftest import Told

Publisher = Callable[..., Told]
TODAY = datetime.date(2027, 11, 20)
BOARD = ("organ", "new", "wells-board", "--name", "en=Wells Board", "--opening", "en=The Wells Board,",
         "--organization", "en=Union of Villages", "--symbol-prefix", "WMB/")  # fmt: skip


def test_a_body_of_ones_own_prints_its_names_and_words(publisher: Publisher, tmp_path: Path) -> None:
    assert publisher(*BOARD).exit_code == 0
    made = publisher("new", "WMB/3/L.2", "--kind", "decision", "--today", str(TODAY))
    assert made.exit_code == 0, made.err
    folder = tmp_path / "data" / "WMB-3-L.2"
    examined = examine(workspace_for(folder, TODAY), "en")
    assert examined.resolved is not None
    head = examined.resolved.masthead
    assert (head.organization, head.programme) == ("Union of Villages", "Wells Board")
    organ = [block for block in examined.resolved.divisions[0].blocks if getattr(block, "role", "") == "organ"]
    assert [plain(block.text) for block in organ] == ["The Wells Board,"]  # type: ignore[union-attr]


def test_what_is_wrong_in_it_is_found_at_its_line_whatever_document_is_checked(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher(*BOARD)
    publisher("new", "WMB/3/L.2", "--kind", "note", "--today", str(TODAY))
    file = tmp_path / "reference" / "organs.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "  headquaters: geneva\n", encoding="utf-8")
    folder = tmp_path / "data" / "WMB-3-L.2"
    [found] = [one for one in examine(workspace_for(folder, TODAY), "en").diagnostics if one.code == "RD011"]
    assert found.at is not None and str(found.at).startswith("../../reference/organs.yaml:")
    assert "headquarters" in found.hint


def test_the_nearest_one_holds_and_the_way_up_ends_where_everybody_may_write(tmp_path: Path) -> None:
    near, far = tmp_path / "a" / "b" / "reference", tmp_path / "reference"
    for place in (near, far):
        place.mkdir(parents=True)
        (place / "organs.yaml").write_text("", encoding="utf-8")
    document = tmp_path / "a" / "b" / "document"
    document.mkdir()
    assert own_reference_of(document) == (("organs.yaml", near / "organs.yaml"),)
    (tmp_path / "a").chmod(0o777)
    (near / "organs.yaml").unlink()
    assert own_reference_of(document) == ()


def test_a_changed_body_is_built_again(publisher: Publisher, tmp_path: Path) -> None:
    publisher(*BOARD)
    publisher("new", "WMB/3/L.2", "--kind", "note", "--today", str(TODAY))
    job = Job(tmp_path / "data" / "WMB-3-L.2", "en", ("html",), "draft", TODAY, tmp_path)
    before = own_files(job)
    file = tmp_path / "reference" / "organs.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Wells Board", "Well Board"), encoding="utf-8")
    assert own_files(job) != before


@pytest.mark.parametrize(
    "words",
    [
        ("organ", "new", "Wells"),
        ("organ", "new", "wells", "--symbol-prefix", "W/"),
        ("organ", "new", "wells", "--name", "Wells"),
        ("organ", "new", "general-assembly", "--name", "en=x", "--symbol-prefix", "X/"),
        ("organ", "shut"),
    ],
)
def test_a_request_that_makes_no_sense_writes_nothing(
    publisher: Publisher, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert publisher(*words).exit_code == 2
    assert not (tmp_path / "reference").exists()


PERSONS = """\
otieno: {gender: f, state: KEN, names: {en: Ms. Grace Otieno, fr: Mme Grace Otieno}}
rojas: {gender: m, names: {en: Mr. Pablo Rojas}}
nobody: {names: {en: Nobody At All}}
"""
TERMS = """\
en:
  terms: [{use: borehole, not: [bore hole], why: a glossary}]
  known: [wellkeper]
  abbreviations: [WMB]
fr:
  terms: [{use: forage, not: [trou de sonde]}]
"""
OFFICERS = "bureaux:\n  board: {meeting: 1, officers: [{office: chair, state: KEN, person: otieno}]}\n"
SAID = """\
  - heading: Officers
    body:
      - "The officers were:"
      - officers: board
      - "The wellkeper of the WMB and {{ person('rojas') }} saw a bore hole."
"""


def _with_persons_and_terms(publisher: Publisher, tmp_path: Path) -> Path:
    publisher("new", "HSP/HA.3/5", "--kind", "session-report", "--languages", "en,fr", "--days", "2027-05-04",
              "--today", str(TODAY))  # fmt: skip
    folder = tmp_path / "data" / "HSP-HA.3-5"
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "persons.yaml").write_text(PERSONS, encoding="utf-8")
    (tmp_path / "reference" / "terms.yaml").write_text(TERMS, encoding="utf-8")
    record, words = folder / "record.yaml", folder / "en.yaml"
    record.write_text(record.read_text(encoding="utf-8") + OFFICERS, encoding="utf-8")
    words.write_text(words.read_text(encoding="utf-8").replace("body:\n", f"body:\n{SAID}", 1), encoding="utf-8")
    return folder


def test_persons_and_terms_of_ones_own_hold_for_every_document(publisher: Publisher, tmp_path: Path) -> None:
    """Named persons are printed and no others known; a term is found where it is called otherwise, in its language."""
    folder = _with_persons_and_terms(publisher, tmp_path)
    examined = examine(workspace_for(folder, TODAY), "en")
    assert examined.resolved is not None and examined.written is not None
    said = " ".join(plain(line.said) for line in lines(examined.resolved))
    assert "Ms. Grace Otieno (Kenya)" in said and "Mr. Pablo Rojas saw" in said
    assert set(examined.written.record.persons) == {"otieno", "rojas"}
    found = {one.code: one for one in examined.diagnostics}
    assert found["LA108"].span == "bore hole" and "a glossary" in found["LA108"].hint
    assert not {"LA120", "LA141", "RD027", "RD028"} & set(found)
    french = examine(workspace_for(folder, TODAY), "fr")
    assert "LA108" not in {one.code for one in french.diagnostics}
    built = publisher("build", folder, "-l", "en", "-f", "html,docx", "--today", str(TODAY))
    assert "2 files written and proved" in built.err


def test_what_a_record_says_of_a_person_goes_before(publisher: Publisher, tmp_path: Path) -> None:
    folder = _with_persons_and_terms(publisher, tmp_path)
    record, words = folder / "record.yaml", folder / "en.yaml"
    record.write_text(record.read_text(encoding="utf-8") + "persons: {otieno: {gender: m}}\n", encoding="utf-8")
    words.write_text(words.read_text(encoding="utf-8") + "persons: {otieno: Mr. George Otieno}\n", encoding="utf-8")
    examined = examine(workspace_for(folder, TODAY), "en")
    assert examined.resolved is not None
    assert "Mr. George Otieno (Kenya)" in " ".join(plain(line.said) for line in lines(examined.resolved))


@pytest.mark.parametrize(
    ("file", "text", "code", "place"),
    [
        ("persons.yaml", "otieno: {names: {en: Grace}, gendre: f}\n", "RD011", "persons.yaml:1:30"),
        ("persons.yaml", "otieno: {gender: f}\n", "RD012", "persons.yaml:1"),
        ("terms.yaml", "en:\n  terms: [{use: borehole}]\n", "RD012", "terms.yaml:2"),
        ("terms.yaml", "en:\n  terms: [{use: borehole, not: bore hole}]\n", "RD013", "terms.yaml:2"),
        ("terms.yaml", "- borehole\n", "RD011", "terms.yaml:1"),
    ],
)
def test_slips_in_persons_and_terms_are_found_at_their_line(
    publisher: Publisher, tmp_path: Path, file: str, text: str, code: str, place: str
) -> None:
    folder = _with_persons_and_terms(publisher, tmp_path)
    (tmp_path / "reference" / file).write_text(text, encoding="utf-8")
    found = [str(one.at) for one in examine(workspace_for(folder, TODAY), "en").diagnostics if one.code == code]
    assert any(f"../../reference/{place}" in at for at in found), found
