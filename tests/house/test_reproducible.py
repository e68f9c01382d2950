"""The same input gives the same bytes, in two processes, beside another process or alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEED


def _build(folder: Path, output: Path, processes: int, seed: str) -> dict[str, str]:
    subprocess.run(
        [sys.executable, "-m", "publisher", "build", str(folder), "-o", str(output), "-j", str(processes),
         "--today", "2025-08-06"],
        cwd=ROOT, check=False, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}"},
    )  # fmt: skip
    files = sorted(path for path in output.rglob("*") if path.suffix in (".pdf", ".docx", ".html"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_small_document_twice(small_document: Callable[..., Path], tmp_path: Path) -> None:
    folder = small_document()
    first = _build(folder, tmp_path / "one", 1, "1")
    assert len(first) == 3
    assert first == _build(folder, tmp_path / "two", 2, "2")


@pytest.mark.slow
def test_the_real_document_twice(tmp_path: Path) -> None:
    first = _build(SEED, tmp_path / "one", 2, "3")
    assert len(first) == 3
    assert first == _build(SEED, tmp_path / "two", 1, "4")


def test_docx_alone_is_the_same_docx(small_document: Callable[..., Path], tmp_path: Path) -> None:
    folder = small_document()
    command = [sys.executable, "-m", "publisher", "build", str(folder), "-j", "1", "--today", "2025-08-06", "-o"]
    subprocess.run([*command, str(tmp_path / "all")], cwd=ROOT, capture_output=True)
    subprocess.run([*command, str(tmp_path / "one"), "--format", "docx"], cwd=ROOT, capture_output=True)
    [whole], [alone] = (list((tmp_path / name).rglob("*.docx")) for name in ("all", "one"))
    assert whole.read_bytes() == alone.read_bytes()
