"""Times the whole proven build of one document beside docxtpl + LibreOffice, cold, warm, and with nothing changed."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from publisher.batch import Job, cores, processes_for, run_batch
from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from tests.benchmarks import peer
from tests.benchmarks.annexes import TODAY
from tests.benchmarks.measuring import Taken, median, table, take


def measure(here: Path, folder: Path, runs: int) -> str:
    """Give back the table of medians over `runs` rounds of ours and the peer's, one after the other."""
    resolved = examine(workspace_for(folder, TODAY), "zh").resolved
    assert resolved is not None, f"{folder} cannot be resolved"
    peer.prepare(resolved, here)
    job = Job(folder, "zh", ("docx", "pdf"), "draft", TODAY, here / "ours")
    command = [sys.executable, "-m", "publisher", "build", str(folder), "-l", "zh", "-f", "docx,pdf",
               "--today", TODAY.isoformat(), "-o", str(here / "cold")]  # fmt: skip
    peer_command = [sys.executable, str(Path(peer.__file__)), str(here), str(here / "profile")]
    peer.convert(here)  # makes the profile of LibreOffice
    taken: dict[str, list[Taken]] = {"cold": [], "peer cold": [], "warm": [], "peer warm": [], "again": []}
    shares: list[dict[str, float]] = []
    with processes_for(cores()) as beside:
        run_batch([job], beside)
        peer.fill(here)
        for _ in range(runs):
            taken["cold"].append(take(lambda: subprocess.run([*command, "--anew"], capture_output=True)))
            taken["peer cold"].append(take(lambda: subprocess.run(peer_command, check=True)))
            start = time.perf_counter()
            [outcome] = run_batch([job], beside, anew=True)
            taken["warm"].append(Taken(time.perf_counter() - start, sum(outcome.timings.values())))
            shares.append(dict(outcome.timings))
            taken["peer warm"].append(take(lambda: (peer.fill(here), peer.convert(here))))
            taken["again"].append(take(lambda: subprocess.run(command, capture_output=True)))
    assert outcome.written, outcome
    return _table(taken, shares)


def _table(taken: dict[str, list[Taken]], shares: Sequence[dict[str, float]]) -> str:
    def row(name: str, ours: str, other: str) -> list[str]:
        mine, theirs = median(taken[ours]), median(taken[other])
        seconds = (mine.wall, mine.processor, theirs.wall, theirs.processor)
        return [name, *(f"{number:.2f} s" for number in seconds), f"{mine.wall / theirs.wall:.2f}"]

    stages = {stage: statistics.median(share[stage] for share in shares) for stage in shares[0]}
    total = sum(stages.values())
    head = ["one document", "publisher, proven", "CPU", "docxtpl + LibreOffice, unproven", "CPU", "ratio"]
    rows = [
        row("cold: new process", "cold", "peer cold"),
        row("warm: resident process", "warm", "peer warm"),
        row("built again, nothing changed", "again", "peer cold"),
    ]
    return table(head, rows) + "\n" + table(
        ["stage (warm)", "seconds", "share"],
        ([stage, f"{seconds:.3f}", f"{seconds / total:.0%}"] for stage, seconds in stages.items()),
    )  # fmt: skip
