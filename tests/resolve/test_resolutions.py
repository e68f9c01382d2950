"""Resolutions by themselves: page one, numbers, parts and the lines under them, as each organ prints them (FORMS §1)."""

from __future__ import annotations

from typing import Any

import pytest

from publisher.model.inline import plain
from publisher.model.resolved import Heading, Paragraph
from tests.resolve.conftest import Resolve

ASSEMBLY: dict[str, Any] = {
    "symbol": "A/RES/80/10",
    "kind": "resolution",
    "profile": "new-york",
    "organ": "general-assembly",
    "session": {"number": 80},
    "place": None,
    "agenda": [],
    "agenda_item": [{"number": "69 (b)", "id": "rights"}],
    "meetings": [{"number": 51, "date": "2025-11-26"}],
    "adoptions": [
        {
            "number": "80/10",
            "kind": "resolution",
            "meeting": 51,
            "proponent": {"by": "third-committee", "symbol": "A/80/545", "paragraph": "23"},
        }
    ],
}
TEXT = {"title": "Days", "preamble": ["*Recalling* one,"], "operative": ["*Decides* one;", "*Requests* two."]}
WORDS: dict[str, Any] = {"title": [], "agenda": {"rights": "Rights."}, "decisions": {"80/10": TEXT}}


@pytest.mark.parametrize(
    ("kind", "profile", "original"),
    [("resolution", "new-york", False), ("draft-resolution", "new-york", True), ("resolution", "geneva", True)],
)
def test_new_york_prints_no_language_on_a_resolution(
    resolving: Resolve, kind: str, profile: str, original: bool
) -> None:
    document = resolving(WORDS, "en", **{**ASSEMBLY, "kind": kind, "profile": profile, "original": "fr"}).document
    assert document is not None
    masthead = document.masthead
    assert (bool(masthead.language), bool(masthead.original)) == (original, original)


@pytest.mark.parametrize(
    ("language", "item", "title", "source", "tail"),
    [
        ("en", "Agenda item 69 (b)", "Resolution adopted by the General Assembly on 26 November 2025",
         "[on the report of the Third Committee (A/80/545, para. 23)]", ["51st plenary meeting", "26 November 2025"]),
        ("fr", "Point 69 b) de l’ordre du jour", "Résolution adoptée par l’Assemblée générale le 26 novembre 2025",
         "[sur la base du rapport de la Troisième Commission (A/80/545, par. 23)]",
         ["51e séance plénière", "26 novembre 2025"]),
        ("ru", "Пункт 69 b) повестки дня", "Резолюция, принятая Генеральной Ассамблеей 26 ноября 2025 года",
         "[по докладу Третьего комитета (A/80/545, пункт 23)]", ["51-е пленарное заседание", "26 ноября 2025 года"]),
        ("ar", "البند 69 (ب) من جدول الأعمال", "قرار اتخذته الجمعية العامة في 26 تشرين الثاني/نوفمبر 2025",
         "[بناء على تقرير اللجنة الثالثة (A/80/545، الفقرة 23)]", ["الجلسة العامة 51", "26 تشرين الثاني/نوفمبر 2025"]),
    ],
)  # fmt: skip
def test_page_one_and_the_lines_under_the_text(
    resolving: Resolve, language: str, item: str, title: str, source: str, tail: list[str]
) -> None:
    document = resolving(WORDS, language, **ASSEMBLY).document
    assert document is not None
    assert [plain(line.text) for line in document.masthead.lines if line.role == "item"] == [item]
    assert [plain(line).replace("\u00a0", " ") for line in document.title] == [title]
    assert [plain(line) for line in document.subtitle] == [source] and document.light_subtitles == (1,)
    blocks = document.divisions[0].blocks
    heading = blocks[0]
    assert isinstance(heading, Heading) and heading.number is not None
    assert (heading.number.printed, plain(heading.text)) == ("80/10.", "Days")
    under = [b for b in blocks if isinstance(b, Paragraph) and b.role == "tail"]
    assert [plain(b.text).replace("\u00a0", " ") for b in under] == tail


def test_a_recorded_vote_names_who_voted_how(resolving: Resolve) -> None:
    vote = {"on": "58/1", "method": "recorded", "in-favour": ["FRA", "ALB"], "against": ["CHN"], "abstaining": []}
    adoption = {"number": "58/1", "kind": "resolution", "meeting": 56, "manner": "vote", "vote": "text"}
    facts = {**ASSEMBLY, "organ": "human-rights-council", "votes": {"text": vote}, "adoptions": [adoption],
             "meetings": [{"number": 56, "date": "2025-04-03", "kind": "committee"}],
             "session": {"number": 58, "days": ["2025-02-24", "2025-04-04"]}}  # fmt: skip
    document = resolving({**WORDS, "decisions": {"58/1": TEXT}}, **facts).document
    assert document is not None
    assert [plain(line.text) for line in document.masthead.lines][:3] == [
        "Human Rights Council", "Fifty-eighth session", "24 February – 4 April 2025",
    ]  # fmt: skip
    last = [block for block in document.divisions[0].blocks if isinstance(block, Paragraph)][-5:]
    assert [plain((*block.label, *block.text)) for block in last] == [
        "56th meeting", "3 April 2025",
        "[Adopted by a recorded vote of 2 to 1, with no abstentions. The voting was as follows:",
        "In favour:Albania, France", "Against:China]",
    ]  # fmt: skip


