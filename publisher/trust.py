"""Which templates of documents' folders the user trusts.

By the digest of each, on this machine.
"""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from publisher.configuration import said, say
from publisher.failures import BadRequest

LIST = "trusted-templates"

LARGEST_FILE = 20 * 2**20
MOST_FILES = 2000
LARGEST_WHOLE = 100 * 2**20
PICTURES = (".svg", ".png")  # an emblem is a picture, which is data of the document like any other


class Untrustworthy(BadRequest):
    """A `templates` folder holds what no template can be.

    A link, a device, a file of no reasonable size.
    """


def own_templates(folder: Path) -> dict[str, Path]:
    """The template files of the document in `folder` by name.

    Emblems are none. Untrustworthy for odd ones.
    """
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
        size = sum(path.stat().st_size for path in found.values())
        if len(found) > MOST_FILES or size > LARGEST_WHOLE:
            raise Untrustworthy(f"{root} holds more or larger files than templates are")
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
    """Say whether every template of the document in `folder` is trusted.

    So it is where there are none.
    """
    if not (folder / "templates").exists() and not (folder / "templates").is_symlink():
        return True
    try:
        return is_trusted({name: path.read_bytes() for name, path in own_templates(folder).items()})
    except (Untrustworthy, OSError):
        return False


def trust(files: Mapping[str, bytes], whose: str, today: datetime.date) -> int:
    """Keep for good that these templates are trusted; how many are new.

    CannotWrite where it cannot.
    """
    known = _known()
    new = {name: mark for name, data in files.items() if (mark := fingerprint(name, data)) not in known}
    if new:
        plain = " ".join(whose.split())
        say(LIST, [f"{mark}  {today}  {plain}  {' '.join(name.split())}" for name, mark in new.items()])
    return len(new)


def _known() -> frozenset[str]:
    return _marks(said(LIST))


@lru_cache(maxsize=2)
def _marks(lines: tuple[str, ...]) -> frozenset[str]:
    return frozenset(line.split(maxsplit=1)[0] for line in lines)
