"""What is written to a folder is read back as exactly that, each remark at the line of its value."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.model.words import LocatedSwitch
from publisher.read.source import CONTROL
from publisher.read.tree import parse
from publisher.receive.folder import Noted, OneLine, Remark, language_file, record_file
from publisher.receive.written import unfolded

SIGNS = st.characters(exclude_categories=["Cs", "Cn"]).filter(lambda sign: sign == "\n" or not CONTROL.search(sign))
WORDS = st.text(SIGNS | st.sampled_from(" :#-'\"{}[]*&!|>%@`,?"), max_size=30)
SCALARS = WORDS | st.integers(0, 9999) | st.booleans() | st.none() | st.dates()
KEYS = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,4})?", fullmatch=True)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=15
)


def switched(value: Any) -> Any:
    """What was read, true and false as such: they are read as they are typed."""
    match value:
        case LocatedSwitch():
            return value.on
        case dict():
            return {key: switched(inner) for key, inner in value.items()}
        case list():
            return [switched(inner) for inner in value]
        case _:
            return value


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_everything_written_is_read_back(content: dict[str, Any]) -> None:
    written = language_file("en", content, "words")
    value, findings = parse(written.data.decode(), "en.yaml")
    assert [found.code for found in findings if found.code != "RD015"] == []  # a sign # in quotation marks
    assert switched(value or {}) == content


@given(st.dictionaries(KEYS, st.lists(SCALARS | st.lists(SCALARS, max_size=3), min_size=1).map(OneLine), max_size=4))
def test_what_stands_on_one_line_is_read_back_too(content: dict[str, Any]) -> None:
    value, findings = parse(record_file(content, "facts").data.decode(), "record.yaml")
    assert [found.code for found in findings if found.code != "RD015"] == []  # a sign # in quotation marks
    assert switched(value or {}) == unfolded(content)


def test_a_remark_is_a_finding_at_the_line_of_its_value() -> None:
    remark = Remark("IM011", "concluded from “Distr.: General”", "general")
    content = {
        "symbol": "A/80/1",
        "distribution": Noted("general", (remark,)),
        "meetings": [OneLine({"number": 1, "date": datetime.date(2025, 5, 29)})],
        "body": ["one", {"heading": "two", "body": [Noted("three", (remark,))]}],
    }
    written = record_file(content, "The facts.")
    lines = written.data.decode().splitlines()
    assert [lines[found.at.line - 1].strip() for found in written.findings if found.at] == [
        "distribution: general",
        "- three",
    ]
    assert "  - {number: 1, date: 2025-05-29}" in lines


def test_words_that_yaml_would_take_for_something_else_are_quoted() -> None:
    for words in ("2025", "yes", "null", "a: b", "a #b", "- a", "*a*", "1.5", "{{ a }}", "A:", "а\u2028б", " a", "a "):
        line = language_file("en", {"title": words}, "x").data.decode().splitlines()[-1]
        assert line.startswith('title: "'), line
    for words in ("A report: no", "Report on the session (A/80/1)", "决定", "Al-Arab, the:re"):
        line = language_file("en", {"title": words}, "x").data.decode().splitlines()[-1]
        assert (": " in words) == line.startswith('title: "'), line
