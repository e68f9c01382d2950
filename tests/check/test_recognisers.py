"""What the vocabulary of a language writes from a fact, the recognisers read back as the same fact."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.check.recognise.citations import cited_in, decisions_in, numbers_of, roman_value, symbols_in
from publisher.check.recognise.counts import counts_in, groups_in, votes_in
from publisher.check.recognise.days import days_in
from publisher.check.recognise.hours import hours_in
from publisher.check.recognise.meetings import halves_in, meetings_in, sessions_in
from publisher.check.recognise.states import names_of
from publisher.check.recognise.years import years_in
from publisher.check.words import WordLists, load_words
from publisher.language import Vocabulary, vocabulary
from publisher.model.reference import GROUPS, OFFICIAL_LANGUAGES, load_reference
from publisher.model.workspace import shipped, workspace_for

LANGUAGES = sorted(OFFICIAL_LANGUAGES)
REFERENCE = load_reference(shipped("reference"))
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2049, 12, 31))


def known(language: str) -> tuple[Vocabulary, WordLists]:
    """The vocabulary and the editors' words of a language."""
    workspace = workspace_for(Path(), datetime.date(2026, 1, 1))
    return vocabulary(language, workspace), load_words(shipped("reference") / "words", language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60)
@given(day=DAYS)
def test_days(language: str, day: datetime.date) -> None:
    written, words = known(language)
    for form in ("text", "weekday", "on-weekday"):
        seen = list(days_in(plain(written.date(day, form)), words))  # type: ignore[arg-type]
        assert [one.first() for one in seen] == [day], written.date(day, form)  # type: ignore[arg-type]
        if form != "text":
            assert seen[0].weekday == day.isoweekday()


@pytest.mark.parametrize("language", LANGUAGES)
def test_periods(language: str) -> None:
    written, words = known(language)
    days = [datetime.date(2025, 5, 29), datetime.date(2025, 5, 30)]
    for style in ("text", "line", "adverbial"):
        seen = list(days_in(plain(written.period(days, style)), words))  # type: ignore[arg-type]
        assert [one.days() for one in seen] == [tuple(days)], written.period(days, style)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("time", ["9:05", "10:40", "12:15", "15:00", "19:05"])
def test_hours(language: str, time: str) -> None:
    written, words = known(language)
    hour, minute = time.split(":")
    assert [seen.clock for seen in hours_in(plain(written.time(time)), words)] == [f"{int(hour):02}:{minute}"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", ["morning", "afternoon", "evening"])
@pytest.mark.parametrize("number", range(1, 13))
def test_meetings(language: str, half: str, number: int) -> None:
    written, words = known(language)
    day = datetime.date(2025, 5, 30)
    sentence = plain(written.at_meeting(number, "plenary", day, half))
    assert [seen.number for seen in meetings_in(sentence, words)] == [number], sentence
    assert {seen[2] for seen in halves_in(sentence, words)} == {half}, sentence
    assert [seen.first() for seen in days_in(sentence, words)] == [day], sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", range(1, 10))
def test_sessions(language: str, number: int) -> None:
    written, words = known(language)
    for part in ("regular", "resumed"):
        assert [seen.number for seen in sessions_in(plain(written.session(number, part)), words)] == [number]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60)
@given(favour=st.integers(2, 193), against=st.integers(0, 120), abstaining=st.integers(0, 120))
def test_votes(language: str, favour: int, against: int, abstaining: int) -> None:
    written, words = known(language)
    sentence = plain(written.vote_formula(favour, against, abstaining))
    seen = [(one.favour, one.against, one.abstaining or 0) for one in votes_in(sentence, words)]
    assert seen == [(favour, against, abstaining)], sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_decisions_and_resolutions(language: str) -> None:
    written, words = known(language)
    for kind in ("decision", "resolution"):
        sentence = plain(written.reference(kind, "2/6"))
        assert [(seen.kind, seen.number) for seen in decisions_in(sentence, words)] == [(kind, "2/6")], sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("numbers", [[6], [1, 2, 3, 4, 5], [5, 7]])
def test_agenda_items(language: str, numbers: list[int]) -> None:
    written, words = known(language)
    sentence = plain(written.agenda_reference(numbers))
    assert [seen.numbers for seen in cited_in(sentence, words, "agenda")] == [tuple(numbers)], sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", range(1, 10))
def test_annexes_and_paragraphs(language: str, number: int) -> None:
    written, words = known(language)
    label = plain(written.annex_label(number, 10).printed)
    assert [seen.numbers for seen in cited_in(label, words, "annex")] == [(number,)], label
    reference = plain(written.reference("paragraph", number))
    assert [seen.numbers for seen in cited_in(reference, words, "paragraph")] == [(number,)], reference


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups(language: str) -> None:
    written, words = known(language)
    for group in GROUPS:
        assert {seen.group for seen in groups_in(written.group(group), words)} == {group}, written.group(group)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [2, 3, 9, 11, 21, 116, 193])
def test_members(language: str, count: int) -> None:
    written, words = known(language)
    sentence = plain(written.plural(count, "members"))
    if count > 2 or language != "ar":  # the Arabic dual is one word
        assert [seen.number for seen in counts_in(sentence, words, "member-count")] == [count], sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_states(language: str) -> None:
    names = names_of(REFERENCE, language)
    for state in REFERENCE.states.values():
        for name in (state.names[language], state.in_text[language]):
            assert [seen.iso3 for seen in names.find(f"({name})")] == [state.iso3], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_years(language: str) -> None:
    written, _ = known(language)
    seen = [(one.first, one.last) for one in years_in(plain(written.years(2026, 2029)))]
    assert seen == [(2026, 2029)]


def test_every_pattern_compiles_and_every_language_has_the_same_lists() -> None:
    for language in LANGUAGES:
        _, words = known(language)
        for name in words.data["patterns"]:
            words.pattern(name)
        assert {"month", "weekday", "ordinal", "cardinal", "group"} <= set(words.data["lists"])
        assert len(words.data["lists"]["month"]) == 12
        assert len(words.data["lists"]["weekday"]) == 7


def test_numbers_and_symbols() -> None:
    _, words = known("en")
    assert numbers_of("5, 7–9 and 12", words) == (5, 7, 8, 9, 12)
    assert [roman_value(written) for written in ("I", "IV", "IX", "XIV", "C", "")] == [1, 4, 9, 14, None, None]
    text = "（HSP/HA.2/13/Add.1）和 A/RES/72/226、S/2025/12 以及 and/or"
    assert [seen.text for seen in symbols_in(text)] == ["HSP/HA.2/13/Add.1", "A/RES/72/226", "S/2025/12"]


def plain(text: str) -> str:
    """The text with plain spaces, as the rules see it."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").translate(dict.fromkeys(range(0x200B, 0x2010)))
