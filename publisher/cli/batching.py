"""The commands that work on many documents: batch, and why."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli import choices
from publisher.cli.commands import NAMELESS
from publisher.failures import BadRequest
from publisher.speech import said

if TYPE_CHECKING:
    from publisher.batch import Job, Outcome
    from publisher.batch.cluster import Certificates
    from publisher.batch.running import Workers
    from publisher.report import Form

DEFAULT_OUTPUT = Path("build")
INTERRUPTED = 130  # what a shell says of a command that Ctrl-C ended


@dataclass(frozen=True, slots=True)
class Manner:
    """How jobs are done and told.

    In which processes or cluster, anew or not, again on changes, in what form.
    """

    processes: int | None = None
    form: Form = "people"
    anew: bool = False
    cluster: str | None = None
    watch: bool = False
    certificates: Certificates | None = None


def batch(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="FOLDER...", help="Folders of documents, patterns such as 'data/*', or @list.txt."),
    ],
    language: choices.Languages = None,
    formats: choices.FormatNames = "docx,pdf,html",
    mode: choices.ModeName = "draft",
    output: choices.Output = None,
    output_format: choices.OutputFormat = "human",
    processes: choices.Processes = None,
    cluster: choices.Cluster = None,
    tls_ca: choices.Authority = None,
    tls_cert: choices.OwnCertificate = None,
    tls_key: choices.OwnKey = None,
    anew: choices.Anew = False,
    watch: choices.Watch = False,
    time_limit: choices.TimeLimit = 600.0,
    memory_limit: choices.MemoryLimit = None,
    attach: choices.AttachName = "printed",
    today: choices.Today = None,
) -> None:
    """Build many documents in all their languages, side by side, here or on a cluster.

    A folder that holds documents stands for all of them. What is up to date is not built again; the failure of one
    document stops no other; a batch that was interrupted goes on where it was when it is started again.

    Examples:

        publisher batch data --output out

        publisher batch 'data/HSP-*' --language en,fr --format pdf

        publisher batch @session.txt --cluster tls://scheduler:8786 --tls-ca ca.pem --tls-cert me.pem --tls-key me.key

        publisher batch data --watch
    """
    from publisher.batch import Job

    wanted, severity = choices.formats(formats), choices.mode(mode)
    day, most = choices.today(today), choices.memory(memory_limit)
    carried = choices.attached(attach)
    found_folders = choices.folders(meant(documents))

    def jobs() -> list[Job]:
        return [
            Job(
                folder, code, wanted, severity, day, output or DEFAULT_OUTPUT / folder.resolve().name, time_limit,
                memory_limit=most, attached=carried,
            )
            for folder in found_folders
            for code in choices.languages_there(folder, language)
        ]  # fmt: skip

    certificates = choices.certificates(tls_ca, tls_cert, tls_key)
    manner = Manner(processes, choices.form(output_format), anew, cluster, watch, certificates)
    raise typer.Exit(carry_out(jobs, set(wanted) != {"html"}, manner, many=True))


def why(
    documents: choices.Folders,
    language: choices.Languages = None,
    formats: choices.FormatNames = "docx,pdf,html",
    mode: choices.ModeName = "draft",
    output: choices.Output = None,
    today: choices.Today = None,
) -> None:
    """Say what has changed since documents were last built, and so why `build` would look at them again.

    Examples:

        publisher why data/HSP-HA.2-16

        publisher why data/* --language zh --format pdf
    """
    from publisher.batch import Job
    from publisher.batch.digests import surroundings
    from publisher.batch.freshness import look_at

    wanted, severity, day = choices.formats(formats), choices.mode(mode), choices.today(today)
    for folder in choices.folders(documents):
        for code in choices.languages(folder, language):
            job = Job(folder, code, wanted, severity, day, output or where_built(folder))
            look = look_at(job, surroundings(code))
            typer.echo(f"{job.name}: {'up to date' if not look.reasons else ''}".rstrip())
            for reason in look.reasons:
                typer.echo(f"  {reason}")


def where_built(folder: Path) -> Path:
    """Where a document was built: below this folder, or below one that the document is in."""
    usual = DEFAULT_OUTPUT / folder.resolve().name
    places = (usual, *(parent / usual for parent in folder.resolve().parents))
    return next((place for place in places if place.is_dir()), usual)


def carry_out(jobs_of: Callable[[], list[Job]], drawing: bool, manner: Manner, many: bool = False) -> int:
    """Do the jobs, show how far they are, tell what was found and written.

    Give back the exit code. Where something was never built before, or is to be built anew, a process warms up for
    `drawing` at once. Of `many` jobs only those are told one by one of which there is something to say.
    """
    from publisher.batch.remembered import built_before
    from publisher.cli import watching

    with _workers(drawing, manner) as workers:
        jobs = jobs_of()
        if drawing and workers.count > 1 and (manner.anew or not all(built_before(job.output) for job in jobs)):
            workers.start()
        try:
            if not manner.watch:
                return _round(jobs, workers, manner, many)
            changed = watching.watch(jobs_of, lambda jobs, again: _round(jobs, workers, manner, many, again))
        except KeyboardInterrupt:
            return INTERRUPTED
    return watching.start_anew() if changed else 0


def _round(jobs: list[Job], workers: Workers, manner: Manner, many: bool, again: bool = False) -> int:
    """Do the jobs once; `again`, only those are told of which there is something new. KeyboardInterrupt is told."""
    from publisher.batch import run_batch
    from publisher.cli import messages

    outcomes: list[Outcome] = []
    with messages.progress(len(jobs)) as progress:

        def take(outcome: Outcome) -> None:
            outcomes.append(outcome)
            if not (again and outcome.fresh):
                progress.done(outcome)

        try:
            apart, anew = manner.cluster is not None, manner.anew and not again
            done = run_batch(jobs, workers, take, progress.stage, anew=anew, apart=apart)
        except KeyboardInterrupt:
            _summarize(outcomes)
            messages.say(said("interrupted", done=len(outcomes), all=len(jobs)))
            raise
    _summarize(done)
    _tell([outcome for outcome in done if not (again and outcome.fresh)], manner.form, many)
    return max((outcome.exit_code for outcome in done), default=0)


def meant(given: Sequence[str]) -> list[Path]:
    """The document folders that paths, patterns and lists of them mean.

    Each once.
    """
    return list(dict.fromkeys(path for text in given for path in _meant(text)))


def _meant(text: str) -> Iterator[Path]:
    if text.startswith("@"):
        try:
            lines = Path(text[1:]).read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise BadRequest(f"cannot read the list {text[1:]}: {error.strerror}") from error
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield from _meant(line.strip())
        return
    if not text:
        raise BadRequest(NAMELESS)
    path = Path(text)
    paths = sorted(map(Path, glob.glob(text))) if not path.exists() and glob.has_magic(text) else [path]  # noqa: PTH207  a pattern may begin anywhere
    if not paths:
        raise BadRequest(f"nothing is called {text}")
    found = [folder for path in paths for folder in _documents_in(path)]
    if not found and len(paths) > 1:
        raise BadRequest(f"no document is in {text}")
    yield from found


def _documents_in(path: Path) -> list[Path]:
    """The folder itself where it holds a document, else the documents in it, else itself all the same."""
    if not path.is_dir() or (path / "record.yaml").exists():
        return [path]
    return sorted(record.parent for record in path.glob("*/record.yaml")) or [path]


