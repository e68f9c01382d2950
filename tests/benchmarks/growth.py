"""Times how building grows with the length of a document: text 1 × to 16 ×, tables of 1,000 and 8,000 rows."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

from publisher.batch import Job
from publisher.batch.work import Task, run_job
from tests.benchmarks import annexes
from tests.benchmarks.measuring import table


def measure(here: Path) -> str:
    """The table of growth; each size is built once, in a process that is warm."""
    said = annexes.texts()
    _seconds(annexes.make(here / "warm", 1, said, 6))
    rows = []
    for name, sizes, make in (
        ("text", (1, 4, 16), lambda n: annexes.make(here / f"text-{n}", n, said, 60 * n, 0)),
        ("table rows", (1000, 8000), lambda n: annexes.make(here / f"rows-{n}", n, said, 6, n)),
    ):
        first = 0.0
        for size in sizes:
            seconds = _seconds(make(size))
            first = first or seconds
            factor = size / sizes[0]
            rows.append([f"{name} {size:,}", f"{seconds:.1f} s", f"{seconds / first:.1f} × for {factor:.0f} ×"])
    return table(["growth (DOCX + PDF + proof)", "seconds", "against the smallest"], rows)


def _seconds(folder: Path) -> float:
    job = Job(folder, "zh", ("docx", "pdf"), "draft", annexes.TODAY, folder / "out", time_limit=3600)
    start = time.perf_counter()
    done = run_job(Task(job))
    assert len(done.files) == 2, dataclasses.replace(done, files={})
    return time.perf_counter() - start
