"""Waits until a file that documents are made from changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from publisher.model.files import walk

States = Mapping[str, tuple[int, int, int]]

SHORTEST = 0.1  # seconds from one look to the next
SHARE = 20  # a look takes a twentieth of the time at the most
QUIET = 0.05  # seconds without another change: who saves several files saves them together


def states_of(folders: Iterable[Path], but: Iterable[Path] = ()) -> States:
    """Size and times of every file in `folders`, `but` those in some.

    Hidden files and Python's are left out.
    """
    found = {}
    left_out = tuple(f"{folder.resolve()}{os.sep}" for folder in but)
    for folder in folders:
        for path, entry in walk(folder.resolve()):
            if path.startswith(left_out):
                continue
            try:
                state = entry.stat()
            except FileNotFoundError:  # an editor puts a new file in the place of the old one
                continue
            found[path] = (state.st_size, state.st_mtime_ns, state.st_ctime_ns)
    return found


def wait_for_change(look: Callable[[], States], before: States) -> tuple[str, ...]:
    """Wait until files do not `look` as `before`, and are at rest.

    Give back the paths of those that differ.
    """
    seen = before
    while True:
        start = time.perf_counter()
        now = look()
        if now != before and now == seen:
            return tuple(sorted(path for path in {*before, *now} if before.get(path) != now.get(path)))
        took = time.perf_counter() - start
        time.sleep(QUIET if now != before else max(SHORTEST, SHARE * took))
        seen = now
