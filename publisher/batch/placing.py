"""The one place where finished files reach the disk.

They are written beside their place, and renamed when all are whole.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from publisher.failures import CannotWrite
from publisher.model.diagnostic import Diagnostic

REJECTED = "rejected"
ABANDONED = 3600.0  # seconds after which a file begun is nobody's any more


def prepare(folder: Path) -> None:
    """Make `folder` and prove that files can be written there.

    CannotWrite says why not, before any work is done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = _beside(folder / "probe")
        probe.touch(exist_ok=False)
        probe.unlink()
        for left in folder.glob(".*.part"):  # by a process that was killed
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(f"cannot write to {folder}: {error.strerror or error}") from error


def place(folder: Path, files: Mapping[str, bytes], *, lasting: bool = True) -> tuple[Path, ...]:
    """Write `files` to `folder`, all or none; their paths.

    `files` maps a name, or a path below the folder, to bytes. Every file is first written whole beside its place and
    flushed to the disk; only when all of them are there are they renamed. What was rejected earlier under the same
    names is removed. CannotWrite leaves everything as it was. What need not be `lasting`, since it can be made again
    and is known for damaged, is not waited for.
    """
    staged: dict[Path, Path] = {}
    made: list[Path] = []
    try:
        _make(folder, made)
        for name, data in files.items():
            target = folder / name
            if target.exists() and not target.is_file():  # a device such as /dev/null must not be renamed away
                raise CannotWrite(f"cannot write to {target}: it is no file")
            _make(target.parent, made)
            staged[target] = _beside(target)
            _write(staged[target], data, lasting)
        for target, temporary in staged.items():
            temporary.replace(target)
        for one in dict.fromkeys((folder, *(target.parent for target in staged))) if lasting else ():
            _flush_folder(one)
    except OSError as error:
        raise CannotWrite(f"cannot write to {folder}: {error.strerror or error}") from error
    finally:  # whatever ended the work, Ctrl-C included
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink()
        for one in reversed(made):
            with suppress(OSError):  # it holds files: all went well
                one.rmdir()
    for name in files:
        _forget_rejected(folder / REJECTED, name)
    return tuple(staged)


def set_aside(folder: Path, files: Mapping[str, bytes], findings: Sequence[Diagnostic]) -> tuple[Path, ...]:
    """Keep files that failed in `folder`/rejected, with their reports.

    An earlier good file stays.
    """
    reports = {f"{name}.txt": _report(name, findings).encode("utf-8", "backslashreplace") for name in files}
    if not files:
        return ()
    place(folder / REJECTED, reports)
    return place(folder / REJECTED, files)


def _report(name: str, findings: Sequence[Diagnostic]) -> str:
    lines = [f"{name} failed verification and was kept aside.", ""]
    for found in findings:
        lines.append(f"{found.at or name}: {found.severity} {found.code} {found.name}: {found.message}")
        if found.hint:
            lines.append(f"    {found.hint}")
    return "\n".join(lines) + "\n"


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.urandom(6).hex()}.part")


def _make(folder: Path, made: list[Path]) -> None:
    """Make `folder` and those above it, and note in `made` the ones that were not there."""
    for one in (*reversed(folder.parents), folder):
        if not one.is_dir():
            one.mkdir(exist_ok=True)
            made.append(one)


def _write(path: Path, data: bytes, lasting: bool) -> None:
    with path.open("xb") as file:
        file.write(data)
        if lasting:
            file.flush()
            os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # opens no folders, and keeps their entries itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _forget_rejected(folder: Path, name: str) -> None:
    if folder.is_dir():
        for path in (folder / name, folder / f"{name}.txt"):
            path.unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
