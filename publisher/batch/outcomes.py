"""Puts the files of a job that was done in their place, and remembers what they were made from."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from publisher.batch.freshness import Look, Made, forget, parts_of, remember, stands, unchanged
from publisher.batch.job import Done, Job, Outcome, Task
from publisher.batch.placing import place, set_aside
from publisher.failures import CannotWrite
from publisher.model.diagnostic import Diagnostic, Position, Severity


@dataclass(frozen=True, slots=True)
class Looked:
    """A job that was held against its last build, and whether it is to be built `anew` all the same."""

    look: Look
    anew: bool = False

    @property
    def job(self) -> Job:
        """The job."""
        return self.look.job

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it has to be built, or looked at; none where its files stand and are what would be built."""
        return ("it was asked for anew",) if self.anew else self.look.reasons

    @property
    def task(self) -> Task:
        """What there is to do; what was drawn before counts only while its files stand."""
        last = self.look.last
        counts = last is not None and not self.anew and self.look.files_stand
        before = last.drawn if last is not None and counts else ""
        return Task(self.job, self.look.drawing, before, parts_of(self.job), self.anew)


def already(looked: Looked) -> Outcome:
    """The outcome of a job whose files stand: the findings of the build that made them."""
    last = looked.look.last
    assert last is not None
    return _fresh(looked, (*last.findings, *last.proofs), last)


def finish(looked: Looked, done: Done) -> Outcome:
    """Write the good files to their place and the others aside; remember what was made from what."""
    job = looked.job
    try:
        if done.stands:
            return _again(looked, done)
        good = {name: data for name, data in done.files.items() if name not in done.rejected}
        bad = {name: data for name, data in done.files.items() if name in done.rejected}
        findings = (*done.findings, *done.proofs)
        forget(job)
        written = place(job.output, good) if good else ()
        rejected = set_aside(job.output, bad, findings)
        if good and not bad and not done.failure and done.drawn and unchanged(looked.look):
            _keep(looked, done, good)
    except CannotWrite as failure:
        return Outcome(
            job, diagnostics=(*done.findings, *done.proofs), sources=done.sources, timings=done.timings,
            seconds=done.seconds, failure=str(failure), exit_code=failure.exit_code, reasons=looked.reasons,
        )  # fmt: skip
    return Outcome(
        job, written, rejected, findings, done.sources, done.timings, done.seconds, done.failure, done.exit_code,
        reasons=looked.reasons,
    )  # fmt: skip


def ended(looked: Looked, done: Done) -> Outcome:
    """The outcome of a job that came to nothing."""
    return Outcome(
        looked.job, diagnostics=done.findings, failure=done.failure, exit_code=done.exit_code, reasons=looked.reasons
    )


def _keep(looked: Looked, done: Done, files: dict[str, bytes]) -> None:
    look = looked.look
    made = Made(
        look.inputs, look.around.digest, done.drawn, stands(looked.job.output, files), done.findings, done.proofs,
        done.exit_code,
    )  # fmt: skip
    remember(look, made)


def _again(looked: Looked, done: Done) -> Outcome:
    """The outcome of a job that was resolved and checked, and whose files are what would be drawn."""
    last = looked.look.last
    assert last is not None
    findings = (*done.findings, *last.proofs)
    errors = any(found.severity is Severity.ERROR for found in findings)
    made = Made(
        looked.look.inputs, looked.look.around.digest, last.drawn, last.outputs, done.findings, last.proofs, int(errors)
    )
    if unchanged(looked.look):
        remember(looked.look, made)
    return _fresh(looked, findings, made)


def _fresh(looked: Looked, findings: tuple[Diagnostic, ...], made: Made) -> Outcome:
    job = looked.job
    return Outcome(
        job, diagnostics=findings, sources=_sources(job.folder, findings), exit_code=made.exit_code, fresh=True,
        written=tuple(job.output / name for name in made.outputs), reasons=looked.reasons,
    )  # fmt: skip


def _sources(folder: Path, findings: tuple[Diagnostic, ...]) -> dict[str, str]:
    """The text of the files that findings are in."""
    names = {found.at.file for found in findings if isinstance(found.at, Position)}
    sources: dict[str, str] = {}
    for name in sorted(names):
        with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):
            sources[name] = (folder / name).read_text(encoding="utf-8-sig", errors="replace")
    return sources
