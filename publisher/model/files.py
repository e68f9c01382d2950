"""Files an author or a stranger put into a folder.

Which there are, and what is in one.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 64 * 1024 * 1024  # of one file: a photograph in print quality has twenty
MOST_YAML = 8 * 1024 * 1024  # of a file of words and facts; a report of 350 pages has less than one megabyte

Chain = tuple[tuple[int, int], ...]  # device and inode of the folders that lead to one
# Neither waits for a pipe nor becomes of a terminal, is not handed on, and changes no byte; each where a system can.
_READING = os.O_RDONLY | sum(
    getattr(os, f"O_{way}", 0) for way in ("NONBLOCK", "NOCTTY", "CLOEXEC", "BINARY", "NOINHERIT")
)
_OPENED = "/proc/self/fd"  # Linux tells there which file each descriptor is
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Refused(Exception):
    """A file that is not opened, whatever is in it.

    The message says why, in an editor's words.
    """


class TooLarge(Refused):
    """A file of more bytes than are read."""


def contents(folder: str | Path, name: str, most: int = MOST_BYTES) -> bytes:
    """The bytes of the file `name` of `folder`.

    It lies in the folder also where links lead to it. Refused where it is an address, lies outside, is no file or has
    more than `most` bytes; FileNotFoundError and other OSError as the system says.
    """
    if fault := name_fault(name):
        raise Refused(fault)
    root = os.path.realpath(folder)
    return read_regular(f"{folder}/{name}", most, root)


def name_fault(name: str) -> str:
    """What is wrong with the name of a document's file, or “”.

    “” where it can only be one in a folder.
    """
    if _SCHEME.match(name) or name.startswith(("//", "\\\\")):
        return f"“{name[:80]}” is an address; name a file in the document folder"
    if name.startswith(("/", "~")) or "\\" in name or "\0" in name or os.path.normpath(name).startswith(".."):
        return f"“{name[:80]}” lies outside the document folder"
    return ""


def read_regular(path: str | Path, most: int = MOST_BYTES, root: str | None = None) -> bytes:
    """The bytes of a regular file, at the most `most`.

    It lies under `root` if that is given; Refused, OSError. It is looked at after it was opened: what the name stands
    for may be exchanged in between. A device or a pipe is never read from.
    """
    try:
        descriptor = os.open(path, _READING)
    except ValueError as error:  # a null character in the name
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from error
    try:
        state = os.fstat(descriptor)
        name = os.path.basename(path)  # noqa: PTH119  thousands of files
        if not stat.S_ISREG(state.st_mode):
            raise Refused(f"“{name}” is not a file")
        if root is not None and not _under(_place_of(descriptor, path, state), root):
            raise Refused(f"“{name}” lies outside the document folder")
        if state.st_size > most:
            raise TooLarge(f"“{name}” has {megabytes(state.st_size)}; a file may have {megabytes(most)}")
        with os.fdopen(descriptor, "rb", buffering=0, closefd=False) as file:
            data = file.read(most + 1)
        if len(data) > most:
            raise TooLarge(f"“{name}” grows while it is read")
        return data
    finally:
        os.close(descriptor)


def _place_of(descriptor: int, path: str | Path, state: os.stat_result) -> str:
    """Where the file that was opened lies, by no link; “” where the name has come to stand for another meanwhile."""
    if os.path.lexists(_OPENED):
        return os.readlink(f"{_OPENED}/{descriptor}")  # noqa: PTH115
    found = os.path.realpath(path)
    with suppress(OSError):
        if os.path.samestat(os.stat(found, follow_symlinks=False), state):  # noqa: PTH116
            return found
    return ""


def megabytes(size: int) -> str:
    """“8.5 MB”, as editors are told the size of a file."""
    return f"{size / 2**20:.1f} MB".replace(".0 MB", " MB")


def walk(folder: str | Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every regular file under `folder`, in a fixed order.

    Neither hidden nor left by Python. A link to a folder is followed but not out of `folder`, nor back into one that
    led to it: so the walk ends.
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
        if entry.name.startswith((".", "__pycache__")):
            continue
        try:
            if entry.is_symlink() and not _under(os.path.realpath(entry.path), root):
                continue
            if entry.is_dir():
                yield from _walk(entry.path, root, chain)
            elif entry.is_file():
                yield entry.path, entry
        except OSError:  # a link to itself
            continue


def _under(path: str, root: str) -> bool:
    root = os.path.normcase(root)  # Windows knows no capitals
    return os.path.normcase(path).startswith(f"{root.rstrip(os.sep)}{os.sep}")
