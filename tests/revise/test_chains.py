"""Chains of corrections in six languages; more of them: `python -m tests.revise.chains 60`."""

from __future__ import annotations

import pytest

from tests.revise.chains import LANGUAGES, chain


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(len(LANGUAGES)), ids=LANGUAGES)
def test_what_is_written_can_be_issued_and_what_is_refused_says_why(seed: int) -> None:
    made = chain(seed)
    assert made.wrong == [], made.steps
