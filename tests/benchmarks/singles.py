"""Times the whole proven build of one document beside docxtpl + LibreOffice: cold, warm, changed, not changed."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from publisher.batch import Job, processes_for, run_batch
from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from publisher.system import cores
from tests.benchmarks import peer
from tests.benchmarks.annexes import TODAY, correct_annex
from tests.benchmarks.measuring import Taken, median, table, take
from tests.benchmarks.watcher import watching

ROWS = {
    "cold": ("cold: new process", "peer cold"),
    "warm": ("warm: resident process", "peer warm"),
    "changed": ("one paragraph of an annex changed, new process", "peer cold"),
    "watched": ("one paragraph of an annex changed, `--watch`", "peer warm"),
    "again": ("built again, nothing changed", "peer cold"),
}


def measure(here: Path, given: Path, runs: int) -> str:
    """The table of medians over `runs` rounds of ours and the peer's, one after the other."""
    folder = here / given.resolve().name
    shutil.copytree(given, folder)
    resolved = examine(workspace_for(folder, TODAY), "zh").resolved
    assert resolved is not None, f"{folder} cannot be resolved"
    peer.prepare(resolved, here)
    job = Job(folder, "zh", ("docx", "pdf"), "draft", TODAY, here / "ours")
    arguments = ["build", str(folder), "-l", "zh", "-f", "docx,pdf", "--today", TODAY.isoformat(), "-o"]

    def build(*more: str) -> None:
        subprocess.run([sys.executable, "-m", "publisher", *arguments, str(here / "cold"), *more], capture_output=True)

    peer_command = [sys.executable, str(Path(peer.__file__)), str(here), str(here / "profile")]
    peer.convert(here)  # makes the profile of LibreOffice
    taken: dict[str, list[Taken]] = {name: [] for name in (*ROWS, "peer cold", "peer warm")}
    shares: list[dict[str, float]] = []
    with processes_for(cores()) as beside, watching([*arguments, str(here / "watched")]) as watched:
        run_batch([job], beside)
        watched(lambda: correct_annex(folder))
        peer.fill(here)
        for _ in range(runs):
            taken["cold"].append(take(lambda: build("--anew")))
            taken["peer cold"].append(take(lambda: subprocess.run(peer_command, check=True)))
            start = time.perf_counter()
            [outcome] = run_batch([job], beside, anew=True)
            taken["warm"].append(Taken(time.perf_counter() - start, sum(outcome.done.built.timings.values())))
            shares.append(dict(outcome.done.built.timings))
            taken["peer warm"].append(take(lambda: (peer.fill(here), peer.convert(here))))
            taken["watched"].append(watched(lambda: correct_annex(folder)))
            taken["changed"].append(take(build))
            taken["again"].append(take(build))
    assert outcome.written, outcome
    return _table(taken, shares)


def _table(taken: dict[str, list[Taken]], shares: Sequence[dict[str, float]]) -> str:
    def row(ours: str) -> list[str]:
        name, other = ROWS[ours]
        mine, theirs = median(taken[ours]), median(taken[other])
        seconds = (mine.wall, mine.processor, theirs.wall, theirs.processor)
        ratio = statistics.median(a.wall / b.wall for a, b in zip(taken[ours], taken[other], strict=True))
        return [name, *("" if number != number else f"{number:.2f} s" for number in seconds), f"{ratio:.2f}"]

    stages = {stage: statistics.median(share[stage] for share in shares) for stage in shares[0]}
    total = sum(stages.values())
    head = ["one document", "publisher, proven", "CPU", "docxtpl + LibreOffice, unproven", "CPU", "ratio"]
    return table(head, map(row, ROWS)) + "\n" + table(
        ["stage (warm)", "seconds", "share"],
        ([stage, f"{seconds:.3f}", f"{seconds / total:.0%}"] for stage, seconds in stages.items()),
    )  # fmt: skip
