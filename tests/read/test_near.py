"""What was meant: States by the beginning of their names and slips of their codes, days in other forms."""

from __future__ import annotations

import pytest

from publisher.model.reference import load_reference
from publisher.model.workspace import shipped
from publisher.read.days import day_meant
from publisher.read.near_states import near_states


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("CHI", ["CHL (Chile)", "CHN (China)"]),
        ("KNE", ["KEN (Kenya)"]),
        ("SWI", ["CHE (Switzerland)"]),
        ("GER", ["DEU (Germany)"]),
        ("BRZ", ["BRA (Brazil)"]),
        ("QQQ", []),
    ],
)
def test_states_near_a_code(written: str, meant: list[str]) -> None:
    states = load_reference(shipped("reference")).states
    hint = near_states(states)(written, states)
    assert all(name in hint for name in meant)
    assert bool(hint) is bool(meant)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("14/06/2025", "Write 2025-06-14."),
        ("06/05/2025", "Write 2025-05-06 or 2025-06-05."),
        ("14.6.2025", "Write 2025-06-14."),
        ("2025-6-1", "Write 2025-06-01."),
        ("14 June 2025", "Write 2025-06-14."),
        ("June 14, 2025", "Write 2025-06-14."),
        ("2025-06-31", "That month has 30 days."),
        ("2023-02-29", "That month has 28 days."),
        ("soon", ""),
    ],
)
def test_the_day_that_was_meant(written: str, hint: str) -> None:
    assert day_meant(written) == hint
