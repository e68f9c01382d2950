"""A batch goes on whatever happens to one of its jobs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from publisher.batch import Job, Outcome, run_batch, running
from tests.conftest import RECORD, ROOT, TODAY, WORDS
from tests.house.conftest import Told

Write = Callable[..., Path]


def _job(folder: Path, output: Path, **changes: object) -> Job:
    settings = {"formats": ("html",), "mode": "draft", "today": TODAY, "output": output, **changes}
    return Job(folder, "en", **settings)  # type: ignore[arg-type]


def _documents(write: Write, count: int) -> list[Path]:
    return [write(record=RECORD.replace("HA.2/99", f"HA.2/{n}"), name=f"doc-{n}") for n in range(1, count + 1)]


def test_of_several_folders_those_without_a_document_are_left_out(
    publisher: Callable[..., Told], small_document: Write, tmp_path: Path
) -> None:
    small_document(name="data/one")
    (tmp_path / "data" / "reference").mkdir()
    told = publisher("build", *sorted((tmp_path / "data").iterdir()), "-f", "html", "-j", "1")
    assert told.exit_code == 0
    assert "left out" in told.err
    assert list((tmp_path / "build").glob("one/*.html"))


def test_jobs_run_in_several_processes_and_one_failure_stops_none(small_document: Write, tmp_path: Path) -> None:
    folders = _documents(small_document, 4)
    (folders[1] / "en.yaml").write_text("title: [broken", encoding="utf-8")
    heard: list[Outcome] = []
    outcomes = run_batch([_job(folder, tmp_path / "out") for folder in folders], 2, on_outcome=heard.append)
    assert [outcome.exit_code for outcome in outcomes] == [0, 1, 0, 0]
    assert [outcome.job.folder for outcome in outcomes] == folders
    assert len(heard) == 4
    assert len(list((tmp_path / "out").glob("*.html"))) == 3


def test_a_job_that_takes_too_long_is_ended(
    small_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = running.build

    def slow(workspace: object, *arguments: object, **named: object) -> object:
        if "doc-1" in str(workspace):
            time.sleep(60)
        return real(workspace, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "build", slow)
    jobs = [_job(folder, tmp_path / "out", time_limit=2.0) for folder in _documents(small_document, 2)]
    late, sound = run_batch(jobs, 1)
    assert [found.code for found in late.diagnostics] == ["BD003"]
    assert sound.exit_code == 0


def test_a_fault_of_the_program_is_told_in_full_and_stops_no_other(
    small_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = running.build

    def faulty(workspace: object, *arguments: object, **named: object) -> object:
        if "doc-1" in str(workspace):
            raise ZeroDivisionError("a fault")
        return real(workspace, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "build", faulty)
    faulted, sound = run_batch([_job(folder, tmp_path / "out") for folder in _documents(small_document, 2)], 1)
    assert faulted.exit_code == 70
    assert "ZeroDivisionError: a fault" in faulted.failure
    assert sound.written


def _end_on(job: Job, *rest: object) -> Outcome:
    """Stand in for run_job in a process of the pool: the second document takes its process down with it."""
    if job.folder.name == "doc-2":
        os._exit(9)
    return Outcome(job, written=(job.output / job.folder.name,))


def test_a_process_that_is_lost_takes_only_its_own_job(
    small_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "run_job", _end_on)
    outcomes = run_batch([_job(folder, tmp_path / "out") for folder in _documents(small_document, 4)], 2)
    codes: Mapping[str, list[str]] = {o.job.folder.name: [found.code for found in o.diagnostics] for o in outcomes}
    assert codes == {"doc-1": [], "doc-2": ["BD004"], "doc-3": [], "doc-4": []}


def test_a_layout_that_hangs_beside_is_ended(small_document: Write, tmp_path: Path) -> None:
    (tmp_path / "hanging" / "weasyprint").mkdir(parents=True)
    (tmp_path / "hanging" / "weasyprint" / "__init__.py").write_text("import time; time.sleep(100)")
    start = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "publisher", "build", str(small_document()), "-j", "2", "--time-limit", "4"],
        cwd=tmp_path, capture_output=True, text=True, env={"PYTHONPATH": f"{tmp_path / 'hanging'}:{ROOT}"},
    )  # fmt: skip
    assert told.returncode == 1
    assert "BD003" in told.stdout
    assert time.perf_counter() - start < 30


def test_one_document_gives_the_same_files_alone_and_in_a_batch(small_document: Write, tmp_path: Path) -> None:
    folders = _documents(small_document, 2)
    small_document(WORDS, RECORD, "other")
    run_batch([_job(folders[0], tmp_path / "alone", formats=("docx", "pdf"))], 2)
    run_batch([_job(folder, tmp_path / "many", formats=("docx", "pdf")) for folder in folders], 2)
    for path in (tmp_path / "alone").glob("HSP*"):
        assert path.read_bytes() == (tmp_path / "many" / path.name).read_bytes()
