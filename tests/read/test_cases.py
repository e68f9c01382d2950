"""Every mistake of a case is found at its line and column, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.read import Reading
from tests.read.conftest import CASES, expected, found


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, reading: Callable[..., Reading]) -> None:
    text = case.read_text(encoding="utf-8")
    file = text.splitlines()[0].removeprefix("# file: ")
    outcome = reading(**{"record" if file == "record.yaml" else "words": text})
    assert found(outcome, file) == expected(text, file)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_every_finding_shows_words_that_stand_there(case: Path, reading: Callable[..., Reading]) -> None:
    text = case.read_text(encoding="utf-8")
    lines = text.splitlines()
    outcome = reading(**{"record" if lines[0].endswith("record.yaml") else "words": text})
    for one in outcome.diagnostics:
        if one.span and one.at is not None:
            assert lines[one.at.line - 1][one.at.column - 1 :].lstrip("\"'").startswith(one.span), one
