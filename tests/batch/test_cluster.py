"""The same jobs on a real Dask cluster: the same bytes, and nothing lost with a worker."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publisher.batch import Job, Outcome, processes_for, run_batch, work
from publisher.batch.cluster import ClusterLost, MachinesDiffer
from tests.batch import faults
from tests.conftest import RECORD, ROOT, TODAY

pytest.importorskip("distributed")
Write = Callable[..., Path]


class Running:
    """A scheduler and workers as processes of their own on loopback, in folders of their own."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.processes: list[subprocess.Popen[bytes]] = []
        note = place / "scheduler.json"
        self._run("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(note))
        deadline = time.monotonic() + 60
        while not (note.exists() and note.read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        import json

        self.address = json.loads(note.read_text())["address"]
        self.workers = [self.worker(), self.worker()]

    def worker(self, **environment: str) -> subprocess.Popen[bytes]:
        """Start one more worker."""
        return self._run(
            "worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1",
            **environment,
        )  # fmt: skip

    def _run(self, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        here = self.place / str(len(self.processes))
        here.mkdir()
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]], cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(here), **environment},
            stdout=subprocess.DEVNULL, stderr=(here / "log").open("wb"),
        )  # fmt: skip
        self.processes.append(process)
        return process


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("dask"))
    yield running
    for process in reversed(running.processes):
        process.kill()
        process.wait()


def jobs(write: Write, output: Path, *names: str, **changes: object) -> list[Job]:
    asked = {"formats": ("html",), "mode": "draft", "today": TODAY, "output": output, **changes}
    folders = [write(record=RECORD.replace("HA.2/99", f"HA.2/{n}"), name=name) for n, name in enumerate(names, 1)]
    return [Job(folder, "en", **asked) for folder in folders]  # type: ignore[arg-type]


def on_cluster(address: str, given: list[Job], **named: object) -> tuple[Outcome, ...]:
    from publisher.batch.cluster import cluster_at

    with cluster_at(address) as workers:
        return run_batch(given, workers, apart=True, **named)  # type: ignore[arg-type]


def test_the_same_bytes_as_in_processes_and_fresh_afterwards(
    dask: Running, small_document: Write, tmp_path: Path
) -> None:
    names = ("a", "b", "c")
    with processes_for(1) as pool:
        here = run_batch(jobs(small_document, tmp_path / "here", *names, formats=("docx", "pdf", "html")), pool)
    asked = jobs(small_document, tmp_path / "there", *names, formats=("docx", "pdf", "html"))
    there = on_cluster(dask.address, asked)
    assert [outcome.exit_code for outcome in there] == [outcome.exit_code for outcome in here] == [0, 0, 0]
    made = sorted((tmp_path / "here").glob("HSP*"))
    assert len(made) == 9
    for path in made:
        assert path.read_bytes() == (tmp_path / "there" / path.name).read_bytes()
    assert all(outcome.fresh for outcome in run_batch(asked))


def test_faults_on_a_worker_end_only_their_own_job(
    dask: Running, small_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "run_job", faults.faulty)
    names = ("sound-1", "ends", "hangs", "fails", "eats", "sound-2")
    asked = jobs(small_document, tmp_path / "out", *names, time_limit=4.0, memory_limit=512 * 2**20)
    outcomes = dict(zip(names, on_cluster(dask.address, asked), strict=True))
    codes = {name: [found.code for found in outcome.diagnostics] for name, outcome in outcomes.items()}
    assert codes == {
        "sound-1": [], "ends": ["BD004"], "hangs": ["BD003"], "fails": [], "eats": ["BD007"], "sound-2": [],
    }  # fmt: skip
    assert "ZeroDivisionError: a fault" in outcomes["fails"].failure
    assert outcomes["sound-2"].written


def test_a_worker_that_is_killed_loses_nothing(
    dask: Running, small_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "run_job", faults.slow)
    asked = jobs(small_document, tmp_path / "out", *(f"d{n}" for n in range(12)))
    done: list[Outcome] = []

    def kill_one(outcome: Outcome) -> None:
        done.append(outcome)
        if len(done) == 3:
            threading.Thread(target=dask.workers[0].kill).start()

    outcomes = on_cluster(dask.address, asked, on_outcome=kill_one)
    assert dask.workers[0].wait(10) == -9
    dask.workers[0] = dask.worker()
    assert [outcome.exit_code for outcome in outcomes] == [0] * 12
    assert len(list((tmp_path / "out").glob("*.html"))) == 12


def test_a_machine_that_is_not_alike_is_refused(dask: Running, small_document: Write, tmp_path: Path) -> None:
    other = tmp_path / "home" / ".local" / "share" / "fonts"
    other.mkdir(parents=True)
    (other / "Another.ttf").write_bytes(b"not a font")
    different = dask.worker(HOME=str(tmp_path / "home"))
    try:
        deadline = time.monotonic() + 60
        with pytest.raises(MachinesDiffer, match="the fonts"):
            while time.monotonic() < deadline:
                on_cluster(dask.address, jobs(small_document, tmp_path / "out", "a"), anew=True)
    finally:
        different.kill()
        different.wait()


def test_no_scheduler_is_said_soon(small_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.batch.cluster.CONNECT", 0.5)
    with pytest.raises(ClusterLost, match="no scheduler"):
        on_cluster("tcp://127.0.0.1:9", jobs(small_document, tmp_path / "out", "a"))


def test_certificates_that_are_none_are_told(tmp_path: Path) -> None:
    """Before anything is connected: a file without a certificate, and a machine that shows none of its own."""
    from publisher.batch.cluster import Certificates, cluster_at
    from publisher.failures import BadRequest

    (tmp_path / "words.txt").write_text("no certificate")
    for own, said in ((None, "--tls-cert"), (tmp_path / "words.txt", "PEM")):
        with (
            pytest.raises(BadRequest, match=said),
            cluster_at("tls://127.0.0.1:1", Certificates(tmp_path / "words.txt", own, None)),
        ):
            pass
