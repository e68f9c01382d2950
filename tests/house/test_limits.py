"""No command works without end, and none goes down without a word: its input is named, the exit code is 1."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

Write = Callable[..., Path]
FATES = {  # what befalls the work, what is said of it
    "segfault": ("os.kill(os.getpid(), signal.SIGSEGV)", "was ended by SIGSEGV"),
    "deaf": ("signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM]); time.sleep(60)", "was not ready in time"),
    "slow": ("time.sleep(60)", "was not ready after 1 seconds"),
    "greedy": ("held = [bytearray(2**26) for _ in range(200)]", "needs more memory than 512 MB"),
}


def run_as(folder: Path, *words: object, fate: str = "pass") -> subprocess.CompletedProcess[str]:
    """A command in which `fate` befalls the one who reads the document."""
    script = (
        "import os, signal, sys, time, publisher.limits, publisher.read as reading\n"
        "publisher.limits.GRACE = 0.5\n"
        f"def read(*given): {fate}\n"
        "reading.read = read\n"
        f"sys.argv = ['publisher', *{[str(word) for word in words]!r}]\n"
        "import publisher.cli\n"
        "publisher.cli.run()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", script], cwd=folder.parent, env=environment, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize("command", ["check", "build"])
def test_what_befalls_the_work_is_told(small_document: Write, command: str, fate: str) -> None:
    befalls, said = FATES[fate]
    limits = ("--time-limit", 40 if fate == "greedy" else 1, "--memory-limit", 512)
    more = ("-f", "html", "-j", 1) if command == "build" else ()
    told = run_as(small_document(), command, "small", *limits, *more, fate=befalls)
    assert told.returncode == 1, told
    assert said in told.stdout + told.stderr and "small" in told.stdout + told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("command", ["translated", "issue"])
def test_commands_about_one_document_are_bounded_as_a_whole(small_document: Write, command: str) -> None:
    told = run_as(small_document(), command, "small", fate="publisher.limits.MEMORY and bytearray(10 * 2**30)")
    assert told.returncode == 1 and "needs more memory than 3072 MB" in told.stderr


def test_a_signal_ends_both_processes(small_document: Write) -> None:
    folder = small_document()
    script = "import time, publisher.read as reading\nreading.read = lambda *given: time.sleep(60)\n"
    script += "import sys\nsys.argv = ['publisher', 'check', 'small']\nimport publisher.cli\npublisher.cli.run()\n"
    process = subprocess.Popen(
        [sys.executable, "-c", script], cwd=folder.parent, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 20
    while not (below := children.read_text().split()) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    process.terminate()
    assert process.wait(10) == -15
    assert not Path(f"/proc/{below[0]}").exists()
