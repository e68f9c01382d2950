"""The shelf: issued files laid out in folders for people to open.

The register remains what counts.
"""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from publisher.failures import CannotWrite
from publisher.register import Edition, Register, sound_name
from publisher.register.edition import digest
from publisher.system import is_alive

PART = ".part-"
ABANDONED = 3600.0  # seconds after which a folder begun elsewhere is nobody's any more


def shelf_folder(edition: Edition) -> str:
    """The edition's folder on the shelf: HSP-HA.2-16/zh/reissue-1.

    RegisterFailure where it would lie elsewhere.
    """
    name = edition.symbol.replace("/", "-").replace(" ", "_")
    last = f"reissue-{edition.asterisks}" if edition.asterisks else "issue"
    return sound_name(f"{name}/{edition.language}/{last}")


def put_on_shelf(register: Register, edition: Edition, shelf: Path) -> Path:
    """Write the edition's files under `shelf`; their folder.

    What stands there is not touched. The folder appears in one rename, so a kill leaves it whole or absent; the next
    call puts it there again.
    """
    folder = shelf / shelf_folder(edition)
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f"{PART}{socket.gethostname()}-{os.getpid()}-", dir=folder.parent))
    except OSError as error:
        raise CannotWrite(f"{folder}: {error.strerror}; the edition is in the register") from error
    try:
        _write(register, edition, beside)
        beside.chmod(0o755)
        beside.rename(folder)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        if folder.is_dir():  # somebody else was first, with the same bytes
            return folder
        raise CannotWrite(f"{folder}: {error.strerror}; the edition is in the register") from error
    return folder


def lay_out_missing(register: Register, editions: Iterable[Edition], shelf: Path) -> list[tuple[Edition, Path]]:
    """Lay out those of `editions` that are not on the shelf, as after a kill.

    Give them back with their folders.
    """
    done = []
    for edition in editions:
        if not (shelf / shelf_folder(edition)).is_dir():
            whole = register.edition(edition.id)
            done.append((whole, put_on_shelf(register, whole, shelf)))
    return done


def clear_begun(shelf: Path) -> list[Path]:
    """Take away folders begun by a process that died; those folders."""
    gone = []
    for folder in sorted(shelf.glob(f"*/*/{PART}*")):
        if folder.is_dir() and not folder.is_symlink() and _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)
            gone.append(folder)
    return gone


def _is_abandoned(folder: Path) -> bool:
    """Say whether nobody writes to a folder any more: its process is gone, or it is old."""
    host, _, rest = folder.name.removeprefix(PART).rpartition("-")[0].rpartition("-")
    if host == socket.gethostname() and rest.isdecimal():
        if not is_alive(int(rest)):
            return True
        if int(rest) == os.getpid():
            return False
    try:
        return time.time() - folder.stat().st_mtime > ABANDONED
    except OSError:
        return False


def faults_on_shelf(register: Register, shelf: Path) -> Iterator[str]:
    """What lies on the shelf otherwise than the register says, in words."""
    for edition in register.editions():
        folder = shelf / shelf_folder(edition)
        if not folder.is_dir():
            yield f"{folder} is missing: lay it out with publisher register repair"
            continue
        wanted = {Path(f.name).name: f.sha256 for f in register.edition(edition.id).files if f.role == "output"}
        for name, sha256 in wanted.items():
            path = folder / name
            if not path.is_file():
                yield f"{path} is missing"
            elif digest(path.read_bytes()) != sha256:
                yield f"{path} is not what was issued"
    known = {shelf / shelf_folder(edition) for edition in register.editions()}
    for folder in sorted(shelf.glob("*/*/*")):
        if folder.is_dir() and folder not in known and not folder.name.startswith("."):
            yield f"{folder} is on the shelf, but the register knows nothing of it"


def _write(register: Register, edition: Edition, folder: Path) -> None:
    for file in edition.files:
        if file.role != "output":
            continue
        path = folder / Path(sound_name(file.name)).name
        with path.open("xb") as stream:
            stream.write(register.content(edition, "output", file.name))
            stream.flush()
            os.fsync(stream.fileno())
        path.chmod(0o444)
