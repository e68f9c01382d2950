"""No case found by trying ends in a fault of the program; skipped where the cases are not on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.found.cases import folders, outcome


@pytest.mark.slow
@pytest.mark.parametrize("folder", folders() or [None], ids=lambda folder: folder.name if folder else "none")
def test_no_case_ends_in_a_traceback(folder: Path | None) -> None:
    if folder is None:
        pytest.skip("the cases found by trying are not on this machine")
    assert [told for _, code, told in outcome(folder) if code == 70] == []
