"""Expressions in authors' text: what they give, and that each fault is a finding at its very place."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.diagnostic import Position
from publisher.model.words import Words
from publisher.wording import Wording, parse

Make = Callable[..., Wording]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{{ symbol }}", "HSP/HA.2/99"),
        ("{{ votes.strategic_plan.in_favour }} to {{ votes['strategic-plan'].against }}", "105 to 2"),
        ("{{ attendance.members | count }}", "3"),
        ("{{ attendance.members | states | join }}", "Algeria, Angola and Egypt"),
        ("{{ attendance.members | states | listed }}", "Algeria, Angola, Egypt"),
        ("{{ date | date }}", "14 June 2025"),
        ("{{ meeting(1).date | date('weekday') }}", "Thursday, 29 May 2025"),
        ("{{ meeting(1).opened | time }}", "10.40 a.m."),
        ("{{ facts.homes | number }}", "170,000"),
        ("{{ 3 | ordinal('meeting') }}", "third"),
        ("{{ item('later').number }}: {{ item('later').title }}", "2 (b): Later, in 170,000 homes."),
        ("{{ 'adopted' if votes.strategic_plan.adopted else 'rejected' }}", "adopted"),
        ("{{ state('EGY') }}, {{ person('khan') }}, {{ place().name }}", "Egypt, Mr. Khan, Nairobi"),
        (r"\{{ symbol }} and \{% if %}", "{{ symbol }} and {% if %}"),
        ("{ one } {# kept #}", "{ one } {# kept #}"),
    ],
)
def test_gives(wording: Make, written: str, said: str) -> None:
    assert wording().expand(Words(written)) == (said, [])


def test_free_facts_bring_no_marks(wording: Make) -> None:
    text, _ = wording().expand(Words("{{ facts.mark }}"))
    assert [type(part).__name__ for part in parse(text)] == ["Text"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{{ symbl }}", "WD001"),
        ("{{ votes.strategic_plan.in_favor }}", "WD001"),
        ("{{ meeting(9).date | date }}", "WD001"),
        ("{{ state('XXX') }}", "WD001"),
        ("{{ person('nobody') }}", "WD001"),
        ("{{ symbol", "WD002"),
        ("{{ symbol | }}", "WD002"),
        ("{{ meeting(2).opened | time }}", "WD002"),
        ("{{ date }}", "WD002"),
        ("{{ votes }}", "WD002"),
        ("{{ attendance.members }}", "WD002"),
        ("{{ 'a' + 1 }}", "WD002"),
        ("{{ 'x' | number }}", "WD002"),
        ("{{ '1e999999999' | number }}", "WD002"),
        ("{{ 1e400 | number }}", "WD004"),
        ("{{ years(meeting, meeting) }}", "WD002"),
        ("{{ meeting | capital }}", "WD002"),
        ("{{ [meeting, label] | join }}", "WD002"),
        ("{% for x in range(9) %}", "WD003"),
        ("{% if true %}", "WD003"),
        ("{{ ''.__class__.__mro__ }}", "WD004"),
        ("{{ symbol['__class__'] }}", "WD004"),
        ("{{ meeting.__globals__ }}", "WD004"),
        ("{{ range(10**9) }}", "WD004"),
        ("{{ 'a' * 10**9 }}", "WD004"),
        ("{{ 9**9**9 }}", "WD004"),
        ("{{ symbol | attr('x') }}", "WD004"),
        ("{{ lipsum() }}", "WD004"),
        ("{{ symbol.format(1) }}", "WD004"),
        ("{{ [x for x in symbol] }}", "WD002"),
        ("{{ " + "(" * 190 + "1" + ")" * 190 + " }}", "WD005"),
        ("{{ " + "'a' ~ " * 300 + "'a' }}", "WD005"),
    ],
)
def test_fault_is_a_finding_and_stays_to_be_seen(wording: Make, written: str, code: str) -> None:
    began = time.monotonic()
    text, findings = wording().expand(Words("before " + written))
    assert {finding.code for finding in findings} == {code}
    assert text == "before " + written
    assert time.monotonic() - began < 1


def test_words_that_take_up_themselves_end(wording: Make) -> None:
    assert wording().expand(Words("{{ person('loop') }}"))[0].startswith("{{ person")


def test_hint_names_what_was_meant(wording: Make) -> None:
    _, (finding,) = wording().expand(Words("{{ votes.strategic_plan.in_favor }}"))
    assert "in_favour" in finding.hint
    assert finding.span == "{{ votes.strategic_plan.in_favor }}"


@pytest.mark.parametrize(
    ("source", "column_of_text", "text", "line", "column"),
    [
        ("title: A {{ nope }} B\n", 8, "A {{ nope }} B", 1, 10),
        ('title: "A {{ nope }} B"\n', 8, "A {{ nope }} B", 1, 11),
        ("title: >\n  A\n  line {{ nope }}\n", 8, "A line {{ nope }}\n", 3, 8),
        ("title: a {{ symbol }} {{ nope }}, {{ nope }}\n", 8, "a {{ symbol }} {{ nope }}, {{ nope }}", 1, 35),
        ("title: folded {{\n  nope }} end\n", 8, "folded {{ nope }} end", 1, 15),
    ],
)
def test_place_is_that_of_the_expression(
    wording: Make, tmp_path: Path, source: str, column_of_text: int, text: str, line: int, column: int
) -> None:
    """The last finding is the one asked for: YAML folds lines and drops quotes, the place is right all the same."""
    (tmp_path / "en.yaml").write_text(source, encoding="utf-8")
    _, findings = wording().expand(Words(text, Position("en.yaml", 1, column_of_text)))
    assert findings[-1].at == Position("en.yaml", line, column)


def test_place_without_its_file_is_that_of_the_text(wording: Make) -> None:
    _, (finding,) = wording().expand(Words("{{ nope }}", Position("gone.yaml", 7, 3)))
    assert finding.at == Position("gone.yaml", 7, 3)
