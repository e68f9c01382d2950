"""A kill at every step of issuing: the register holds the whole edition or nothing, the shelf likewise."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("kill_at.py")


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="kills forked processes")
def test_a_kill_at_any_step_leaves_all_or_nothing(register_address: str, small_document: Callable[..., Path]) -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), register_address, str(small_document())],
                          capture_output=True, text=True, timeout=300)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    kills, nothing, whole = map(int, re.findall(r"\d+", done.stdout))
    print(done.stdout)
    assert kills == nothing + whole and nothing > 10 and whole > 10
