"""Puts the files of a finished job in their place, and remembers.

What is remembered is what they were made from.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from publisher.batch.freshness import Look, unchanged
from publisher.batch.job import Done, Job, Outcome
from publisher.batch.placing import place, set_aside
from publisher.batch.remembered import Made, digests, forget, remember
from publisher.failures import CannotWrite
from publisher.model.diagnostic import Diagnostic, Position, Severity
from publisher.model.files import Refused, contents
from publisher.pipeline import Built


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
