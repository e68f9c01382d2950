"""Cases found by trying come out right or are refused in words; skipped where the cases are not on this machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.found.cases import folders, outcomes

# What an editor cannot act on: names of classes, tuples, paths of the program, proofs of the finished file.
_MACHINE = re.compile(r"[\w.]*Error\b|Traceback|\('|Location\(|None\b|OUT0\d\d")


@pytest.mark.slow
@pytest.mark.parametrize("folder", folders() or [None], ids=lambda folder: folder.name if folder else "none")
def test_every_case_comes_out_right_or_is_refused_in_words(folder: Path | None) -> None:
    if folder is None:
        pytest.skip("the cases found by trying are not on this machine")
    told = list(outcomes(folder))
    assert told
    assert [one for one in told if one[1] == 70 or _MACHINE.search(one[2])] == []
