"""What is kept beside finished files, in `.built`.

What a build was made from and made, and the parts it laid out. What lies there may have come with the folder. It is
believed of a finished file only as far as the file has the digest it says, no name in it leads out of the folder, and
what is not of the shape written here counts for nothing.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from publisher.batch.digests import digest_of, of_bytes, of_text
from publisher.batch.job import Job, called
from publisher.batch.placing import place
from publisher.failures import CannotWrite
from publisher.model.diagnostic import Diagnostic, PagePosition, Position, Severity
from publisher.model.files import Refused, contents

FOLDER = ".built"
SHEETS = ".sheets"
MOST_NAME = 100  # bytes of a name that stands before other names: a file name may have 255
MOST_BYTES = 32 * 1024 * 1024  # of what is remembered of one build


@dataclass(frozen=True, slots=True)
class Made:
    """What a build was made from and what it made.

    `drawn` stands for the resolved document and all that draws it. `outputs` are the digests of the finished files by
    name, `findings` those on the document, `proofs` on the files.
    """

    inputs: Mapping[str, str]
    around: str
    drawn: str
    outputs: Mapping[str, str]
    findings: tuple[Diagnostic, ...] = ()
    proofs: tuple[Diagnostic, ...] = ()
    exit_code: int = 0

    def fallen(self, output: Path) -> list[str]:
        """The files that are not there as they were made."""
        return [name for name, digest in self.outputs.items() if _digest_in(output, name) != digest]


def last_made(job: Job) -> Made | None:
    """What the last build of `job` left word of, if anything.

    None as well where the word is damaged.
    """
    return _made_in(_record(job))


def remember(job: Job, last: Made | None, made: Made, around: Mapping[str, str]) -> None:
    """Keep what this build was made from and what it made.

    Remove what it made before under another name.
    """
    record, surroundings = _record(job), _around(job, made.around)
    files = {record.name: _text(asdict(made))}
    if not surroundings.exists():
        files[surroundings.name] = _text(dict(around))
    place(record.parent, files)
    if left := set(last.outputs if last else ()) - set(made.outputs):
        for name in left - _claimed(record):
            (job.output / name).unlink(missing_ok=True)


def forget(job: Job) -> None:
    """Let the next build of `job` be made whatever it is made from."""
    _record(job).unlink(missing_ok=True)


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """How finished files stand, by name."""
    return {name: of_bytes(data) for name, data in files.items()}


def built_before(output: Path) -> bool:
    """Tell whether anything was ever built into `output`."""
    return (output / FOLDER).is_dir()


def files_around(job: Job, digest: str) -> dict[str, str]:
    """The files of the surroundings that `digest` stands for.

    None where that is not known.
    """
    return _files_in(_around(job, digest))


def finding_in(content: Any) -> Diagnostic:
    """The finding in what JSON says of it.

    ValueError, KeyError or TypeError where it is none.
    """
    at = content["at"]
    if at is not None:
        at = Position(**at) if "line" in at else PagePosition(**at)
        numbers = (at.line, at.column) if isinstance(at, Position) else (at.page,)
        _require(isinstance(at.file, str) and all(type(number) is int for number in numbers))
    words = (content["code"], content["name"], content["message"], content["span"], content["hint"])
    _require(all(isinstance(word, str) for word in words))
    code, name, message, span, hint = words
    instead = content["instead"]
    _require(instead is None or isinstance(instead, str))
    return Diagnostic(code, name, Severity(content["severity"]), message, at, span, hint, instead)


def texts_in(content: Any) -> dict[str, str]:
    """Texts by name in what JSON says of them.

    ValueError where something else stands there.
    """
    _require(isinstance(content, dict) and all(isinstance(text, str) for text in content.values()))
    return dict(content)


def plain_name(name: str) -> bool:
    """Tell whether `name` is that of a file in the folder itself."""
    return bool(name) and not name.startswith(".") and not {"/", "\\", "\0"} & set(name)


def _require(true: bool) -> None:
    if not true:
        raise ValueError("not what was written here")


def _digest_in(output: Path, name: str) -> str:
    try:
        return digest_of(output / name)
    except (OSError, Refused):
        return ""


def _made_in(record: Path) -> Made | None:
    try:
        content = json.loads(contents(record.parent, record.name, MOST_BYTES))
        outputs = texts_in(content["outputs"])
        _require(all(map(plain_name, outputs)))
        findings, proofs = (tuple(map(finding_in, content[kind])) for kind in ("findings", "proofs"))
        inputs, around, drawn, code = (content[key] for key in ("inputs", "around", "drawn", "exit_code"))
        _require(isinstance(around, str) and isinstance(drawn, str) and type(code) is int)
        made = Made(texts_in(inputs), around, drawn, outputs, findings, proofs, code)
    except (OSError, Refused, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return made if outputs else None


def _text(content: object) -> bytes:
    """JSON of `content`; what is no character in it, as in names that are not UTF-8, is escaped."""
    return json.dumps(content, ensure_ascii=False, default=str).encode("utf-8", "backslashreplace")


@lru_cache
def _files_in(path: Path) -> dict[str, str]:
    try:
        return texts_in(json.loads(contents(path.parent, path.name, MOST_BYTES)))
    except (OSError, Refused, ValueError, RecursionError):
        return {}


def _claimed(record: Path) -> set[str]:
    """The files that the other builds into the same folder made."""
    others = (_made_in(path) for path in record.parent.glob("*.job.json") if path != record)
    return {name for made in others if made is not None for name in made.outputs}


def parts_of(job: Job) -> Path:
    """The folder in which the laid-out parts of a long document are kept."""
    record = _record(job)
    return record.with_name(record.name.replace(".job.json", ".parts"))


def _record(job: Job) -> Path:
    named = (called(job.folder), *((job.annex.replace("/", "-"),) if job.annex else ()), job.language)
    return job.output / FOLDER / f"{_short('.'.join(named))}.{'+'.join(sorted(job.formats))}.job.json"


def _short(name: str) -> str:
    """A name that leaves room for others behind it; one that is too long ends in a digest of it."""
    encoded = name.encode("utf-8", "surrogateescape")
    if len(encoded) <= MOST_NAME:
        return name
    return f"{encoded[:MOST_NAME].decode('utf-8', 'ignore')}-{of_text(name)[:16]}"


def _around(job: Job, digest: str) -> Path:
    return job.output / FOLDER / f"{of_text(digest)[:32]}.around.json"


@dataclass(frozen=True, slots=True)
class KeptParts:
    """The parts in `folder` drawn with what `drawing` is the digest of.

    `anew` lets none of them be used.
    """

    folder: Path
    drawing: str
    anew: bool = False

    def is_empty(self) -> bool:
        """Tell whether there is nothing to get."""
        return self.anew or not any(self.folder.glob(f"{self.drawing[:16]}-*{SHEETS}"))

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`."""
        try:
            return None if self.anew else contents(self.folder, self._path(key).name)
        except (OSError, Refused):
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keep `data`; where it cannot be written, the next build has more to do."""
        path = self._path(key)
        with suppress(CannotWrite):
            place(path.parent, {path.name: data}, lasting=False)

    def keep_only(self, keys: Collection[str]) -> None:
        """Remove what is kept under other keys."""
        wanted = {self._path(key) for key in keys}
        for path in self.folder.glob(f"*{SHEETS}"):
            if path not in wanted:
                path.unlink(missing_ok=True)
        with suppress(OSError):  # parts are in it
            self.folder.rmdir()

    def _path(self, key: str) -> Path:
        return self.folder / f"{self.drawing[:16]}-{of_text(self.drawing + key)}{SHEETS}"
