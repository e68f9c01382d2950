"""A batch that is killed in the middle goes on where it was, and nothing half-written is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import RECORD, ROOT

Write = Callable[..., Path]
COUNT = 30


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT], ids=["killed", "Ctrl-C"])
def test_an_interrupted_batch_goes_on(small_document: Write, tmp_path: Path, ending: signal.Signals) -> None:
    for n in range(COUNT):
        small_document(record=RECORD.replace("HA.2/99", f"HA.2/{n}"), name=f"in/{n}")
    command = [sys.executable, "-m", "publisher", "batch", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "-f", "html",
               "-j", "2"]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    first = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores Ctrl-C
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while len(list((tmp_path / "out").glob("*.html"))) < 5 and time.monotonic() < deadline:
        time.sleep(0.005)
    first.send_signal(ending)
    assert first.wait() == (130 if ending is signal.SIGINT else -ending)
    finished = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.html")}
    assert 5 <= len(finished) < COUNT, "the batch was to be ended in the middle"

    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    files = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.html")}
    assert len(files) == COUNT
    again = [path for path, moment in finished.items() if files[path] != moment]
    assert len(again) <= 2, "what was finished is not built again, but for what was being written"
    told = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert sum(entry["up_to_date"] for entry in told) == len(finished) - len(again)
    assert not [path for path in (tmp_path / "out").rglob("*.part") if ending is signal.SIGINT]


@pytest.mark.parametrize("command", ["check", "annexes"])
@pytest.mark.parametrize("after", [0.0, 0.2, 0.5, 1.0])
def test_ctrl_c_ends_a_command_at_any_moment_without_a_traceback(
    small_document: Write, tmp_path: Path, command: str, after: float
) -> None:
    """To all processes, as from a terminal: exit code 130 where it was not done, and no more said than that."""
    folder = small_document()
    begun = "import sys, publisher.cli as cli; print('begun', flush=True); sys.argv[0] = 'publisher'; cli.run()"
    run = subprocess.Popen(
        [sys.executable, "-c", begun, command, str(folder)], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert run.stdout and run.stdout.readline() == "begun\n"
    time.sleep(after)
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=60)
    assert run.returncode in (0, 1, 2, 130)
    assert "Traceback" not in out + err and "KeyboardInterrupt" not in out + err, err
    assert not list(tmp_path.rglob("*.part"))
