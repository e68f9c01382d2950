"""How the benchmarks measure: seconds on the clock and of processors, medians, versions, tables."""

from __future__ import annotations

import platform
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata


@dataclass(frozen=True)
class Taken:
    """Seconds on the clock and seconds of processor time, of this process and those it waited for."""

    wall: float
    processor: float

    def each(self, count: int) -> Taken:
        """The share of each of `count`."""
        return Taken(self.wall / count, self.processor / count)


def take(work: Callable[[], object]) -> Taken:
    """What `work` takes; processes count once they have ended."""
    start, used = time.perf_counter(), _processor_time()
    work()
    return Taken(time.perf_counter() - start, _processor_time() - used)


def median(taken: Sequence[Taken]) -> Taken:
    """The medians."""
    return Taken(statistics.median(t.wall for t in taken), statistics.median(t.processor for t in taken))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head), *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) + "\n"


def versions(*more: str) -> str:
    """The versions of what is measured."""
    named = [f"{name} {_version(name)}" for name in ("publisher", "weasyprint", "python-docx", "docxtpl", *more)]
    office = subprocess.run(["soffice", "--version"], capture_output=True, text=True).stdout.split()[:2]
    return ", ".join([f"Python {platform.python_version()}", *named, " ".join(office)])


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def _processor_time() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)
