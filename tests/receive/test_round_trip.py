"""Our own Word files of every kind come back: the same lines, numbers, notes and heads, and the facts they print."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.cli.starting import KINDS
from publisher.model.diagnostic import Severity
from publisher.render.docx.script import RIGHT_TO_LEFT_MARK
from tests.conftest import RECORD
from tests.docx import test_arabic_order
from tests.house.conftest import Told
from tests.receive.round_trip import Trip, trip

Publisher = Callable[..., Told]
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
DATA = Path(__file__).parents[2] / "data"
# In the two languages of each kind, so that every language has its turn.
TURNS = [(kind, LANGUAGES[(place + turn) % 6]) for place, kind in enumerate(KINDS) for turn in (0, 3)]
# Kinds that an import tells. An annex comes back as a note with all its words: nothing but its symbol tells it.
TOLD = tuple(kind for kind in KINDS if kind != "annex")
# What page one prints of every kind.
PRINTED = ("symbol", "profile", "organ", "distribution", "date", "original")


@pytest.mark.parametrize(("kind", "language"), TURNS)
def test_every_kind_comes_back_whole(publisher: Publisher, tmp_path: Path, kind: str, language: str) -> None:
    days = "2027-04-29,2027-05-08"
    told = publisher("new", "HSP/HA.3/7", "--kind", kind, "-l", language, "--days", days, "--today", "2027-11-20")
    assert told.exit_code == 0, told.err
    made = trip(tmp_path / "data" / "HSP-HA.3-7", language)
    assert (made.errors, made.differences) == ((), [])
    assert {key: made.facts_again[key] for key in PRINTED} == {key: made.facts[key] for key in PRINTED}
    assert made.facts_again["kind"] == (kind if kind in TOLD else "note")
    assert made.facts_again["session"]["number"] == 3
    if "meetings" in made.facts and "place" in made.facts and kind in TOLD:  # else no line names the place
        assert made.facts_again["place"] == made.facts["place"]
    if kind == "resolution":
        assert made.facts_again["adoptions"] == made.facts["adoptions"]
        assert made.facts_again["meetings"] == made.facts["meetings"]
    if kind == "draft-resolution":
        assert made.facts_again["adoptions"] == made.facts["adoptions"]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_demonstration_comes_back_whole(language: str) -> None:
    made = trip(DATA / "DEMO-CVW.3-15", language)
    assert (made.errors, made.differences) == ((), [])
    _same_facts(made)
    before, after = made.facts, made.facts_again
    assert after["credentials"] == {key: value for key, value in before["credentials"].items() if key != "meeting"}
    assert {key: set(listed) for key, listed in after["attendance"].items()} == {
        key: set(listed) for key, listed in before["attendance"].items() if listed
    }
    assert _elected(after) == _elected(before) and _officers(after) == _officers(before)
    if language != "ar":  # there the report names meetings as the organ's own, in another form
        assert [one["date"] for one in after["meetings"]] == [one["date"] for one in before["meetings"]]
        assert (after["meetings"][0]["opened"], after["meetings"][-1]["closed"]) == ("10:05", "17:35")


def test_marks_of_direction_come_back_as_no_words(small_document: Callable[..., Path]) -> None:
    folder = small_document(test_arabic_order.WORDS, RECORD.replace("original: en", "original: ar"), language="ar")
    made = trip(folder, "ar")
    assert (made.errors, made.differences) == ((), [])
    assert any(RIGHT_TO_LEFT_MARK in line for line in made.before)
    assert not set("\u061c\u200e\u200f") & set(made.received.files["ar.yaml"].decode())


def test_the_proceedings_come_back_whole() -> None:
    made = trip(DATA / "HSP-HA.2-16", "zh")
    assert (made.errors, made.differences) == ((), [])
    _same_facts(made)


def _same_facts(made: Trip) -> None:
    # what is wrong with the facts, apart from slips of the text, which stay
    assert not [one for one in made.findings if one.code.startswith("FA") and one.severity is Severity.ERROR]
    assert made.facts_again["kind"] == "session-report"
    assert set(made.facts_again["attendance"]["members"]) == set(made.facts["attendance"]["members"])
    assert len(made.facts_again["agenda"]) == len(made.facts["agenda"])
    assert [one["number"] for one in made.facts_again["adoptions"]] == [
        one["number"] for one in made.facts["adoptions"]
    ]
    assert _counted(made.facts_again) == _counted(made.facts)


def _elected(facts: dict) -> list[object]:  # type: ignore[type-arg]
    told = facts["elections"].values()
    return [(one["body"], one["term"], {key: set(listed) for key, listed in one["elected"].items()}) for one in told]


def _officers(facts: dict) -> list[list[tuple[str, str]]]:  # type: ignore[type-arg]
    return [[(one["office"], one["state"]) for one in bureau["officers"]] for bureau in facts["bureaux"].values()]


def _counted(facts: dict) -> list[tuple[int, ...]]:  # type: ignore[type-arg]
    sides = ("in-favour", "against", "abstaining")
    return sorted(
        tuple(len(vote[side]) if isinstance(vote[side], list) else vote[side] for side in sides)
        for vote in facts.get("votes", {}).values()
    )


def test_a_line_exchanged_on_the_way_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison itself: one word put in another's place between import and building."""
    from tests.receive import round_trip

    read = round_trip.bring_in

    def exchanged(*given: object) -> object:
        received = read(*given)  # type: ignore[arg-type]
        words = {name: data.replace("会议开幕".encode(), "会议闭幕".encode()) for name, data in received.files.items()}
        return round_trip.Received(received.folder, words, received.findings, received.accounts)

    monkeypatch.setattr(round_trip, "bring_in", exchanged)
    folder = tmp_path / "HSP-HA.2-16"
    shutil.copytree(DATA / "HSP-HA.2-16", folder)
    assert len(trip(folder, "zh").differences) >= 2
