"""The files of a folder that an author or a stranger filled: which there are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

Chain = tuple[tuple[int, int], ...]  # device and inode of the folders that lead to one


def walk(folder: str | Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every regular file under `folder` that is neither hidden nor left by Python, in a fixed order.

    A link to a folder is followed but not out of `folder`, nor back into one that led to it: so the walk ends.
    """
    yield from _walk(str(folder), os.path.realpath(folder), ())


def _walk(folder: str, root: str, above: Chain) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        here = os.stat(folder)  # noqa: PTH116  thousands of folders: a Path each would cost more than the look
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:  # gone, or closed to us: who reads a file in it says so
        return
    chain = (*above, (here.st_dev, here.st_ino))
    if chain[-1] in above:
        return
    for entry in entries:
        if entry.name.startswith((".", "__pycache__")) or (entry.is_symlink() and not _within(entry.path, root)):
            continue
        if entry.is_dir():
            yield from _walk(entry.path, root, chain)
        elif entry.is_file():
            yield entry.path, entry


def _within(path: str, root: str) -> bool:
    """Tell whether a link ends under `root`."""
    return os.path.realpath(path).startswith(f"{root.rstrip(os.sep)}{os.sep}")
