"""The course of a session, read from the report on it: meetings, hours, credentials, in the words of each language."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from publisher.language import vocabulary
from publisher.model.reference import load_reference
from publisher.model.workspace import workspace_for
from publisher.receive.proceedings import ProceedingsReader
from publisher.receive.written import sentences
from tests.conftest import ROOT, TODAY

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
FIRST, LAST = datetime.date(2027, 10, 4), datetime.date(2027, 10, 6)
HELD = [
    {"number": 1, "date": FIRST, "half": "morning"},
    {"number": 2, "date": FIRST, "half": "afternoon"},
    {"number": 3, "date": LAST},
]


def reader(language: str) -> ProceedingsReader:
    workspace = workspace_for(ROOT / "data" / "DEMO-CVW.3-15", TODAY)
    words = vocabulary(language, workspace)
    return ProceedingsReader(words, sentences(words, load_reference(workspace.reference), workspace))


def said(read: ProceedingsReader, kind: str = "plenary") -> list[str]:
    """A line on each of the meetings held."""
    at = read.vocabulary.at_meeting
    return [at(one["number"], kind, one["date"], one.get("half")) for one in HELD]  # type: ignore[arg-type]


def opening(read: ProceedingsReader) -> list[str]:
    return [
        read.sentence("session-opening", meeting={"date": FIRST, "opened": "10:05"}),
        read.sentence("session-closing", meeting={"date": LAST, "closed": "17:35"}),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_meetings_are_read_with_their_days_halves_and_hours(language: str) -> None:
    read = reader(language)
    for kind in ("plenary", "committee"):
        found = read.meetings([*said(read, kind), *opening(read)], (FIRST, LAST))
        assert found is not None
        first, second, third = HELD
        assert found.value == [first | {"opened": "10:05"}, second, third | {"closed": "17:35"}]
        assert read.vocabulary.date(FIRST).split()[0] in found.words


CONTRADICTIONS: list[Callable[[ProceedingsReader], list[str]]] = [
    lambda read: [*said(read), read.vocabulary.at_meeting(3, "plenary", FIRST, None)],  # on two days
    lambda read: said(read)[:2],  # none on the last day of the session
    lambda read: [said(read)[0], said(read)[2]],  # one is not told
    lambda read: [line.replace("2027", "2026") for line in said(read)],  # of another session
    lambda read: [f"{read.vocabulary.at_meeting(1)}. {read.vocabulary.date(FIRST)}"],  # not of one another
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lines", CONTRADICTIONS)
def test_what_does_not_agree_is_no_fact(language: str, lines: Callable[[ProceedingsReader], list[str]]) -> None:
    read = reader(language)
    assert read.meetings(lines(read), (FIRST, LAST)) is None
    assert read.meetings(said(read), ()) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("counts", [(15, 9, 169), (1, 2, 0), (0, 0, 193), (101, 22, 3)])
def test_credentials_are_counted_as_the_sentence_counts_them(language: str, counts: tuple[int, int, int]) -> None:
    read = reader(language)
    given = dict(zip(("formal", "informal", "none"), counts, strict=True))
    line = read.sentence("credentials-report", credentials=given | {"as_of": FIRST})
    found = read.credentials(["Another line.", line])
    assert found is not None and found.value == {"as-of": FIRST} | given
    assert read.credentials([line.replace("2027", "....")]) is None
