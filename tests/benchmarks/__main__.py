"""Times the whole proven build beside docxtpl + LibreOffice: `python -m tests.benchmarks [FOLDER] [RUNS]`.

Every round times, one after the other: our build as a new process, the peer as new processes, our build in a process
that is already warm, the peer with docxtpl already loaded. Printed are medians, and the share of each stage. The peer
makes DOCX and PDF of the same text, without tags, live numbers, real footnotes or any proof; its data come ready from
JSON and its LibreOffice profile is made beforehand.
"""

from __future__ import annotations

import datetime
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from publisher.batch import Job, cores, processes_for, run_batch
from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from tests.benchmarks import peer

TODAY = datetime.date(2025, 8, 6)


@dataclass(frozen=True)
class Taken:
    """Seconds on the clock and seconds of processor time, of this process and those it waited for."""

    wall: float
    processor: float


def take(work: Callable[[], object]) -> Taken:
    """Give back what `work` takes."""
    start, used = time.perf_counter(), _processor_time()
    work()
    return Taken(time.perf_counter() - start, _processor_time() - used)


def _processor_time() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def measure(folder: Path, runs: int) -> str:
    """Give back the table of medians over `runs` rounds."""
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        resolved = examine(workspace_for(folder, TODAY), "zh").resolved
        assert resolved is not None, f"{folder} cannot be resolved"
        peer.prepare(resolved, here)
        job = Job(folder, "zh", ("docx", "pdf"), "draft", TODAY, here / "ours")
        command = [sys.executable, "-m", "publisher", "build", str(folder), "-l", "zh", "-f", "docx,pdf",
                   "--anew", "--today", TODAY.isoformat(), "-o", str(here / "cold")]  # fmt: skip
        peer_command = [sys.executable, str(Path(peer.__file__)), str(here)]
        peer.convert(here)  # makes the profile of LibreOffice
        taken: dict[str, list[Taken]] = {"cold": [], "peer cold": [], "warm": [], "peer warm": []}
        shares: list[dict[str, float]] = []
        with processes_for(cores()) as beside:
            run_batch([job], beside)
            peer.fill(here)
            for _ in range(runs):
                taken["cold"].append(take(lambda: subprocess.run(command, capture_output=True)))
                taken["peer cold"].append(take(lambda: subprocess.run(peer_command, check=True)))
                start = time.perf_counter()
                [outcome] = run_batch([job], beside, anew=True)
                taken["warm"].append(Taken(time.perf_counter() - start, sum(outcome.timings.values())))
                shares.append(dict(outcome.timings))
                taken["peer warm"].append(take(lambda: (peer.fill(here), peer.convert(here))))
        assert outcome.written, outcome
        return _table(taken, shares)


def _table(taken: dict[str, list[Taken]], shares: Sequence[dict[str, float]]) -> str:
    def row(name: str, ours: str, other: str) -> str:
        mine, theirs = _median(taken[ours]), _median(taken[other])
        seconds = (mine.wall, mine.processor, theirs.wall, theirs.processor)
        return f"| {name} | {' | '.join(f'{number:.2f} s' for number in seconds)} | {mine.wall / theirs.wall:.2f} |"

    stages = {stage: statistics.median(share[stage] for share in shares) for stage in shares[0]}
    total = sum(stages.values())
    lines = [
        "| | publisher, proven | CPU | docxtpl + LibreOffice, unproven | CPU | ratio |",
        "|---|---|---|---|---|---|",
        row("cold: new process", "cold", "peer cold"),
        row("warm: resident process", "warm", "peer warm"),
        "",
        "| stage (warm) | seconds | share |",
        "|---|---|---|",
        *(f"| {stage} | {seconds:.3f} | {seconds / total:.0%} |" for stage, seconds in stages.items()),
        "",
        f"Medians of {len(shares)} rounds on {cores()} cores; " + _versions(),
    ]
    return "\n".join(lines) + "\n"


def _median(taken: Sequence[Taken]) -> Taken:
    return Taken(statistics.median(t.wall for t in taken), statistics.median(t.processor for t in taken))


def _versions() -> str:
    named = [f"{name} {metadata.version(name)}" for name in ("publisher", "weasyprint", "python-docx", "docxtpl")]
    office = subprocess.run(["soffice", "--version"], capture_output=True, text=True).stdout.split()[:2]
    return ", ".join([f"Python {platform.python_version()}", *named, " ".join(office)])


if __name__ == "__main__":
    folder, runs, *_ = [*sys.argv[1:], *["data/HSP-HA.2-16", "5"][len(sys.argv) - 1 :]]
    print(measure(Path(folder), int(runs)))
