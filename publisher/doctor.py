"""Says what of the outside world is missing, and what installs it."""

from __future__ import annotations

import ctypes
import hashlib
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from publisher.failures import MissingDependency
from publisher.installing import this_system
from publisher.model.workspace import FONT_FOLDERS, own_reference_of
from publisher.system import library_folders

MINIMUM_PANGO = (1, 44)
FONTS = (  # script, a family of which one face must be there, by what it is installed
    ("Latin and Cyrillic", "Liberation Serif", "liberation"),
    ("Latin and Cyrillic, sans serif", "Liberation Sans", "liberation"),
    ("Chinese", "Noto Serif CJK SC", "cjk"),
    ("Chinese, sans serif", "Noto Sans CJK SC", "cjk-sans"),
    ("Arabic", "Noto Naskh Arabic", "arabic"),
)
LIBRARIES = (  # what it is for, library, function that tells the version
    ("Pango, lays out the text of the PDF", "pango", "pango_version_string"),
    ("Pango for FreeType fonts", "pango-freetype", None),
    ("HarfBuzz subset, embeds fonts", "harfbuzz", "hb_version_string"),
)
DISTRIBUTIONS = (
    "weasyprint",
    "python-docx",
    "docxtpl",
    "lxml",
    "pydantic",
    "ruamel.yaml",
    "jinja2",
    "babel",
    "pikepdf",
    "python-bidi",
    "page-validation",
    "sqlalchemy",
)
OPTIONAL = (("distributed", "distributed"), ("psycopg", "psycopg[binary]"))


@dataclass(frozen=True, slots=True)
class Look:
    """One thing looked for: is it there, where, and what installs it."""

    what: str
    there: bool
    detail: str
    by: str = ""  # what installs it, as `installing` calls it
    needed: bool = True


def examine_machine() -> tuple[Look, ...]:
    """Everything `publisher` stands on, present or not.

    Works where WeasyPrint cannot be loaded.
    """
    return (
        Look("Python", True, platform.python_version()),
        *map(_distribution, DISTRIBUTIONS),
        *(_extra(name, extra) for name, extra in OPTIONAL),
        *(_library(*row) for row in LIBRARIES),
        *_engine(),
        *_fonts(),
    )


def engines() -> dict[str, str]:
    """What the look of a file depends on: name → version.

    As an edition keeps it.
    """
    return {**{look.what: look.detail for look in examine_machine() if look.there}, **_font_files()}


def install_command(looks: tuple[Look, ...]) -> str:
    """The one line that installs every system package missing, or nothing."""
    return this_system().line(look.by for look in looks if look.needed and not look.there)


def _distribution(name: str) -> Look:
    try:
        return Look(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Look(name, False, f"not installed: pip install {name}")


def _extra(name: str, extra: str) -> Look:
    try:
        return Look(name, True, metadata.version(name), needed=False)
    except metadata.PackageNotFoundError:
        return Look(name, False, f"optional: pip install '{extra}'", needed=False)


def look_at_own_reference(here: Path) -> Look:
    """The reference data of the user's own that hold for documents in `here`."""
    own = own_reference_of(here / "data" if (here / "data").is_dir() else here)
    folders: dict[str, list[str]] = {}
    for name, path in own:
        folders.setdefault(str(path.parents[name.count("/")]), []).append(name)
    told = "; ".join(f"{folder}: {', '.join(names)}" for folder, names in folders.items())
    return Look("Reference data of your own", bool(own), told or "none; publisher organ new adds some", needed=False)


def _library(what: str, name: str, version_function: str | None) -> Look:
    file = this_system().libraries[name]
    library = _loaded(file)
    if library is None:
        return Look(what, False, f"{file} cannot be loaded", name)
    if version_function is None:
        return Look(what, True, file, name)
    tell: Callable[[], bytes] = getattr(library, version_function)
    tell.restype = ctypes.c_char_p  # type: ignore[attr-defined]
    version = tell().decode()
    too_old = version_function == "pango_version_string" and tuple(map(int, version.split(".")[:2])) < MINIMUM_PANGO
    return Look(what, not too_old, f"{version}{', too old' if too_old else ''}", name)


def _loaded(file: str) -> ctypes.CDLL | None:
    """A library where the system looks for it, or where its packages lie that the system does not look into."""
    for place in (file, *(str(folder / file) for folder in library_folders())):
        with suppress(OSError):
            return ctypes.CDLL(place)
    return None


def _engine() -> Iterator[Look]:
    """What is changed in WeasyPrint, and what of it does not fit the one installed; nothing where it cannot be loaded."""
    from publisher.render.pdf.engine import REPAIRS, OtherEngine, engine
    from publisher.render.pdf.parts import switched_off

    what = "WeasyPrint, what is changed in it"
    try:
        off = switched_off(engine())
    except OtherEngine as other:
        yield Look(what, False, str(other))
    except MissingDependency:  # told by the look at the library
        return
    else:
        yield Look(what, True, "all fits" if not off else f"all but {len(off)} of {len(REPAIRS) + 1} fits")
        yield from (Look(f"  {one.name}", False, f"off: {one.why}", needed=False) for one in off)


def _fonts() -> Iterator[Look]:
    present = _font_families()
    for script, family, by in FONTS:
        there = family.casefold() in present
        yield Look(f"Font for {script}", there, family if there else f"{family} is not installed", by)


def _font_families() -> str:
    """The names of all installed font families, in lower case, as one text."""
    if tool := shutil.which("fc-list"):
        told = subprocess.run([tool, ":", "family"], capture_output=True, text=True, check=False)
        return told.stdout.casefold()
    files = (path.stem for folder in FONT_FOLDERS if folder.is_dir() for path in folder.rglob("*.[ot]t[fc]"))
    # without fontconfig only the file names tell: NotoSerifCJK-Regular, LiberationSerif-Bold
    names = " ".join(files).casefold()
    return "\n".join(family.casefold() for _, family, _ in FONTS if _as_file_name(family) in names)


def _font_files() -> dict[str, str]:
    """Version, file name and SHA-256 of the file each family is drawn from: “2.1 LiberationSerif-Regular.ttf …”."""
    tool = shutil.which("fc-match")
    if tool is None:
        return {}
    found = {}
    for _, family, _ in FONTS:
        command = [tool, "--format", "%{fontversion}\t%{file}", family]
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.partition("\t")
        path = Path(told[2])
        if told[0].isdigit() and path.is_file():
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
            found[f"Font file of {family}"] = f"{int(told[0]) / 65536:.3f} {path.name} sha256 {sha256}"
    return found


def _as_file_name(family: str) -> str:
    return family.replace(" CJK SC", "CJK").replace(" ", "").casefold()
