"""The commands that work on documents: build, check, verify."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli import choices
from publisher.cli.batching import DEFAULT_OUTPUT, Manner, carry_out, where_built
from publisher.cli.identifying import bytes_of, identify, is_issued, tell_accessibility
from publisher.cli.issuing import RegisterAddress
from publisher.failures import BadRequest
from publisher.model.diagnostic import Diagnostic, Position, Severity
from publisher.speech import said

if TYPE_CHECKING:
    import datetime

    from publisher.batch import Job
    from publisher.pipeline import Examined, Mode

MOST_ROUNDS = 20  # one mending may bring up another: a quotation mark wants its held space


def build(
    documents: choices.Folders,
    language: choices.Languages = None,
    formats: choices.FormatNames = "docx,pdf,html",
    mode: choices.ModeName = "draft",
    output: choices.Output = None,
    output_format: choices.OutputFormat = "human",
    processes: choices.Processes = None,
    anew: choices.Anew = False,
    watch: choices.Watch = False,
    time_limit: choices.TimeLimit = 600.0,
    memory_limit: choices.MemoryLimit = None,
    attach: choices.AttachName = "printed",
    today: choices.Today = None,
) -> None:
    """Write documents in Word, PDF and HTML, and prove each file.

    A draft with findings is built all the same, so that it can be looked at. A file that fails verification is kept
    in `rejected/` with its report and never takes the place of a good one. `summary.json` tells machines the result.
    What is up to date is not built again; `publisher why` says what has changed.

    Examples:

        publisher build data/HSP-HA.2-16

        publisher build data/HSP-HA.2-16 --language zh --format pdf --mode publish

        publisher build data/* --output out --processes 4

        publisher build data/HSP-HA.2-16 --watch    # again whenever a file is saved, until Ctrl-C
    """
    from publisher.batch import Job

    wanted, severity = choices.formats(formats), choices.mode(mode)
    day, most = choices.today(today), choices.memory(memory_limit)
    carried = choices.attached(attach)
    found_folders = choices.folders(documents)

    def jobs() -> list[Job]:
        return [
            Job(
                folder, code, wanted, severity, day, output or DEFAULT_OUTPUT / folder.resolve().name, time_limit,
                memory_limit=most, attached=carried,
            )
            for folder in found_folders
            for code in choices.languages(folder, language)
        ]  # fmt: skip

    manner = Manner(processes, choices.form(output_format), anew, watch=watch)
    raise typer.Exit(carry_out(jobs, set(wanted) != {"html"}, manner))


def check(
    documents: choices.Folders,
    language: choices.Languages = None,
    mode: choices.ModeName = "draft",
    output_format: choices.OutputFormat = "human",
    baseline: choices.Known = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend in the files what a machine can be sure of.")] = False,
    remarks: Annotated[
        bool, typer.Option("--remarks", help="Tell remarks too: often right, not often enough.")
    ] = False,
    time_limit: choices.TimeLimit = 600.0,
    memory_limit: choices.MemoryLimit = None,
    today: choices.Today = None,
) -> None:
    """Look for faults in documents without drawing them.

    Writes nothing, but with --fix. What --fix mends are held spaces, quotation marks, dashes, typed numbers and
    bullets, typed note marks and their like: exactly the words at fault change, and the same finding in the preview
    offers the same.

    Examples:

        publisher check data/HSP-HA.2-16 --mode publish

        publisher check data/* --output-format sarif > findings.sarif

        publisher check data/* --output-format baseline > known.txt

        publisher check data/* --baseline known.txt    # only what is new

        publisher check data/HSP-HA.2-16 --fix
    """
    from publisher.catalogue.known import fingerprint
    from publisher.cli import messages
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import examine

    severity, form, day = choices.mode(mode), choices.form(output_format), choices.today(today)
    known, most = choices.known(baseline), choices.memory(memory_limit)
    found: list[tuple[Path, Diagnostic]] = []
    sources: dict[Path, dict[str, str]] = {}
    for folder in choices.folders(documents):
        for code in choices.languages(folder, language):
            work = partial(examine, workspace_for(folder, day), code, severity, remarks=remarks)
            diagnostics, texts = _examined(folder, code, time_limit, most, work, severity if fix else None, day)
            found += [(folder, finding) for finding in diagnostics if fingerprint(finding) not in known]
            sources.setdefault(folder, {}).update(texts)
    messages.tell_findings(found, sources, form)
    raise typer.Exit(_exit_code(finding for _, finding in found))


def _examined(
    folder: Path,
    language: str,
    seconds: float,
    memory: int,
    work: Callable[[], Examined],
    mend: Mode | None,
    day: datetime.date,
) -> tuple[tuple[Diagnostic, ...], Mapping[str, str]]:
    """What is found in a document, when it was mended if it is to be, and its texts; that it took too much if it did."""
    from publisher.batch.work import not_enough, not_ready
    from publisher.limits import TooLong, limits

    name = f"{folder.resolve().name} {language}"
    try:
        with limits(f"“{name}”", seconds, memory):
            if mend is not None:
                _mend(folder, language, mend, day)
            examined = work()
    except TooLong:
        return (not_ready(name, seconds),), {}
    except MemoryError:
        return (not_enough(name, memory),), {}
    return examined.diagnostics, examined.sources


def _mend(folder: Path, language: str, severity: Mode, day: datetime.date) -> None:
    """Mend what can be mended in the files of a language, again while that brings up more; tell what was mended."""
    from publisher.batch.placing import place
    from publisher.cli import messages
    from publisher.mending import mend_all
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import examine

    for _ in range(MOST_ROUNDS):
        examined = examine(workspace_for(folder, day), language, severity)
        done = 0
        for name, text in examined.sources.items():
            path = folder / name
            mark = BOM_UTF8 if path.suffix == ".yaml" and path.read_bytes().startswith(BOM_UTF8) else b""
            if path.suffix != ".yaml" or path.read_bytes() != mark + text.encode("utf-8"):
                continue  # a sheet, or changed meanwhile
            own = [found for found in examined.diagnostics if isinstance(found.at, Position) and found.at.file == name]
            mended = mend_all(text, own)
            if mended.findings:
                place(path.parent, {path.name: mark + mended.text.encode("utf-8")})
                for found in mended.findings:
                    messages.say(
                        f"{folder / name}:{getattr(found.at, 'line', 0)}: {said('mended', code=found.code, name=found.name)}"
                    )
                done += len(mended.findings)
        if not done:
            return


def verify(
    document: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of the document the files are made from.")],
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="Files to prove. Default: those `build` wrote.")
    ] = None,
    language: choices.Languages = None,
    output_format: choices.OutputFormat = "human",
    register: RegisterAddress = None,
    today: choices.Today = None,
    accessibility: Annotated[
        bool, typer.Option("--accessibility", help="Tell of any Word file what keeps people from using it.")
    ] = False,
) -> None:
    """Hold finished files against a build of the data, byte for byte, then every word, number, mark, note and page.

    A file with other bytes is none of ours: what it is made of and how its pages look is then compared, to say what was
    done to it.

    A file says its language in its name (HSP-HA.2-16.zh.pdf), or --language does. Given a file and no folder, say
    which issued edition the file is, that it is none, or that it was altered.

    Examples:

        publisher verify data/HSP-HA.2-16

        publisher verify data/HSP-HA.2-16 received/report.docx --language zh

        publisher verify received/report.pdf

        publisher verify received/report.docx --accessibility
    """
    if accessibility:
        raise typer.Exit(tell_accessibility((document, *(files or ())), choices.form(output_format)))
    if document.is_file() and document.suffix in (".pdf", ".docx", ".html"):
        raise typer.Exit(max(identify(path, register) for path in (document, *(files or ()))))
    from publisher.cli import messages
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import prove
    from publisher.pipeline.likeness import not_as_built

    form, day = choices.form(output_format), choices.today(today)
    [folder] = choices.folders([document])
    codes = choices.languages(folder, language)
    given = files or sorted(where_built(folder).glob("*.*.*"))
    if not given:
        raise BadRequest(f"no files to verify; name them, or build {folder} first")
    found: list[tuple[Path, Diagnostic]] = []
    ours = 0
    for code, paths in _by_language(given, codes).items():
        read = {str(path): bytes_of(path) for path in paths}
        workspace = workspace_for(folder, day)
        apart = not_as_built(workspace, code, read) if paths else {}
        issued = {name for name, data in read.items() if apart.get(name) and is_issued(data, folder, register)}
        ours += sum(1 for name, told in apart.items() if not told or name in issued)
        found += [(folder, finding) for name, told in apart.items() if name not in issued for finding in told]
        found += [(folder, finding) for finding in prove(workspace, code, read) if paths]
    messages.tell_findings(found, {}, form)
    messages.say(said("read-back", count=len(given), ours=ours))
    raise typer.Exit(_exit_code(finding for _, finding in found))


def _by_language(given: Sequence[Path], codes: Sequence[str]) -> dict[str, list[Path]]:
    """The files of each language, as their names say where there are several."""
    named = {code: [path for path in given if len(codes) == 1 or f".{code}." in path.name] for code in codes}
    if missing := [path for path in given if not path.is_file()]:
        raise BadRequest(f"no such file: {missing[0]}")
    if unclear := sorted(set(given) - {path for paths in named.values() for path in paths}):
        raise BadRequest(f"in which language is {unclear[0]}? say it with --language")
    return named


def _exit_code(findings: Iterable[Diagnostic]) -> int:
    return int(any(finding.severity is Severity.ERROR for finding in findings))
