"""The masthead, the foot of page one, running matter, contents and properties, for every kind of document."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from publisher.model.inline import Link, plain
from tests.resolve.conftest import Resolve
from tests.resolve.test_numbers import document

MEETINGS = [
    {"number": 1, "date": "2025-05-29", "half": "morning"},
    {"number": 2, "date": "2025-05-30", "half": "morning"},
]


@pytest.mark.parametrize(
    ("profile", "number", "dates", "reissued", "language", "printed", "bar"),
    [
        (
            "nairobi",
            "K2510492",
            {"zh": ["2025-06-14", "2025-06-20"]},
            False,
            "zh",
            "K2510492 [C]    140625 200625",
            "2510492",
        ),
        ("nairobi", "K2510492", {}, True, "en", "K2510492* [E]    060825", "2510492"),
        ("geneva", "GE.18-02016", {}, False, "zh", "GE.18-02016 (C)", "1802016"),
        ("geneva", "GE.18-02016", {}, True, "fr", "GE.18-02016* (F)", "1802016"),
        ("new-york", "18-02016", {}, False, "es", "18-02016 (S)    140625", "1802016"),
        (
            "new-york",
            "20-09399",
            {"ar": ["2020-07-14", "2020-07-17"]},
            False,
            "ar",
            "170720 140720    20-09399 (A)",
            "2009399",
        ),
        ("new-york", "11-37476", {"en": ["2011-06-16"]}, True, "en", "11-37476* (E)    160611", "1137476"),
    ],
)
def test_foot_of_page_one(
    resolving: Resolve,
    profile: str,
    number: str,
    dates: dict[str, Any],
    reissued: bool,
    language: str,
    printed: str,
    bar: str,
) -> None:
    """CONVENTIONS §1.4, M13, M14, M16."""
    facts: dict[str, Any] = {"profile": profile, "job": {"number": number, "dates": dates}}
    facts["reissues"] = [{"date": "2025-08-06"}] if reissued else []
    found = document(resolving({}, language, **facts))
    assert found.masthead.job is not None
    assert (found.masthead.job.printed, found.masthead.job.bar_code) == (printed, bar)
    assert found.masthead.job.address == f"https://undocs.org/{language}/HSP/HA.2/99"
    assert found.running.symbol == "HSP/HA.2/99"
    assert found.running.job == (number if profile == "new-york" else "")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["联合国人类住区规划署联合国人居大会", "第二届会议续会", "2025年5月29日和30日，内罗毕"]),
        ("fr", None),
        ("en", None),
    ],
)
def test_masthead_of_a_session(resolving: Resolve, language: str, lines: list[str] | None) -> None:
    """CONVENTIONS §1.1, §5.1: organ, session, place and dates; symbol cut after its first component."""
    session = {"number": 2, "part": "resumed"}
    found = document(resolving({}, language, session=session, meetings=MEETINGS, original=["en", "fr"]))
    head = found.masthead
    assert (head.symbol_organ, head.symbol_rest, head.asterisks) == ("HSP", "/HA.2/99", "")
    assert [line.role for line in head.lines] == ["organ", "session", "place"]
    assert lines is None or [plain(line.text) for line in head.lines] == lines
    assert head.date == ("14 juin 2025" if language == "fr" else "14 June 2025")


@pytest.mark.parametrize(
    ("language", "committee"), [("en", "Third Committee"), ("ar", "اللجنة الثالثة"), ("ru", "Третий комитет")]
)
def test_a_main_committee_stands_below_the_session_of_the_assembly(
    resolving: Resolve, language: str, committee: str
) -> None:
    """FORMS §1: “Eightieth session / Third Committee / Agenda item 71 (b)”, the Assembly large beside the emblem."""
    facts = {
        "organ": "third-committee",
        "profile": "new-york",
        "kind": "note",
        "agenda_item": [{"number": "71 (b)", "id": "now"}],
    }
    found = document(resolving({"agenda": {"now": "Rights"}}, language, session={"number": 80}, **facts))
    lines = [plain(line.text) for line in found.masthead.lines]
    assert [line.role for line in found.masthead.lines] == ["session", "session", "item", "item-title"]
    assert lines[1] == committee and lines[3] == "Rights"


def test_lines_as_issued_take_the_place_of_those_from_facts(resolving: Resolve) -> None:
    found = document(resolving({"session-line": ["Special line", "Elsewhere"]}, meetings=MEETINGS))
    assert [plain(line.text) for line in found.masthead.lines][1:] == ["Special line", "Elsewhere"]


def test_note_under_items_of_the_agenda(resolving: Resolve) -> None:
    """CONVENTIONS §1.1 row 3, §2.6, X14: with the adopted agenda no asterisk; the title of an item without its stop."""
    agenda = {key: f"{key} title." for key in ("opening", "budget", "now", "later", "closing")}
    found = document(resolving({"agenda": agenda}, kind="note", agenda_item=["later"]))
    assert [(line.role, plain(line.text)) for line in found.masthead.lines][-2:] == [
        ("item", "Agenda item 2 (b)"), ("item-title", "later title"),
    ]  # fmt: skip
    assert found.notes == ()


@pytest.mark.parametrize(
    ("relation", "symbol", "edition", "subtitle"),
    [
        ("corrigendum", "HSP/HA.2/16/Corr.1", "corrigendum 1", ["Corrigendum"]),
        ("addendum", "HSP/HA.2/16/Add.2", "addendum 2", ["Addendum"]),
        ("annex", "HSP/HA.2/16", "annex", []),
    ],
)
def test_documents_that_have_a_parent(
    resolving: Resolve, relation: str, symbol: str, edition: str, subtitle: list[str]
) -> None:
    """CONVENTIONS §4.2, §4.3."""
    found = document(resolving({}, symbol=symbol, parent={"symbol": "HSP/HA.2/16", "relation": relation}))
    assert [plain(line) for line in found.subtitle] == subtitle
    assert (found.properties.edition, found.properties.parent) == (edition, "HSP/HA.2/16")


def test_contents_list_what_is_printed(resolving: Resolve) -> None:
    """N13: headings of three degrees, annexes and decisions, with their numbers and without footnote marks."""
    deep = {
        "heading": "One[^n]",
        "body": [{"heading": "Two", "body": [{"heading": "Three", "body": [{"heading": "Four"}]}]}],
    }
    words = {
        "body": [deep, {"heading": "Plain [x](A/RES/80/1)", "numbered": False}],
        "annexes": [{"id": "a", "title": "Annexed", "body": [{"decision": "2/6"}]}],
        "decisions": {"2/6": {"title": "D", "operative": ["op"]}},
        "footnotes": {"n": "N."},
    }
    found = document(resolving(words, contents=True, adoptions=[{"number": "2/6"}]))
    assert [(entry.number, plain(entry.text), entry.depth) for entry in found.contents] == [
        ("I.", "One", 1), ("A.", "Two", 2), ("1.", "Three", 3), ("", "Plain x", 1),
        ("Annex", "Annexed", 1), ("", "Decision 2/6: D", 2),
    ]  # fmt: skip
    ids = {block.id for division in found.divisions for block in division.blocks}
    assert not any(isinstance(part, Link) for entry in found.contents for part in entry.text), "a line is one link"
    assert {entry.target for entry in found.contents} <= ids
    assert document(resolving(words, adoptions=[{"number": "2/6"}])).contents == ()


def test_properties(resolving: Resolve) -> None:
    """M01, M15."""
    found = document(resolving({"title": ["联合国", "会议记录"]}, "zh", reissues=[{"date": "2025-08-06"}]))
    said = found.properties
    assert (said.title, said.symbol, said.language) == ("联合国会议记录", "HSP/HA.2/99*", "zh-Hans")
    assert (said.edition, said.date) == ("reissue 2025-08-06", datetime.date(2025, 6, 14))
    assert document(resolving({"title": ["One", "two"]})).properties.title == "One two"
