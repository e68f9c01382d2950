"""The shelf: issued files laid out in folders for people to open; the register remains what counts."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from publisher.failures import CannotWrite
from publisher.register import Edition, Register


def shelf_folder(edition: Edition) -> str:
    """The edition's folder on the shelf: HSP-HA.2-16/zh/reissue-1."""
    name = edition.symbol.replace("/", "-").replace(" ", "_")
    return f"{name}/{edition.language}/" + (f"reissue-{edition.asterisks}" if edition.asterisks else "issue")


def put_on_shelf(register: Register, edition: Edition, shelf: Path) -> Path:
    """Write the edition's finished files under `shelf` and give back their folder; what stands there is not touched.

    The folder appears in one rename, so a kill leaves it whole or absent; the next call puts it there again.
    """
    folder = shelf / shelf_folder(edition)
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".part-", dir=folder.parent))
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


def _write(register: Register, edition: Edition, folder: Path) -> None:
    for file in edition.files:
        if file.role != "output":
            continue
        path = folder / Path(file.name).name
        with path.open("xb") as stream:
            stream.write(register.content(edition, "output", file.name))
            stream.flush()
            os.fsync(stream.fileno())
        path.chmod(0o444)
