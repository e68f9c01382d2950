"""Whether the files of a job are what a build would make now, and what becomes of those it makes.

It is told by digests of exactly what went into them. Two looks, the cheap one first. If every file the document was
made from (its facts, its words, what they name, the templates and wording of its language, reference data, the
program, engines and fonts) is the same as at the last build and the finished files still stand, nothing is read at
all. If something differs, the document is resolved anew, which takes milliseconds: when the resolved document and all
that draws it are the same (a State was renamed that it does not name), it is not drawn again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.batch.digests import DRAWING, Surroundings, of_text, own_files
from publisher.batch.job import Done, Job, Outcome, Task
from publisher.batch.placing import place, set_aside
from publisher.batch.remembered import Made, digests, files_around, forget, last_made, parts_of, remember
from publisher.failures import CannotWrite
from publisher.model.diagnostic import Diagnostic, Position, Severity
from publisher.model.files import Refused, contents
from publisher.pipeline import Built

if TYPE_CHECKING:
    from publisher.model.resolved import Document

ATTACHED = "what the PDF carries of the sources"
_READ_ONLY = (".yaml", ".csv", ".xlsx", ".txt")  # what of the document's own files is read, not drawn


@dataclass(frozen=True, slots=True)
class Look:
    """A job held against its last build, and what differs."""

    job: Job
    inputs: Mapping[str, str]
    around: Surroundings
    last: Made | None
    reasons: tuple[str, ...]  # why it has to be built, or looked at; none where its files stand
    anew: bool = False

    @property
    def drawing(self) -> str:
        """One digest of all but the resolved document that draws it."""
        own = {name: found for name, found in self.inputs.items() if _draws(name)}
        return of_text(json.dumps([self.around.drawing, sorted(own.items())]))

    @property
    def task(self) -> Task:
        """What there is to do.

        What was drawn before counts only while its files stand.
        """
        last = self.last
        counts = last is not None and not self.anew and not last.fallen(self.job.output)
        before = last.drawn if last is not None and counts else ""
        return Task(self.job, self.drawing, before, parts_of(self.job), self.anew)


def look_at(job: Job, around: Surroundings, anew: bool = False) -> Look:
    """`job` held against its last build.

    No reasons to build it where everything is as it was, but `anew`.
    """
    inputs, last = _inputs(job), last_made(job)
    reasons = ("it was asked for anew",) if anew else _differences(job, last, inputs, around)
    return Look(job, inputs, around, last, reasons, anew)


def unchanged(look: Look) -> bool:
    """Tell whether the job is still made from what it was looked at with."""
    return _inputs(look.job) == look.inputs


def drawn_of(resolved: Document, sources: Mapping[str, str], drawing: str) -> str:
    """One digest of a resolved document, its sources and what draws it."""
    return of_text(json.dumps([repr(resolved), sorted(sources.items()), drawing], ensure_ascii=False))


def _inputs(job: Job) -> dict[str, str]:
    """The digest of everything of the job's own that a build may look at, by a name people understand."""
    return {**own_files(job), "the mode": job.mode, ATTACHED: job.attached}


def _draws(name: str) -> bool:
    """Tell whether a file of the document's folder is drawn itself or draws: a picture, a template of its own."""
    read_only = name in ("the mode", ATTACHED) or name.endswith(_READ_ONLY)
    return name.removeprefix("templates/").startswith(DRAWING) or not read_only


def _differences(job: Job, last: Made | None, inputs: Mapping[str, str], around: Surroundings) -> tuple[str, ...]:
    """In words what is not as it was at the last build; empty when everything is."""
    if last is None:
        return ("it was not built before, or what was built did not last",)
    reasons = [f"{name} is not the file that was built" for name in last.fallen(job.output)]
    if inputs != last.inputs:
        reasons += _changes(last.inputs, inputs)
    if around.digest != last.around:
        reasons += _changes(files_around(job, last.around), around.files) or ["the templates changed"]
    return tuple(reasons)


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    said = {(False, True): "is new", (True, False): "is gone", (True, True): "changed"}
    return [
        f"{name} {said[name in before, name in now]}"
        for name in sorted({*before, *now})
        if before.get(name) != now.get(name)
    ]


def already(look: Look) -> Outcome:
    """The outcome of a job whose files stand, with its build's findings."""
    assert look.last is not None
    return _fresh(look, (*look.last.findings, *look.last.proofs), look.last)


def finish(look: Look, done: Done) -> Outcome:
    """Write the good files to their place and the others aside.

    Remember what was made from what.
    """
    job, built = look.job, done.built
    try:
        if not built.drawn:
            return _again(look, done)
        good = built.by_name
        forget(job)
        written = place(job.output, good) if good else ()
        rejected = set_aside(job.output, built.rejected_by_name, built.diagnostics)
        if good and not rejected and not done.failure and done.drawn and unchanged(look):
            of_document = built.diagnostics[: len(built.diagnostics) - len(built.proofs)]
            made = Made(
                look.inputs, look.around.digest, done.drawn, digests(good), of_document, built.proofs, done.exit_code
            )
            remember(job, look.last, made, look.around.files)
    except CannotWrite as failure:
        return ended(look.job, replace(done, failure=str(failure), exit_code=failure.exit_code), look.reasons)
    return Outcome(job, _without_files(done), written, rejected, reasons=look.reasons)


def ended(job: Job, done: Done, reasons: tuple[str, ...] = ()) -> Outcome:
    """The outcome of a job that came to nothing."""
    return Outcome(job, _without_files(done), reasons=reasons)


def _again(look: Look, done: Done) -> Outcome:
    """The outcome of a job that was resolved and checked, and whose files are what would be drawn."""
    last = look.last
    assert last is not None
    findings = (*done.built.diagnostics, *last.proofs)
    errors = any(found.severity is Severity.ERROR for found in findings)
    made = replace(
        last, inputs=look.inputs, around=look.around.digest, findings=done.built.diagnostics, exit_code=int(errors)
    )
    if unchanged(look):
        remember(look.job, last, made, look.around.files)
    return _fresh(look, findings, made)


def _fresh(look: Look, findings: tuple[Diagnostic, ...], made: Made) -> Outcome:
    job = look.job
    done = Done(Built(diagnostics=findings, sources=_sources(job.folder, findings)), exit_code=made.exit_code)
    return Outcome(job, done, tuple(job.output / name for name in made.outputs), fresh=True, reasons=look.reasons)


def _without_files(done: Done) -> Done:
    """What is told of a job: files are on the disk, and those of a long batch would fill the memory."""
    return replace(done, built=replace(done.built, files={}))


def _sources(folder: Path, findings: tuple[Diagnostic, ...]) -> dict[str, str]:
    """The text of the files that findings are in."""
    names = {found.at.file for found in findings if isinstance(found.at, Position)}
    sources: dict[str, str] = {}
    for name in sorted(names):
        with suppress(OSError, Refused):
            sources[name] = contents(folder, name).decode("utf-8-sig", "replace")
    return sources
