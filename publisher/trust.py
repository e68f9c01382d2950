"""Which templates out of documents' folders the user of this machine has said to trust, by the digest of each."""

from __future__ import annotations

import datetime
import hashlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from publisher.failures import BadRequest, CannotWrite

LARGEST_FILE = 20 * 2**20
MOST_FILES = 2000
PICTURES = (".svg", ".png")  # an emblem is a picture, which is data of the document like any other


class Untrustworthy(BadRequest):
    """A `templates` folder holds what no template can be: a link, a device, a file of no reasonable size."""


def own_templates(folder: Path) -> dict[str, Path]:
    """The template files of the document in `folder` by name; emblems are none. Untrustworthy for odd ones."""
    root = folder / "templates"
    if root.is_symlink():
        raise Untrustworthy(f"{root} is a link; templates lie in the document’s own folder")
    found: dict[str, Path] = {}
    for place, folders, names in os.walk(root, followlinks=False):
        for name in sorted((*folders, *names)):
            path = Path(place) / name
            if path.is_symlink():
                raise Untrustworthy(f"{path} is a link; templates lie in the document’s own folder")
            if name not in folders and not _is_emblem(path.relative_to(root)):
                found[path.relative_to(root).as_posix()] = _sound(path)
        if len(found) > MOST_FILES:
            raise Untrustworthy(f"{root} holds more than {MOST_FILES} files")
    return found


def _is_emblem(name: Path) -> bool:
    return name.parts[0] == "emblems" and name.suffix.lower() in PICTURES


def _sound(path: Path) -> Path:
    if not path.is_file() or path.stat().st_size > LARGEST_FILE:
        raise Untrustworthy(f"{path} is no file, or larger than any template")
    return path


def fingerprint(name: str, data: bytes) -> str:
    """The SHA-256 of a template’s name and text."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape") + b"\0" + data).hexdigest()


def is_trusted(files: Mapping[str, bytes]) -> bool:
    """Say whether the user trusts every one of these templates (name → text)."""
    return not files or {fingerprint(name, data) for name, data in files.items()} <= _known()


def templates_trusted(folder: Path) -> bool:
    """Say whether every template of the document in `folder` is trusted; so it is where there are none."""
    if not (folder / "templates").exists() and not (folder / "templates").is_symlink():
        return True
    try:
        return is_trusted({name: path.read_bytes() for name, path in own_templates(folder).items()})
    except (Untrustworthy, OSError):
        return False


def trust(files: Mapping[str, bytes], whose: str, today: datetime.date) -> int:
    """Keep for good that these templates are trusted and say how many were not yet; CannotWrite where it cannot."""
    known = _known()
    new = {name: mark for name, data in files.items() if (mark := fingerprint(name, data)) not in known}
    if new:
        plain = " ".join(whose.split())
        _append(f"{mark}  {today}  {plain}  {' '.join(name.split())}" for name, mark in new.items())
    return len(new)


def _list_of_trusted() -> Path | None:
    """The file with the digests, under XDG_CONFIG_HOME or ~/.config; None where the user has no home."""
    if (given := os.environ.get("XDG_CONFIG_HOME", "")) and Path(given).is_absolute():
        return Path(given) / "publisher" / "trusted-templates"
    try:
        return Path.home() / ".config" / "publisher" / "trusted-templates"
    except RuntimeError:
        return None


def _known() -> frozenset[str]:
    path = _list_of_trusted()
    try:
        return _read(path, path.stat().st_mtime_ns, path.stat().st_size) if path is not None else frozenset()
    except (OSError, UnicodeDecodeError):
        return frozenset()


@lru_cache(maxsize=2)
def _read(path: Path, changed: int, size: int) -> frozenset[str]:
    return frozenset(line.split(maxsplit=1)[0] for line in path.read_text("utf-8").splitlines() if line.strip())


def _append(lines: Iterable[str]) -> None:
    path = _list_of_trusted()
    if path is None:
        raise CannotWrite("there is no home folder to remember trusted templates in; set XDG_CONFIG_HOME")
    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        before = path.read_text("utf-8") if path.is_file() else ""
        handle, beside = tempfile.mkstemp(prefix=".trusted-", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(before + "".join(f"{line}\n" for line in lines))
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).replace(path)
    except OSError as error:
        with suppress(OSError):
            Path(beside).unlink()
        raise CannotWrite(f"cannot write to {path}: {error.strerror or error}") from error
