"""Digests of exactly what documents are made from.

Their own files, and the surroundings all of them share. Digests are of whole contents, never of times, but for fonts
and the program, which only an installation changes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import publisher
from publisher.batch.job import Job
from publisher.model.files import MOST_BYTES, Refused, read_regular, walk
from publisher.model.workspace import FONT_FOLDERS, languages_in, own_reference_of, shipped

_SYMBOL = re.compile(r"""^symbol:[ \t]*(["']?)([\w/.\-()]+)\1[ \t]*(?:#.*)?$""", re.MULTILINE)
_ORIGINAL = re.compile(r"^original:[ \t]*([a-z]{2,3})[ \t]*(?:#.*)?$", re.MULTILINE)
_TRANSLATION = re.compile(r"^[\"' {]*translation\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Content:
    """The SHA-256 of a file, and what is said in one line of it.

    Of a record: the symbol and the original language, where one line alone says them. Of a language file: whether its
    words are `official`, that is, there are some and no line speaks of a translation.
    """

    digest: str
    symbol: str = ""
    original: str = ""
    official: bool = False


def content_of(path: str | Path) -> Content:
    """What is in a file, read once while its size, times and inode stay.

    OSError where it is not there.
    """
    state = os.stat(path)  # noqa: PTH116  paths of thousands of files: a Path each would cost more than the digest
    return _content(str(path), state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino)


@lru_cache(maxsize=20_000)
def _content(path: str, modified: int, changed: int, size: int, inode: int) -> Content:
    if size > MOST_BYTES:
        return Content(TOO_LARGE)
    try:
        data = read_regular(path)
    except (PermissionError, Refused):
        return Content(UNREADABLE)
    digest = hashlib.sha256(data).hexdigest()
    name = path.rpartition("/")[2]
    if name == "record.yaml":
        text = data.decode("utf-8-sig", "replace")
        stated, original = _SYMBOL.findall(text), _ORIGINAL.search(text)
        return Content(digest, stated[0][1] if len(stated) == 1 else "", original[1] if original else "")
    if name.endswith(".yaml"):
        text = data.decode("utf-8-sig", "replace")
        return Content(digest, official=bool(text) and ("translation" not in text or not _TRANSLATION.search(text)))
    return Content(digest)


DRAWING = (
    "page/",
    "style/",
    "word/",
    "emblems/",
)  # the templates that draw; those of wording are in the resolved document
PROGRAM, ENGINES, FONTS = "the program", "the engines", "the fonts"
TOO_LARGE, UNREADABLE = "too large", "unreadable"  # in place of a digest: no build reads such files either
_DISTRIBUTIONS = (
    "weasyprint", "pydyf", "tinycss2", "cssselect2", "python-docx", "docxtpl", "lxml", "fonttools", "jinja2", "pillow",
    "babel", "segno", "python-barcode", "pikepdf", "page-validation", "python-bidi",
)  # fmt: skip
_LIBRARIES = Path("/usr/lib")


@dataclass(frozen=True)
class Surroundings:
    """What all documents in one language are built with: names → digests.

    Looked at once for a whole batch.
    """

    files: Mapping[str, str]

    @cached_property
    def digest(self) -> str:
        """One digest for all."""
        return of_text(json.dumps(sorted(self.files.items())))

    @cached_property
    def drawing(self) -> str:
        """One digest of the surroundings that draw and prove documents."""
        templates = tuple(f"templates/{name}" for name in DRAWING)
        return of_text(
            json.dumps(
                [
                    (name, found)
                    for name, found in sorted(self.files.items())
                    if name in (PROGRAM, ENGINES, FONTS) or name.startswith(templates)
                ]
            )
        )


def surroundings(language: str) -> Surroundings:
    """Digests of templates, reference data, program, engines and fonts."""
    wording, own = "wording/", f"wording/{language}/"
    return Surroundings(
        {
            **{
                f"templates/{name}": found
                for name, found in files_of(shipped("templates")).items()
                if not name.startswith(wording) or name.startswith(own) or name.count("/") == 1
            },
            **{f"reference/{name}": found for name, found in files_of(shipped("reference")).items()},
            **installed(),
        }
    )


@lru_cache(maxsize=1)
def installed() -> Mapping[str, str]:
    """The digests of the program, its engines and the fonts of this machine."""
    package = Path(publisher.__file__).parent
    fonts = (name for folder in FONT_FOLDERS for name in _states(folder, ".otf", ".ttf", ".ttc"))
    return {
        PROGRAM: of_text(json.dumps(sorted(_states(package, ".py")))),
        ENGINES: engines_of(),
        FONTS: of_text(json.dumps(sorted(fonts))),
    }


def engines_of() -> str:
    """A digest of the versions of what reads, draws and proves."""
    return of_text(json.dumps([_versions(), _libraries()]))


@lru_cache(maxsize=1)
def machine() -> Mapping[str, str]:
    """What files look like depends on besides a document, by content.

    The same on machines that are alike.
    """
    package = Path(publisher.__file__).parent
    fonts = sorted(
        (name, os.stat(os.path.join(root, name)).st_size)  # noqa: PTH116, PTH118
        for folder in FONT_FOLDERS
        for root, _, names in os.walk(folder)
        for name in names
        if name.endswith((".otf", ".ttf", ".ttc"))
    )
    programs = {str(path.relative_to(package)): digest_of(path) for path in sorted(package.rglob("*.py"))}
    return {
        "the program": of_text(json.dumps(programs)),
        "the templates": of_text(json.dumps(files_of(shipped("templates")))),
        "the reference data": of_text(json.dumps(files_of(shipped("reference")))),
        "the engines": engines_of(),
        "the fonts": of_text(json.dumps(fonts)),
    }


def machine_digest() -> str:
    """One digest of all that."""
    return of_text(json.dumps(sorted(machine().items())))


def own_files(job: Job) -> dict[str, str]:
    """The digest of every file of the job's folder, by its name.

    Its templates are among them. Left out are the words of the other languages, which are other jobs; but those of
    the original stay, which a translation is held against, and all where it takes a reading to know which is the
    original.
    """
    whole = languages_in(job.folder)
    original = _original(job.folder) if len(whole) > 1 else ""
    used = {job.language, original} if original and job.language in whole else set(whole)
    other = {f"{code}.yaml" for code in whole if code not in used}
    files = {name: found for name, found in files_of(job.folder).items() if name not in other}
    return files | {f"reference/{name}": digest_of(path) for name, path in own_reference_of(job.folder)}


def _original(folder: Path) -> str:
    """The language that others are translated from where the record says it and its words are official."""
    try:
        original = content_of(f"{folder}/record.yaml").original
        return original if original and content_of(f"{folder}/{original}.yaml").official else ""
    except OSError:
        return ""


def files_of(folder: Path) -> dict[str, str]:
    """The digest of each file under `folder`, by its name.

    Hidden files and those left by Python are none.
    """
    return {path[len(str(folder)) + 1 :]: digest_of(path) for path, _ in walk(folder)}


def digest_of(path: str | Path) -> str:
    """The SHA-256 of a file."""
    return content_of(path).digest


def of_text(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def of_bytes(data: bytes) -> str:
    """The SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def _states(folder: Path, *endings: str) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of files that only an installation changes."""
    for path, entry in walk(folder):
        if path.endswith(endings):
            state = entry.stat()
            yield path, state.st_size, state.st_mtime_ns


def _libraries() -> list[str]:
    """The files of Pango and HarfBuzz: Debian writes their versions into the names."""
    stems = ("libpango", "libharfbuzz", "libfontconfig", "libfreetype")
    return sorted(
        entry.name
        for triplet in _LIBRARIES.glob("*-linux-gnu*")
        for entry in os.scandir(triplet)
        if entry.name.startswith(stems) and ".so." in entry.name
    )


def _versions() -> list[str]:
    """Name and version of each distribution as the folder is called that an installer keeps its word of it in.

    The standard library reads them out of the files in there, for which it loads all it knows of electronic mail.
    """
    found: dict[str, str] = {}
    for place in sys.path:
        for entry in _names(place or "."):
            known, _, ending = entry.rpartition(".")
            name = known.partition("-")[0].lower().replace("_", "-")
            if ending in ("dist-info", "egg-info") and name in _DISTRIBUTIONS:
                found.setdefault(name, known)
    return sorted(found.values())


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  names are wanted, not paths
    except OSError:  # an archive, or nothing
        return []
