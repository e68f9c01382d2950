"""Where people are: check, build, issue and preview run without what only Linux has, as on Windows and on macOS."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEED

TAKEN_AWAY = Path(__file__).parent / "elsewhere"
PROBE = """
import os, signal, subprocess, sys
taken = [name for name in ("resource", "fcntl") if sys.modules.get(name, 0) is None]
taken += [name for name in ("fork", "sched_getaffinity", "O_NONBLOCK") if not hasattr(os, name)]
taken += [name for name in ("SIGALRM", "SIGHUP", "sigtimedwait") if not hasattr(signal, name)]
print(len(taken), os.path.exists("/proc/self"))
"""


@pytest.fixture(params=["windows", "macos"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment of a program that finds itself on another system, with a home of its own."""
    paths = os.pathsep.join([str(ROOT), str(TAKEN_AWAY)])
    return {
        **os.environ,
        "PYTHONPATH": paths,
        "PUBLISHER_ELSEWHERE": request.param,
        "XDG_CONFIG_HOME": str(tmp_path / "home"),
    }


def publisher(elsewhere: dict[str, str], *arguments: str) -> str:
    """What the command prints; it ends well."""
    command = [sys.executable, "-m", "publisher", *arguments]
    there = Path(elsewhere["XDG_CONFIG_HOME"]).parent
    told = subprocess.run(command, env=elsewhere, cwd=there, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr[-3000:]
    return told.stdout + told.stderr


def test_it_is_taken_away(elsewhere: dict[str, str]) -> None:
    told = subprocess.run([sys.executable, "-c", PROBE], env=elsewhere, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["8" if elsewhere["PUBLISHER_ELSEWHERE"] == "windows" else "2", "False"]


def test_what_takes_too_long_is_ended_where_no_alarm_rings(elsewhere: dict[str, str]) -> None:
    code = """
from publisher.limits import TooLong, limits
try:
    with limits("nothing", 0.2):
        while True: pass
except TooLong:
    print("ended")
with limits("nothing", 30): pass
print("goes on")
"""
    told = subprocess.run([sys.executable, "-c", code], env=elsewhere, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["ended", "goes", "on"]


@pytest.mark.slow
def test_check_build_and_issue(elsewhere: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / SEED.name
    shutil.copytree(SEED, folder)
    publisher(elsewhere, "check", str(folder))
    two = ("--language", "en,zh", "--format", "docx", "--output", "out")
    publisher(elsewhere, "build", str(ROOT / "data" / "DEMO-CVW.3-15"), *two)
    assert len(list((tmp_path / "out").glob("*.docx"))) == 2
    publisher(elsewhere, "issue", str(folder))
    assert len(list((tmp_path / "issued").rglob("*.pdf"))) == 1


@pytest.mark.slow
def test_preview(elsewhere: dict[str, str]) -> None:
    command = [sys.executable, "-m", "publisher", "preview", "data/DEMO-CVW.3-15", "--no-open"]
    with subprocess.Popen(command, env=elsewhere, cwd=ROOT, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        try:
            address = serving.stdout.readline().strip()
            with urllib.request.urlopen(address, timeout=60) as answer:
                assert answer.status == 200
        finally:
            serving.terminate()
