"""A kill at every step of issuing: the register holds the whole edition or nothing, the shelf likewise."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from publisher.issue.shelf import put_on_shelf
from publisher.register import open_register
from publisher.register.tables import FILES, OBJECTS

SCRIPT = Path(__file__).with_name("kill_at.py")


def run(folder: Path, fatal: int) -> tuple[int, str]:
    command = [sys.executable, str(SCRIPT), str(folder / "register.sqlite"), str(folder / "shelf"), str(fatal)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


def assert_whole_or_nothing(folder: Path) -> str:
    register = open_register(str(folder / "register.sqlite"))
    editions = register.editions()
    with register.engine.connect() as connection:
        files = connection.execute(sa.select(sa.func.count()).select_from(FILES)).scalar()
        objects = connection.execute(sa.select(sa.func.count()).select_from(OBJECTS)).scalar()
    shelved = sorted(path for path in (folder / "shelf").rglob("*.pdf") if ".part-" not in str(path))
    if not editions:
        assert (files, objects, shelved) == (0, 0, [])
        return "nothing"
    assert (len(editions), files, objects) == (1, 4, 4)
    assert len(shelved) in (0, 3)
    assert all(path.stat().st_size == 200_000 for path in shelved)
    shelf = put_on_shelf(register, register.edition(editions[0].id), folder / "shelf")
    assert sorted(path.name for path in shelf.iterdir()) == ["0.pdf", "1.pdf", "2.pdf"]
    return "whole"


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_a_kill_at_any_step_leaves_all_or_nothing(tmp_path: Path) -> None:
    code, output = run(tmp_path / "unharmed", 0)
    assert code == 0, output
    steps = int(output)
    assert steps > 30  # every statement, commit, file and rename counts

    def killed(step: int) -> str:
        folder = tmp_path / str(step)
        code, output = run(folder, step)
        assert code == -signal.SIGKILL, output
        return assert_whole_or_nothing(folder)

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(killed, range(1, steps + 1)))
    # once the edition exists it stays: all kills before the commit leave nothing, all after it the whole
    assert set(outcomes) == {"nothing", "whole"}
    assert outcomes == sorted(outcomes)
