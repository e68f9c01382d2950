"""The outside world as one argument.

Where document, templates and reference data are, what day it is.
"""

from __future__ import annotations

import datetime
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from publisher.failures import BadRequest
from publisher.system import font_folders
from publisher.trust import templates_trusted

FONT_FOLDERS = font_folders()
OWN_REFERENCE = ("organs.yaml", "bodies.yaml", "places.yaml", "persons.yaml", "terms.yaml")
OWN_FOLDERS = {"profile": (".yaml",), "emblems": (".svg", ".png", ".jpg", ".jpeg")}  # folders beside → endings
FROZEN_OWN = "own"  # where an issued edition keeps them among its reference data
_MOST_OWN = 200  # files in each of them
_LANGUAGE_FILE = re.compile(r"([a-z]{2,3})\.yaml")


@dataclass(frozen=True, slots=True)
class Workspace:
    """Folders a document is built from, and today's date.

    Nothing else of the outside world is consulted. `templates` lists the roots to look in, first hit wins: the
    document's own `templates/` folder, then ours. `distrusted` says that the document has templates of its own that
    the user does not trust: nothing is built from it.
    """

    folder: Path  # the document: record.yaml and its language files
    templates: tuple[Path, ...]
    reference: Path  # data/reference
    today: datetime.date
    distrusted: bool = False
    own_reference: tuple[tuple[str, Path], ...] = ()  # the user's own: organs.yaml, profile/wells.yaml … → the nearest

    def template(self, name: str) -> Path:
        """The first file called `name` under the template roots.

        FileNotFoundError when there is none.
        """
        own = dict(self.own_reference).get(name)  # over ours, under those of the document
        path = file_below(self.templates[:-1], name) or own or file_below(self.templates[-1:], name)
        if path is not None:
            return path
        raise FileNotFoundError(name)


def file_below(roots: Iterable[Path], name: str) -> Path | None:
    """The first regular file `name` below one of `roots`, or None.

    Whatever links and dots say.
    """
    for root in roots:
        try:
            path = root / name
            if ".." not in path.parts[len(root.parts) :] and path.is_file() and _lies_below(path, root):
                return path
        except (OSError, ValueError):  # a name no file can have
            continue
    return None


def _lies_below(path: Path, root: Path) -> bool:
    return os.path.realpath(path).startswith(os.path.join(os.path.realpath(root), ""))  # noqa: PTH118  twice as fast


def shipped(name: str) -> Path:
    """The shipped folder `templates` or `reference`.

    In a checkout as in an installed wheel.
    """
    package = Path(__file__).resolve().parent.parent
    installed = package / f"_{name}"
    if installed.is_dir():
        return installed
    return package.parent / (name if name == "templates" else f"data/{name}")


def demonstration() -> Path:
    """The folder of the demonstration report.

    In a checkout as in an installed wheel.
    """
    package = Path(__file__).resolve().parent.parent
    installed = package / "_example"
    return installed if installed.is_dir() else package.parent / "data" / "DEMO-CVW.3-15"


def workspace_for(folder: Path, today: datetime.date) -> Workspace:
    """The workspace of the document in `folder`.

    With its own templates where the user trusts them.
    """
    own, trusted = folder / "templates", templates_trusted(folder)
    roots = (own, shipped("templates")) if trusted else (shipped("templates"),)
    return Workspace(folder, roots, shipped("reference"), today, not trusted, own_reference_of(folder))


def own_reference_of(folder: Path) -> tuple[tuple[str, Path], ...]:
    """The user's own reference files for a document.

    Of each name the nearest one upwards. They lie in folders called `reference`. The way up ends at the home folder,
    and before a folder that everybody may write to.
    """
    found: dict[str, Path] = {}
    try:
        here = Path(os.path.realpath(folder))  # as links lead, also where they lead round in a circle
        for level in (here, *here.parents):
            if level != here and (level == level.parent or level.stat().st_mode & stat.S_IWOTH):
                break
            own = level / "reference"
            if own.is_dir() and own.resolve() != shipped("reference").resolve():
                for name in (*OWN_REFERENCE, *_files_beside(own)):
                    if (path := file_below((own,), name)) is not None:
                        found.setdefault(name, path)
            if level == Path.home():
                break
    except OSError:
        pass
    return tuple(sorted(found.items()))


def _files_beside(reference: Path) -> Iterator[str]:
    """The names of profiles and emblems in a reference folder."""
    for folder, endings in OWN_FOLDERS.items():
        names = (name for name in names_in(reference / folder) if name.lower().endswith(endings))
        yield from (f"{folder}/{name}" for name in islice(names, _MOST_OWN))


def languages_in(folder: Path) -> tuple[str, ...]:
    """The languages a folder holds words for, by code, in order."""
    found = (_LANGUAGE_FILE.fullmatch(name) for name in names_in(folder))
    return tuple(sorted(match[1] for match in found if match))


def names_in(folder: Path) -> list[str]:
    """The names of what is in a folder, none where it is none.

    BadRequest where it is closed to us.
    """
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208  names are wanted, not paths
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BadRequest(f"cannot look into {folder}: {error.strerror}") from error
