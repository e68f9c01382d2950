"""Whether the files of a job are what a build would make now, told by digests of exactly what went into them.

Two looks, the cheap one first. If every file the document was made from (its facts, its words, what they name, the
templates and wording of its language, reference data, the program, engines and fonts) is the same as at the last build
and the finished files still stand, nothing is read at all. If something differs, the document is resolved anew, which
takes milliseconds: when the resolved document and all that draws it are the same (a State was renamed that it does not
name), it is not drawn again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.batch.digests import DRAWING, Surroundings, digest_of, of_bytes, of_text, own_files
from publisher.batch.job import Job, called
from publisher.batch.placing import place
from publisher.model.diagnostic import Diagnostic, PagePosition, Position, Severity

if TYPE_CHECKING:
    from publisher.model.resolved import Document

FOLDER = ".built"  # beside the finished files
_READ_ONLY = (".yaml", ".csv", ".xlsx", ".txt")  # what of the document's own files is read, not drawn


@dataclass(frozen=True, slots=True)
class Standing:
    """A finished file as it was left: its digest, and the size and time of change that vouch for it while they stay."""

    digest: str
    size: int
    changed: int

    def holds(self, path: Path) -> bool:
        """Tell whether the file in `path` is the one that was left."""
        state = path.stat()
        return (state.st_size, state.st_ctime_ns) == (self.size, self.changed) or digest_of(path) == self.digest


@dataclass(frozen=True, slots=True)
class Made:
    """What a build was made from and what it made; `drawn` stands for the resolved document and all that draws it.

    `findings` are those on the document, `proofs` those on the drawn files.
    """

    inputs: Mapping[str, str]
    around: str
    drawn: str
    outputs: Mapping[str, Standing]
    findings: tuple[Diagnostic, ...] = ()
    proofs: tuple[Diagnostic, ...] = ()
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """A job held against its last build: what it would be made from now, what it was made from then, what differs."""

    job: Job
    inputs: Mapping[str, str]
    around: Surroundings
    last: Made | None
    reasons: tuple[str, ...] = field(default=())

    @property
    def files_stand(self) -> bool:
        """Tell whether the files of the last build are there as they were made."""
        return self.last is not None and not _fallen(self.job, self.last)

    @property
    def drawing(self) -> str:
        """One digest of all but the resolved document that draws it."""
        own = {name: found for name, found in self.inputs.items() if _draws(name)}
        return of_text(json.dumps([self.around.drawing, sorted(own.items())]))


def look_at(job: Job, around: Surroundings) -> Look:
    """`job` held against its last build; no reasons to build it where everything is as it was."""
    inputs = _inputs(job)
    last = _last_made(job)
    return Look(job, inputs, around, last, _differences(job, last, inputs, around))


def unchanged(look: Look) -> bool:
    """Tell whether what the job is made from is still what it was when it was looked at."""
    return _inputs(look.job) == look.inputs


def drawn_of(resolved: Document, sources: Mapping[str, str], drawing: str) -> str:
    """One digest of the resolved document, of the sources attached to it, and of all that draws it."""
    return of_text(json.dumps([repr(resolved), sorted(sources.items()), drawing], ensure_ascii=False))


def remember(look: Look, made: Made) -> None:
    """Keep what this build was made from and what it made; remove what it made before under another name."""
    job, record, around = look.job, _record(look.job), _around(look.job, made.around)
    files = {record.name: json.dumps(asdict(made), ensure_ascii=False, default=str).encode()}
    if not around.exists():
        files[around.name] = json.dumps(dict(look.around.files)).encode()
    place(record.parent, files)
    if left := set(look.last.outputs if look.last else ()) - set(made.outputs):
        for name in left - _claimed(record):
            (job.output / name).unlink(missing_ok=True)


def forget(job: Job) -> None:
    """Let the next build of `job` be made whatever it is made from."""
    _record(job).unlink(missing_ok=True)


def stands(output: Path, files: Mapping[str, bytes]) -> dict[str, Standing]:
    """How the files just placed in `output` stand."""
    states = {name: (output / name).stat() for name in files}
    return {
        name: Standing(of_bytes(data), states[name].st_size, states[name].st_ctime_ns) for name, data in files.items()
    }


def built_before(output: Path) -> bool:
    """Tell whether anything was ever built into `output`."""
    return (output / FOLDER).is_dir()


def _inputs(job: Job) -> dict[str, str]:
    """The digest of everything of the job's own that a build may look at, by a name people understand."""
    return {**own_files(job), "the mode": job.mode}


def _draws(name: str) -> bool:
    """Tell whether a file of the document's folder is drawn itself or draws: a picture, a template of its own."""
    return name.removeprefix("templates/").startswith(DRAWING) or not (name == "the mode" or name.endswith(_READ_ONLY))


def _differences(job: Job, last: Made | None, inputs: Mapping[str, str], around: Surroundings) -> tuple[str, ...]:
    """In words what is not as it was at the last build; empty when everything is."""
    if last is None:
        return ("it was not built before, or what was built did not last",)
    reasons = [f"{name} is not the file that was built" for name in _fallen(job, last)]
    if inputs != last.inputs:
        reasons += _changes(last.inputs, inputs)
    if around.digest != last.around:
        reasons += _changes(_files_around(_around(job, last.around)), around.files) or ["the templates changed"]
    return tuple(reasons)


def _fallen(job: Job, made: Made) -> list[str]:
    """The files that are not there as they were made."""
    return [name for name, file in made.outputs.items() if not _holds(file, job.output / name)]


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    said = {(False, True): "is new", (True, False): "is gone", (True, True): "changed"}
    return [
        f"{name} {said[name in before, name in now]}"
        for name in sorted({*before, *now})
        if before.get(name) != now.get(name)
    ]


def _holds(file: Standing, path: Path) -> bool:
    try:
        return file.holds(path)
    except OSError:
        return False


def _last_made(job: Job) -> Made | None:
    """What the last build of `job` left word of, None where there was none or the word is damaged."""
    return _made_in(_record(job))


def _made_in(record: Path) -> Made | None:
    try:
        content = json.loads(record.read_bytes())
        outputs = {name: Standing(**file) for name, file in content["outputs"].items()}
        findings, proofs = (tuple(map(_finding, content[kind])) for kind in ("findings", "proofs"))
        made = Made(
            content["inputs"], content["around"], content["drawn"], outputs, findings, proofs, content["exit_code"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return made if outputs else None


def _finding(content: dict[str, Any]) -> Diagnostic:
    return Diagnostic(**{**content, "severity": Severity(content["severity"]), "at": _position(content["at"])})


def _position(at: dict[str, Any] | None) -> Position | PagePosition | None:
    if at is None:
        return None
    return Position(**at) if "line" in at else PagePosition(**at)


@lru_cache
def _files_around(path: Path) -> dict[str, str]:
    try:
        content: dict[str, str] = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return content


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
    return job.output / FOLDER / f"{'.'.join(named)}.{'+'.join(sorted(job.formats))}.job.json"


def _around(job: Job, digest: str) -> Path:
    return job.output / FOLDER / f"{digest[:32]}.around.json"
