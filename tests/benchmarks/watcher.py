"""A `publisher` that watches: how long it takes from the saving of a file until its documents are there again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from tests.benchmarks.measuring import Taken, take

READY = "watching"  # what it says when all is built


@contextmanager
def watching(arguments: Sequence[str]) -> Iterator[Callable[[Callable[[], object]], Taken]]:
    """A function that does a change to files and tells how long it took until all was built; no processor time."""
    command = [sys.executable, "-m", "publisher", *arguments, "--watch"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    lines = iter(process.stderr.readline, "")

    def until_ready() -> None:
        assert any(line.startswith(READY) for line in lines), "the watcher ended"

    def timed(change: Callable[[], object]) -> Taken:
        taken = take(lambda: (change(), until_ready()))
        return Taken(taken.wall, float("nan"))

    try:
        until_ready()
        yield timed
    finally:
        process.kill()
        process.wait()
