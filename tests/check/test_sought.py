"""What makes the rules fast may hide nothing: needed characters are needed, and words are found where they stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.check.places import _written
from publisher.check.rules import placeholder, typed_note_mark
from publisher.check.sought import Sought, needed
from publisher.check.words import load_words
from publisher.model.workspace import shipped

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("他", ("他",)),
        ("(?<!其)他(?!们)", ("他",)),
        (r"第 ?\d+ ?届会议", ("届会议",)),
        (r"[Dd]ecisions? \d+", ("ecision",)),
        ("Turkey|Burma", ("Turkey", "Burma")),
        ("(?:上文|下文)?脚注", ("脚注",)),
        ("(?P<a>x{2,}yz)w?", ("yz",)),
        ("[;；]$", (";", "；")),
        ("a*", ()),
        (r"\d+|per cent", ()),
        ("(?i)mr", ()),
        ("(?i:mr)", ()),
        ("", ()),
        ("(?=later)", ()),
        (r"(ab)\1", ("ab",)),
    ],
)
def test_what_every_match_needs(source: str, pieces: tuple[str, ...]) -> None:
    assert set(needed(source)) == set(pieces)


def test_capitals_set_aside_leave_nothing_certain() -> None:
    assert needed("viet-nam", re.IGNORECASE) == ()


def _all_sought() -> list[Sought]:
    found = [placeholder._PATTERN, typed_note_mark._TYPED]
    for language in LANGUAGES:
        words = load_words(shipped("reference") / "words", language)
        found += [pattern for name in words.data["patterns"] if (pattern := words.pattern(name)) is not None]
        found += [name for _, name in words.groups]
        for name, entries in words.data.items():
            if isinstance(entries, list) and entries and isinstance(entries[0], dict) and "wrong" in entries[0]:
                found += [
                    each for form in words.wrong(name) for each in (form.pattern, form.unless) if each is not None
                ]
    return found


SOUGHT = _all_sought()


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.data())
def test_no_match_of_any_shipped_expression_is_missed(data: st.DataObject) -> None:
    sought = data.draw(st.sampled_from(SOUGHT))
    text = data.draw(st.from_regex(sought.expression))
    if sought.expression.search(text):
        assert sought.may_be_in(text)
        assert [hit.span() for hit in sought.finditer(text)] == [hit.span() for hit in sought.expression.finditer(text)]
        assert sought.search(text) is not None


def test_most_expressions_need_something() -> None:
    assert sum(bool(sought.needed) for sought in SOUGHT) > 0.8 * len(SOUGHT)


# The same as an expression: exact, and slow to compile for every fault.
_BETWEEN = r"(?:\*|\[\^[^\]\s]*\]|\\\n\s*|\]\(#[^)\s]*\)|\[)*"


def _by_expression(words: str, source: str) -> list[int]:
    pieces = [r"\s+" if character.isspace() else re.escape(character) for character in words]
    return [hit.start() for hit in re.finditer(_BETWEEN.join(pieces), source)]


SIGNS = st.sampled_from(["a", "b", " ", "\n", "*", "[", "]", "[^a]", "](#b)", "\\\n", "\\", "^", "("])


@given(st.text("ab *[]", min_size=1, max_size=5).filter(str.strip), st.lists(SIGNS, max_size=14).map("".join))
def test_words_are_found_as_an_author_may_have_written_them(words: str, source: str) -> None:
    assert list(_written(words, source)) == _by_expression(words, source)


def test_words_over_a_folded_line_with_marks_in_them() -> None:
    source = "- 已*通过*[^one]，并\n  决定"
    assert list(_written("通过，并 决定", source)) == [4]
