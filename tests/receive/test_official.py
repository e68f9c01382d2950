"""Records of meetings and supplements come back as what they are; where page one says anything else, as notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.diagnostic import Severity
from tests.house.conftest import Told
from tests.receive.conftest import Bring, lost
from tests.receive.packages import geneva, p, tbl, tc, tr
from tests.receive.round_trip import Trip, trip, word_of
from tests.receive.test_planted_losses import Plant, failed, patched, result

Publisher = Callable[..., Told]
KINDS = ("summary-record", "verbatim-record", "supplement", "sponsors")
PRINTED = ("kind", "session", "meetings", "place", "bureaux", "persons", "facts", "adoptions")


@pytest.fixture
def tripped(publisher: Publisher, tmp_path: Path) -> Callable[..., Trip]:
    """A new document of a kind there and back, its YAML files changed before by words and what replaces them."""

    def made(kind: str, language: str, **changes: tuple[str, str]) -> Trip:
        told = publisher("new", "HSP/HA.3/7", "--kind", kind, "-l", language, "--today", "2027-11-20")
        assert told.exit_code == 0, told.err
        folder = tmp_path / "data" / "HSP-HA.3-7"
        for name, (old, new) in changes.items():
            path = folder / f"{name}.yaml"
            assert old in path.read_text("utf-8")
            path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
        return trip(folder, language)

    return made


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_page_one_prints_comes_back_as_facts(tripped: Callable[..., Trip], kind: str, language: str) -> None:
    made = tripped(kind, language)
    assert (made.errors, made.differences) == ((), [])
    assert {key: made.facts_again.get(key) for key in PRINTED} == {key: made.facts.get(key) for key in PRINTED}


def test_hours_number_and_chair_are_read_as_they_stand(tripped: Callable[..., Trip]) -> None:
    meeting = '{number: 41, date: 2027-10-05, kind: committee, convened: "15:30", opened: "15:40", closed: "12:00"}'
    was = '{number: 1, date: 2027-11-20, kind: committee, convened: "10:00", opened: "10:05", closed: "12:55"}'
    made = tripped("summary-record", "en", record=(was, meeting))
    assert made.differences == [] and made.facts_again["meetings"] == made.facts["meetings"]


SEATS = """officers: [{office: president, state: KEN, person: presiding}]
  members:
    officers: [{office: member, state: FRA, person: fra}, {office: member, state: DZA, person: dza}]"""


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_who_presides_and_who_sits_come_back_with_their_states(tripped: Callable[..., Trip], language: str) -> None:
    record = ("officers: [{office: president, person: presiding}]", SEATS)
    members = 'persons:\n  fra: "Ms. Petit"\n  dza: "Mr. Ait"'
    made = tripped("verbatim-record", language, record=record, **{language: ("persons:", members)})
    assert (made.errors, made.differences) == ((), [])
    again = made.facts_again["bureaux"]
    assert again["presiding"]["officers"] == [{"office": "president", "state": "KEN", "person": "presiding"}]
    assert {one["state"]: one["person"] for one in again["members"]["officers"]} == {"DZA": "dza", "FRA": "fra"}


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("summary-record", {"en": ("persons:", "subtitle: [Held in the open]\npersons:")}),
        ("verbatim-record", {"en": ("persons:", "title: [The first meeting]\npersons:")}),
        ("supplement", {"record": ("supplement: 1", "year: 1")}),
    ],
)
def test_a_page_that_says_something_else_stays_a_note_and_whole(
    tripped: Callable[..., Trip], kind: str, change: dict[str, tuple[str, str]]
) -> None:
    made = tripped(kind, "en", **change)
    assert made.facts_again["kind"] == "note" and made.errors == ()
    if kind != "supplement":  # whose chapters a note has not
        assert made.differences == (
            ["+paragraph: Page"] if kind == "summary-record" else []
        )  # whose contents have none


OF_MANY_ORGANS = (
    ("A/80/434–S/2025/632", "letter", "en"),
    ("A/80/434–S/2025/632", "letter", "ar"),
    ("S/RES/2801(2025)", "resolution", "fr"),
    ("E/2027/L.5", "draft-resolution", "es"),
    ("A/HRC/60/L.3", "draft-resolution", "zh"),
    ("A/C.1/80/L.5/Add.1", "sponsors", "ru"),
    ("S/PV.9876", "verbatim-record", "zh"),
    ("A/C.3/80/SR.4", "summary-record", "ru"),
    ("HSP/HA.3/16 (Annex II)", "annex", "en"),
)


@pytest.mark.parametrize(("symbol", "kind", "language"), OF_MANY_ORGANS)
def test_symbol_profile_and_session_of_other_organs_come_back(
    publisher: Publisher, tmp_path: Path, symbol: str, kind: str, language: str
) -> None:
    said = ("--kind", kind, "-l", language, "--session", "80", "--today", "2027-11-20")
    told = publisher("new", symbol, *said)
    assert told.exit_code == 0, told.err
    made = trip(next((tmp_path / "data").iterdir()), language)
    assert (made.errors, made.differences) == ((), [])
    for key in ("symbol", "kind", "profile", "organ", "session", "also", "meetings"):
        assert made.facts_again.get(key) == made.facts.get(key), key


COLUMNS = '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="{}"/></w:sectPr>'


def test_text_in_columns_stays_in_columns_and_the_count_goes_on(bring: Bring) -> None:
    body = (
        p("1.\tWide", "SingleTxt", COLUMNS.format(1)) + p("2.\tLeft", "SingleTxt")
        + p("3.\tRight", "SingleTxt", COLUMNS.format(2)) + p("4.\tWide again", "SingleTxt")
    )  # fmt: skip
    brought = bring(geneva(body))
    assert lost(brought) == [] and not [
        one for one in brought.received.findings if one.severity is Severity.ERROR or "in-columns" in one.message
    ]
    assert brought.words["body"] == ["Wide", {"in-columns": 2, "body": ["Left", "Right"]}, "Wide again"]


def test_no_columns_are_made_within_a_box(bring: Bring) -> None:
    box = tbl(tr(tc(p("Key figures", "H23G") + p("Wells: 17"))), columns=1)
    brought = bring(geneva(p("1.\tWide", "SingleTxt", COLUMNS.format(1)) + box + p("", "", COLUMNS.format(2))))
    assert lost(brought) == [] and "in-columns" not in str(brought.words["body"])


@pytest.mark.parametrize("columns", [2, 5])
def test_what_cannot_stand_in_columns_is_told(bring: Bring, columns: int) -> None:
    table = tbl(tr(tc("Village"), tc("Wells")), tr(tc("Sabou"), tc("17"))) if columns == 2 else ""
    body = p("1.\tWide", "SingleTxt", COLUMNS.format(1)) + table + p("2.\tNext", "SingleTxt", COLUMNS.format(columns))
    brought = bring(geneva(body + p("3.\tLast", "SingleTxt")))
    assert lost(brought) == []
    assert [one.message for one in brought.codes("IM015") if f"{columns} columns" in one.message]


@pytest.mark.parametrize(
    ("symbol", "kind", "plant"),
    [
        ("S/PV.9876", "verbatim-record", patched("publisher.receive.word.official:OfficialReader._hour", result(lambda told: told and "09:00"))),
        ("S/PV.9876", "verbatim-record", patched("publisher.receive.word.seats:_after", result(lambda told: told and told[:3]))),
        ("S/PV.9876", "verbatim-record", patched("publisher.receive.word.nesting:Division.take_in", lambda made: lambda self, block, inner: made(self, {**block, "body": block["body"][:1]}, inner))),
        ("A/80/12", "supplement", patched("publisher.receive.word.structure:StructureReader._title_lines", result(lambda told: (["Well"], told[1])))),
        ("A/80/434–S/2025/632", "letter", patched("publisher.receive.word.side_by_side:_lines", result(lambda told: told[:-1]))),
    ],
    ids=["hour", "person", "columns", "chapter", "organ"],
)  # fmt: skip
def test_what_a_fault_loses_of_page_one_is_missed(
    publisher: Publisher,
    tmp_path: Path,
    bring: Bring,
    monkeypatch: pytest.MonkeyPatch,
    symbol: str,
    kind: str,
    plant: Plant,
) -> None:
    publisher("new", symbol, "--kind", kind, "-l", "en", "--session", "80", "--today", "2027-11-20")
    data, _ = word_of(next((tmp_path / "data").iterdir()), "en")
    assert failed(bring(data).received) == set()
    plant(monkeypatch)
    assert "IM022" in failed(bring(data).received)
