"""Whether the files of a job are what a build would make now, told by digests of exactly what went into them.

Two looks, the cheap one first. If every file the document was made from (its facts, its words, what they name, the
templates and wording of its language, reference data, the program, engines and fonts) is the same as at the last build
and the finished files still stand, nothing is read at all. If something differs, the document is resolved anew, which
takes milliseconds: when the resolved document and all that draws it are the same (a State was renamed that it does not
name), it is not drawn again. Digests are of whole contents, never of times (but for fonts and the program, which only
an installation changes), so what is skipped is never stale.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

import publisher
from publisher.batch.job import Job
from publisher.batch.placing import place
from publisher.doctor import FONT_FOLDERS
from publisher.model.diagnostic import Diagnostic, PagePosition, Position, Severity
from publisher.model.resolved import Document
from publisher.model.workspace import shipped
from publisher.read import languages

FOLDER = ".built"  # beside the finished files
_DRAWS = ("page/", "style/", "word/", "emblems/")
_DISTRIBUTIONS = ("weasyprint", "pydyf", "python-docx", "docxtpl", "lxml", "fonttools", "jinja2", "babel", "segno")
_LIBRARIES = Path("/usr/lib")


@dataclass(frozen=True, slots=True)
class Made:
    """What the last build was made from and what it made: names → digests; `drawn` stands for all that draws it."""

    inputs: Mapping[str, str]
    drawn: str
    outputs: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_code: int = 0
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all documents in one language are built with, looked at once for a whole batch: names → digests."""

    shared: Mapping[str, str]


def surroundings(language: str) -> Surroundings:
    """Give back the digests of the shipped templates, the reference data, the program, its engines and fonts."""
    templates = _files(shipped("templates"), tuple(f"wording/{code}" for code in _wordings() if code != language))
    return Surroundings(
        {
            **{f"templates/{name}": found for name, found in templates.items()},
            **{f"reference/{name}": found for name, found in _files(shipped("reference")).items()},
            "the program": _states((Path(publisher.__file__).parent,), ".py"),
            "engines": _engines(),
            "fonts": _states(FONT_FOLDERS, ".otf", ".ttf", ".ttc"),
        }
    )


def inputs_of(job: Job, around: Surroundings, others: Iterable[Path] = ()) -> dict[str, str]:
    """Give back the digest of everything a build of `job` may look at, by a name people understand.

    `others` are files outside the document's folder that it was found to take from.
    """
    return {
        **{f"data/{name}": found for name, found in _data(job).items()},
        **{f"from {path}": digest_of(path) for path in sorted(others)},
        **around.shared,
        "asked for": _of_text(f"{sorted(job.formats)} {job.mode}"),
    }


def drawn_of(resolved: Document, sources: Mapping[str, str], inputs: Mapping[str, str]) -> str:
    """Give back one digest of the resolved document, of the sources attached to it, and of all that draws it."""
    drawing = {
        name: found
        for name, found in inputs.items()
        if name in ("the program", "engines", "fonts", "asked for")
        or name.removeprefix("data/").removeprefix("templates/").startswith(_DRAWS)
        or _is_picture(name)
    }
    return _of_text(json.dumps([repr(resolved), sorted(sources.items()), sorted(drawing.items())], ensure_ascii=False))


def last_made(job: Job) -> Made | None:
    """Give back what the last build of `job` left, None where there was none or its files no longer stand as made."""
    path = _record(job)
    try:
        made = _made(json.loads(path.read_bytes()))
        standing = all(digest_of(job.output / name) == found for name, found in made.outputs.items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return made if standing and made.outputs else None


def differences(made: Made | None, inputs: Mapping[str, str]) -> tuple[str, ...]:
    """Give back in words what is not as it was at the last build; empty when everything is."""
    if made is None:
        return ("it was not built before, or its files were changed or removed since",)
    names = sorted({*made.inputs, *inputs})
    verbs = {(False, True): "is new", (True, False): "is gone", (True, True): "changed"}
    return tuple(
        f"{name} {verbs[name in made.inputs, name in inputs]}"
        for name in names
        if made.inputs.get(name) != inputs.get(name)
    )


def others_of(made: Made | None) -> tuple[Path, ...]:
    """Give back the files outside its folder that the document took from at the last build."""
    return tuple(Path(name.removeprefix("from ")) for name in (made.inputs if made else ()) if name.startswith("from "))


def remember(job: Job, made: Made) -> None:
    """Keep what this build was made from and what it made, beside the finished files."""
    content = json.dumps(asdict(made), ensure_ascii=False, indent=1, default=str)
    place(_record(job).parent, {_record(job).name: content.encode()})


def digest_of(path: Path) -> str:
    """Give back the SHA-256 of a file, read once while its size and time of change stay."""
    state = path.stat()
    return _digest(path, state.st_mtime_ns, state.st_size, state.st_ino)


@lru_cache(maxsize=20_000)
def _digest(path: Path, changed: int, size: int, inode: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _record(job: Job) -> Path:
    return job.output / FOLDER / f"{job.folder.resolve().name}.{job.language}.json"


def _data(job: Job) -> dict[str, str]:
    """Every file of the document's folder, its own templates included, but the words of the other languages."""
    other = {f"{code}.yaml" for code in languages(job.folder)} - {f"{job.language}.yaml"}
    return {name: found for name, found in _files(job.folder).items() if name not in other}


def _files(folder: Path, without: tuple[str, ...] = ()) -> dict[str, str]:
    return {
        name: digest_of(path)
        for path in _walk(folder)
        if not (name := path.relative_to(folder).as_posix()).startswith(without or ("//",))
    }


def _walk(folder: Path) -> Iterator[Path]:
    """Give back every file under `folder` that is neither hidden nor left by Python, in a fixed order."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__pycache__")))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))


def _wordings() -> tuple[str, ...]:
    return tuple(path.name for path in (shipped("templates") / "wording").iterdir() if path.is_dir())


def _states(folders: Iterable[Path], *endings: str) -> str:
    """Give back a digest of name, size and time of files that only an installation changes: fonts, the program."""
    states = [
        (str(path), (state := path.stat()).st_size, state.st_mtime_ns)
        for folder in folders
        for path in _walk(folder)
        if path.name.endswith(endings)
    ]
    return _of_text(json.dumps(states))


def _engines() -> str:
    """Give back a digest of the versions of what draws; Debian writes those of Pango and HarfBuzz into file names."""
    versions = {name: metadata.version(name) for name in _DISTRIBUTIONS}
    libraries = sorted(path.name for stem in ("pango", "harfbuzz") for path in _LIBRARIES.glob(f"*/lib{stem}*.so.*.*"))
    return _of_text(json.dumps([versions, libraries]))


def _is_picture(name: str) -> bool:
    return name.startswith("data/") and not name.endswith((".yaml", ".csv", ".xlsx"))


def _of_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _made(content: dict[str, Any]) -> Made:
    findings = tuple(
        Diagnostic(**{**found, "severity": Severity(found["severity"]), "at": _position(found["at"])})
        for found in content["diagnostics"]
    )
    return Made(
        content["inputs"], content["drawn"], content["outputs"], findings, content["exit_code"], content["sources"]
    )


def _position(at: dict[str, Any] | None) -> Position | PagePosition | None:
    if at is None:
        return None
    return Position(**at) if "line" in at else PagePosition(**at)
