"""The commands that work on documents: build, check, verify."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli import choices
from publisher.cli.issuing import RegisterAddress, identify
from publisher.failures import BadRequest
from publisher.model.diagnostic import Diagnostic, Severity
from publisher.report import Form

if TYPE_CHECKING:
    from publisher.batch import Job

DEFAULT_OUTPUT = Path("build")


def build(
    documents: choices.Folders,
    language: choices.Languages = None,
    formats: Annotated[str, typer.Option("--format", "-f", help="What to write, such as docx,pdf.")] = "docx,pdf,html",
    mode: choices.ModeName = "draft",
    output: choices.Output = None,
    output_format: choices.OutputFormat = "human",
    processes: Annotated[
        int | None, typer.Option("--processes", "-j", min=1, help="Processes to use at once. Default: all cores.")
    ] = None,
    time_limit: Annotated[float, typer.Option(min=0.1, help="Seconds a document in one language may take.")] = 600.0,
    today: choices.Today = None,
) -> None:
    """Write documents in Word, PDF and HTML, and prove each file.

    A draft with findings is built all the same, so that it can be looked at. A file that fails verification is kept
    in `rejected/` with its report and never takes the place of a good one. `summary.json` tells machines the result.

    Examples:

        publisher build data/HSP-HA.2-16

        publisher build data/HSP-HA.2-16 --language zh --format pdf --mode publish

        publisher build data/* --output out --processes 4
    """
    from publisher.batch import Job

    wanted, severity = choices.formats(formats), choices.mode(mode)
    form, day = choices.form(output_format), choices.today(today)
    found_folders = choices.folders(documents)

    def jobs() -> list[Job]:
        return [
            Job(folder, code, wanted, severity, day, output or DEFAULT_OUTPUT / folder.resolve().name, time_limit)
            for folder in found_folders
            for code in choices.languages(folder, language)
        ]

    raise typer.Exit(carry_out(jobs, set(wanted) != {"html"}, processes, form))


def carry_out(jobs_of: Callable[[], list[Job]], drawing: bool, processes: int | None, form: Form) -> int:
    """Do the jobs, show how far they are, tell what was found and written; give back the exit code.

    The jobs are named while a second process, where one is needed for `drawing`, is warming up.
    """
    from publisher.batch import process_beside, run_batch
    from publisher.batch.placing import place

    cores = processes or len(os.sched_getaffinity(0))
    with process_beside(cores if drawing else 1) as beside:
        from publisher.cli import telling

        jobs = jobs_of()
        with telling.progress(len(jobs)) as progress:
            outcomes = run_batch(jobs, cores, on_outcome=progress.done, on_stage=progress.stage, beside=beside)
    for folder in dict.fromkeys(job.output for job in jobs):
        place(folder, {"summary.json": telling.summary_of([o for o in outcomes if o.job.output == folder]).encode()})
    found = [(outcome.job.folder, finding) for outcome in outcomes for finding in outcome.diagnostics]
    sources: dict[Path, dict[str, str]] = {}
    for outcome in outcomes:
        sources.setdefault(outcome.job.folder, {}).update(outcome.sources)
    telling.tell_findings(found, sources, form)
    for outcome in outcomes:
        telling.tell_outcome(outcome)
    return max(outcome.exit_code for outcome in outcomes)


def check(
    documents: choices.Folders,
    language: choices.Languages = None,
    mode: choices.ModeName = "draft",
    output_format: choices.OutputFormat = "human",
    today: choices.Today = None,
) -> None:
    """Look for faults in documents without drawing them; writes nothing.

    Examples:

        publisher check data/HSP-HA.2-16 --mode publish

        publisher check data/* --output-format sarif > findings.sarif
    """
    from publisher.cli import telling
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import examine

    severity, form, day = choices.mode(mode), choices.form(output_format), choices.today(today)
    found: list[tuple[Path, Diagnostic]] = []
    sources: dict[Path, dict[str, str]] = {}
    for folder in choices.folders(documents):
        for code in choices.languages(folder, language):
            examined = examine(workspace_for(folder, day), code, severity)
            found += [(folder, finding) for finding in examined.diagnostics]
            sources.setdefault(folder, {}).update(examined.sources)
    telling.tell_findings(found, sources, form)
    raise typer.Exit(_exit_code(finding for _, finding in found))


def verify(
    document: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of the document the files are made from.")],
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="Files to prove. Default: those `build` wrote.")
    ] = None,
    language: choices.Languages = None,
    output_format: choices.OutputFormat = "human",
    register: RegisterAddress = None,
    today: choices.Today = None,
) -> None:
    """Read finished files back and hold them against the data: every word, number, mark, note and page.

    A file says its language in its name (HSP-HA.2-16.zh.pdf), or --language does. Given a file and no folder, say
    which issued edition the file is, that it is none, or that it was altered.

    Examples:

        publisher verify data/HSP-HA.2-16

        publisher verify data/HSP-HA.2-16 received/report.docx --language zh

        publisher verify received/report.pdf
    """
    if document.is_file() and document.suffix in (".pdf", ".docx", ".html"):
        raise typer.Exit(max(identify(path, register) for path in (document, *(files or ()))))
    from publisher.cli import telling
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import prove

    form, day = choices.form(output_format), choices.today(today)
    [folder] = choices.folders([document])
    codes = choices.languages(folder, language)
    given = files or sorted((DEFAULT_OUTPUT / folder.resolve().name).glob("*.*.*"))
    named = {code: [path for path in given if len(codes) == 1 or f".{code}." in path.name] for code in codes}
    if missing := [path for path in given if not path.is_file()]:
        raise BadRequest(f"no such file: {missing[0]}")
    if unclear := sorted(set(given) - {path for paths in named.values() for path in paths}):
        raise BadRequest(f"in which language is {unclear[0]}? say it with --language")
    if not given:
        raise BadRequest(f"no files to verify; name them, or build {folder} first")
    found = [
        (folder, finding)
        for code, paths in named.items() if paths
        for finding in prove(workspace_for(folder, day), code, {str(path): path.read_bytes() for path in paths})
    ]  # fmt: skip
    telling.tell_findings(found, {}, form)
    telling.console.print(f"{len(given)} file{'' if len(given) == 1 else 's'} read back")
    raise typer.Exit(_exit_code(finding for _, finding in found))


def _exit_code(findings: Iterable[Diagnostic]) -> int:
    return int(any(finding.severity is Severity.ERROR for finding in findings))
