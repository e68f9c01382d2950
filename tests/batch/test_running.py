"""A batch goes on whatever happens to one of its jobs."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.batch import Job, Outcome, processes_for, run_batch, work
from tests.batch import faults
from tests.conftest import RECORD, ROOT, TODAY, WORDS

Write = Callable[..., Path]


def job(folder: Path, output: Path, **changes: object) -> Job:
    settings = {"formats": ("html",), "mode": "draft", "today": TODAY, "output": output, **changes}
    return Job(folder, "en", **settings)  # type: ignore[arg-type]


def documents(write: Write, *names: str) -> list[Path]:
    return [write(record=RECORD.replace("HA.2/99", f"HA.2/{n}"), name=name) for n, name in enumerate(names, 1)]


def run(jobs: list[Job], count: int = 2, drawing: bool = False, **named: object) -> tuple[Outcome, ...]:
    with processes_for(count, drawing) as pool:
        return run_batch(jobs, pool, **named)  # type: ignore[arg-type]


def test_jobs_run_in_several_processes_and_one_failure_stops_none(small_document: Write, tmp_path: Path) -> None:
    folders = documents(small_document, "a", "b", "c", "d")
    (folders[1] / "en.yaml").write_text("title: [broken", encoding="utf-8")
    heard: list[Outcome] = []
    outcomes = run([job(folder, tmp_path / "out") for folder in folders], on_outcome=heard.append)
    assert [outcome.exit_code for outcome in outcomes] == [0, 1, 0, 0]
    assert [outcome.job.folder for outcome in outcomes] == folders
    assert len(heard) == 4
    assert len(list((tmp_path / "out").glob("*.html"))) == 3


def test_faults_of_all_kinds_end_only_their_own_job(
    small_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "run_job", faults.faulty)
    monkeypatch.setattr("publisher.limits.GRACE", 0.5)
    names = ("sound-1", "ends", "hangs", "killed", "deaf", "fails", "eats", "sound-2")
    folders = documents(small_document, *names)
    jobs = [
        job(folder, tmp_path / "out", time_limit=4.0 if name in ("hangs", "deaf") else 60.0, memory_limit=512 * 2**20)
        for name, folder in zip(names, folders, strict=True)
    ]
    outcomes = dict(zip(names, run(jobs), strict=True))
    codes = {name: [found.code for found in outcome.diagnostics] for name, outcome in outcomes.items()}
    assert codes == {
        "sound-1": [], "ends": ["BD004"], "hangs": ["BD003"], "killed": ["BD004"], "deaf": ["BD003"], "fails": [],
        "eats": ["BD007"], "sound-2": [],
    }  # fmt: skip
    assert outcomes["fails"].exit_code == 70
    assert "ZeroDivisionError: a fault" in outcomes["fails"].failure
    assert "signal 9" in outcomes["killed"].diagnostics[0].message
    assert outcomes["sound-1"].written and outcomes["sound-2"].written
    assert not list((tmp_path / "out").rglob("*.part"))


def test_a_single_job_has_its_limits_too(
    small_document: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "build", faults._hang)
    (late,) = run_batch([job(small_document(), tmp_path / "out", time_limit=0.3)])
    assert [found.code for found in late.diagnostics] == ["BD003"]
    monkeypatch.setattr(work, "build", faults._eat)
    (large,) = run_batch([job(small_document(), tmp_path / "out", memory_limit=2**30)])
    assert [found.code for found in large.diagnostics] == ["BD007"]
    assert resource.getrlimit(resource.RLIMIT_DATA)[0] == resource.RLIM_INFINITY


def test_a_disk_that_fills_is_told_and_leaves_no_half_file(small_document: Write, tmp_path: Path) -> None:
    """The limit on the size of files makes the write of every file larger than it fail in the middle."""
    folders = documents(small_document, "a", "large", "c")
    many = "".join(f"      - Paragraph {n} goes on. {'And on. ' * 100}\n" for n in range(60))
    (folders[1] / "en.yaml").write_text(
        WORDS.replace("      - The first", many + "      - The first"), encoding="utf-8"
    )
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
        outcomes = run([job(folder, tmp_path / "out") for folder in folders])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert [outcome.exit_code for outcome in outcomes] == [0, 4, 0]
    assert "cannot write" in outcomes[1].failure
    assert sorted(path.name for path in (tmp_path / "out").glob("*")) == [
        ".built", "HSP-HA.2-1.en.html", "HSP-HA.2-3.en.html",
    ]  # fmt: skip
    assert not list((tmp_path / "out").rglob("*.part"))


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
    assert time.perf_counter() - start < 90


def test_one_document_gives_the_same_files_alone_and_in_a_batch(small_document: Write, tmp_path: Path) -> None:
    folders = documents(small_document, "a", "b")
    run([job(folders[0], tmp_path / "alone", formats=("docx", "pdf"))], drawing=True)
    run([job(folder, tmp_path / "many", formats=("docx", "pdf")) for folder in folders], drawing=True)
    alone = sorted((tmp_path / "alone").glob("HSP*"))
    assert len(alone) == 2
    for path in alone:
        assert path.read_bytes() == (tmp_path / "many" / path.name).read_bytes()


def test_a_symbol_of_two_documents_is_found_without_reading_them(small_document: Write, tmp_path: Path) -> None:
    folders = documents(small_document, "a", "b", "c", "d")
    (folders[1] / "record.yaml").write_text(RECORD.replace("HSP/HA.2/99", '"HSP/HA.2/1"  # quoted'), encoding="utf-8")
    flow = RECORD.replace("symbol: HSP/HA.2/99", "symbol:\n  HSP/HA.2/3")
    (folders[3] / "record.yaml").write_text(flow, encoding="utf-8")
    outcomes = run([job(folder, tmp_path / "out") for folder in folders])
    assert [[found.code for found in outcome.diagnostics] for outcome in outcomes] == [["BD001"]] * 4


@pytest.mark.parametrize("processes", ["1", "2"])
def test_nothing_is_left_in_the_folder_for_temporary_files(
    small_document: Write, tmp_path: Path, processes: str
) -> None:
    (tmp_path / "temporary").mkdir()
    records = {name: RECORD.replace("HA.2/99", f"HA.2/{name}").replace("original: en", "original: zh") for name in "12"}
    # Chinese has faces of its own in its style sheet, which the engine copies.
    folders = [str(small_document(record=record, name=name, language="zh")) for name, record in records.items()]
    environment = {**os.environ, "TMPDIR": str(tmp_path / "temporary"), "PYTHONPATH": str(ROOT)}
    asked = [sys.executable, "-m", "publisher", "batch", *folders, "-o", str(tmp_path / "out"), "-f", "docx,pdf"]
    subprocess.run([*asked, "-j", processes], cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 2
    assert list((tmp_path / "temporary").iterdir()) == []