def test_the_security_council_says_the_number_on_page_one(resolving: Resolve) -> None:
    adoption = {"number": "2812 (2026)", "kind": "resolution", "meeting": 10089}
    facts = {**ASSEMBLY, "organ": "security-council", "adoptions": [adoption], "session": None, "agenda_item": [],
             "meetings": [{"number": 10089, "date": "2026-01-14"}]}  # fmt: skip
    resolution = resolving({"title": [], "decisions": {"2812 (2026)": TEXT}}, **facts)
    assert resolution.document is not None and resolution.diagnostics == ()
    assert [plain(line) for line in resolution.document.title] == [
        "Resolution 2812 (2026)", "Adopted by the Security Council at its 10089th meeting, on 14 January 2026",
    ]  # fmt: skip
    first = resolution.document.divisions[0].blocks[0]
    assert isinstance(first, Paragraph) and (first.role, plain(first.text)) == ("organ", "The Security Council,")


def test_parts_and_sections_count_their_own_paragraphs(resolving: Resolve) -> None:
    section = {"heading": "Money", "body": ["*Approves* one;", "*Approves* two;"]}
    again = {"heading": "Time", "body": [{"paragraph": "*Approves* one;", "number": "1"}, "*Approves* two;"]}
    part = {"preamble": ["*Noting* it,"], "operative": ["*Decides* one;", "*Decides* two."]}
    text = {"title": "Wide", "operative": [section, again],
            "parts": [{"part": "First", **part}, {"part": "Second", **part}]}  # fmt: skip
    document = resolving({**WORDS, "decisions": {"80/10": text}}, **ASSEMBLY).document
    assert document is not None
    blocks = [b for b in document.divisions[0].blocks if isinstance(b, Heading | Paragraph) and b.number]
    assert [block.number.printed for block in blocks if block.number] == [
        "80/10.", "I.", "1.", "2.", "II.", "1.", "2.", "A", "1.", "2.", "B", "1.", "2.",
    ]  # fmt: skip
    assert len({block.id for block in blocks}) == len(blocks)


def test_without_words_or_facts_for_a_title_it_is_said(resolving: Resolve) -> None:
    assert "FA005" in {found.code for found in resolving({"title": []}).diagnostics}


@pytest.mark.parametrize(
    ("organ", "number", "last"), [("general-assembly", "80/10", False), ("paris-agreement-cma", "6/CMA.3", True)]
)
def test_meeting_and_date_stand_where_the_organ_has_them(
    resolving: Resolve, organ: str, number: str, last: bool
) -> None:
    """The climate conferences print them under the annexes of a decision, others above them."""
    adoption = {"number": number, "kind": "decision", "meeting": 51}
    text = {**TEXT, "tail": ["51st plenary meeting"], "annexes": [{"annex": "Programme", "body": ["One.", "Two."]}]}
    words = {**WORDS, "title": ["Report"], "body": [{"decision": number}], "decisions": {number: text}}
    document = resolving(words, **{**ASSEMBLY, "kind": "note", "organ": organ, "adoptions": [adoption]}).document
    assert document is not None
    said = [plain(block.text) for block in document.divisions[0].blocks if isinstance(block, Heading | Paragraph)]
    assert (said.index("51st plenary meeting") > said.index("Two.")) is last


def test_annotations_stand_under_the_numbers_of_the_agenda(resolving: Resolve) -> None:
    facts = {**ASSEMBLY, "kind": "agenda", "agenda_item": [], "adoptions": [],
             "agenda": ["opening", {"id": "budget", "items": ["posts"]}]}  # fmt: skip
    body = [{"agenda-list": "adopted"}, *({"heading": words, "agenda": [key], "numbered": False, "body": ["One."]}
            for words, key in (("Opening", "opening"), ("Budget", "budget"), ("Posts", "posts")))]  # fmt: skip
    words = {
        "title": ["Agenda"],
        "agenda": {"opening": "Opening.", "budget": "Budget:", "posts": "Posts."},
        "body": body,
    }
    document = resolving(words, **facts).document
    assert document is not None
    headings = [block for block in document.divisions[0].blocks if isinstance(block, Heading)]
    shown = [(block.number.printed if block.number else "", plain(block.text)) for block in headings]
    assert shown == [("1.", "Opening"), ("2.", "Budget"), ("2 (a)", "Posts")]
