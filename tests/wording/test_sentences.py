"""Wording templates: what they may do, and that they end."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from publisher.wording import BrokenWording, Wording

Make = Callable[..., Wording]


def test_writes_one_line_from_facts(wording: Make) -> None:
    """Line breaks and the indents after them are there for the reader of the template and are not printed."""
    loop = "{% for name in names %}\n  {{ name }}{% if not loop.last %}; {% endif %}\n{% endfor %}"
    source = loop + ".\n  ({{ organ().short }})\n"
    said = wording(attendance=source).sentence("attendance", names=["Egypt", "Angola"])
    assert said == "Egypt; Angola.(UN-Habitat Assembly)"


def test_takes_up_macros_of_its_language(wording: Make) -> None:
    made = wording(
        shared="{% macro votes(n) %}{{ n }} votes{% endmacro %}",
        vote="{% import 'shared.j2' as s %}by {{ s.votes(3) }}.",
    )
    assert made.sentence("vote") == "by 3 votes."


@pytest.mark.parametrize(
    "source",
    [
        "{{ nothing }}",
        "{{ broken ",
        "{{ ''.__class__.__subclasses__() }}",
        "{% import '../../../../etc/passwd' as x %}",
        "{% for x in 'ab' %}" * 4 + "x" + "{% endfor %}" * 4,
        "{% macro again(n) %}{{ again(n) }}{{ again(n) }}{% endmacro %}{{ again(1) }}",
        "{% for x in range(100000000) %}x{% endfor %}",
        "{{ 'a' * 1000000000 }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ 9 ** 999999999 }}",
        "{{ v.at_time(none) }}",
        "{{ v.label('nope') }}",
        "{% set a = 'aaaaaaaaaa' %}"
        + "{% set a %}"
        + "{{ a }}" * 10
        + "{% endset %}"
        + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
    ],
)
def test_fault_or_endless_work_is_refused(wording: Make, source: str) -> None:
    began = time.monotonic()
    with pytest.raises(BrokenWording, match="wording/en/sentence"):
        wording(sentence=source).sentence("sentence")
    assert time.monotonic() - began < 5


def test_missing_template_is_named(wording: Make) -> None:
    with pytest.raises(BrokenWording, match="no-such-sentence"):
        wording().sentence("no-such-sentence")