@contextmanager
def _workers(drawing: bool, manner: Manner) -> Iterator[Workers]:
    """What does the jobs: a cluster, or processes of this machine."""
    from publisher.batch import processes_for
    from publisher.system import cores

    if manner.cluster is not None:
        from publisher.batch.cluster import cluster_at

        with cluster_at(manner.cluster, manner.certificates) as there:
            yield there
        return
    with processes_for(manner.processes or cores(), drawing) as pool:
        yield pool


def _summarize(outcomes: Sequence[Outcome]) -> None:
    """Write `summary.json` beside the files of each output folder."""
    from publisher.batch.placing import place
    from publisher.cli import messages

    by_folder: dict[Path, list[Outcome]] = {}
    for outcome in outcomes:
        by_folder.setdefault(outcome.job.output, []).append(outcome)
    for folder, its in by_folder.items():
        place(folder, {"summary.json": messages.summary_of(its).encode("utf-8", "backslashreplace")})


def _tell(outcomes: Sequence[Outcome], form: Form, many: bool) -> None:
    from publisher.cli import messages

    found = [(outcome.job.folder, finding) for outcome in outcomes for finding in outcome.diagnostics]
    sources: dict[Path, dict[str, str]] = {}
    for outcome in outcomes:
        sources.setdefault(outcome.job.folder, {}).update(outcome.done.built.sources)
    messages.tell_findings_in_short(found, sources, form)
    for outcome in outcomes:
        if not many or outcome.exit_code:
            messages.tell_outcome(outcome)
    if many:
        messages.tell_batch(outcomes)
    elif outcomes:
        messages.tell_result(outcomes)
