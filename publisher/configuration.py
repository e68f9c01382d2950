"""What the user of this machine has said for good.

Lists of lines in ~/.config/publisher, or under XDG_CONFIG_HOME.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from publisher.failures import CannotWrite


def said(name: str) -> tuple[str, ...]:
    """The lines of the list called `name`.

    None where it is not there or cannot be read.
    """
    path = _place(name)
    try:
        return _read(path, path.stat().st_mtime_ns, path.stat().st_size) if path is not None else ()
    except (OSError, UnicodeDecodeError):
        return ()


def say(name: str, lines: Iterable[str]) -> None:
    """Add `lines` to the list called `name`.

    CannotWrite where it cannot be kept.
    """
    path = _place(name)
    if path is None:
        raise CannotWrite("there is no home folder to keep anything in; set XDG_CONFIG_HOME")
    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        before = path.read_text("utf-8") if path.is_file() else ""
        handle, beside = tempfile.mkstemp(prefix=f".{name}-", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(before + "".join(f"{' '.join(line.splitlines())}\n" for line in lines))
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).replace(path)
    except OSError as error:
        with suppress(OSError):
            Path(beside).unlink()
        raise CannotWrite(f"cannot write to {path}: {error.strerror or error}") from error


def _place(name: str) -> Path | None:
    """The file of a list; None where the user has no home."""
    if (given := os.environ.get("XDG_CONFIG_HOME", "")) and Path(given).is_absolute():
        return Path(given) / "publisher" / name
    try:
        return Path.home() / ".config" / "publisher" / name
    except RuntimeError:
        return None


@lru_cache(maxsize=4)
def _read(path: Path, changed: int, size: int) -> tuple[str, ...]:
    return tuple(line for line in path.read_text("utf-8").splitlines() if line.strip())
