"""What the commands print: progress, findings, a summary for machines.

Progress goes to the error stream, findings to the output stream.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from publisher.cli.loudness import is_quiet, is_verbose
from publisher.model.diagnostic import Diagnostic, PagePosition, Position, Severity
from publisher.report import COLUMNS, Form, report, width
from publisher.speech import DEFAULT, gist, said, speaking

if TYPE_CHECKING:
    from rich.console import Console

    from publisher.batch import Outcome


MOST_WARNINGS = 5  # that are told one by one after a build


def say(*parts: str | tuple[str, str], wrong: bool = False) -> None:
    """Print a line on the error stream; of a quiet command only what went `wrong`.

    Of a part with a style (“red”) the style shows on a terminal.
    """
    if is_quiet() and not wrong:
        return
    if (console := _terminal()) is None:
        print(*(part if isinstance(part, str) else part[0] for part in parts), sep="", file=sys.stderr)
        return
    from rich.text import Text

    console.print(Text.assemble(*parts))


def _terminal() -> Console | None:
    """The terminal behind the error stream, None where there is none: then rich need not be loaded."""
    if not (sys.stderr.isatty() or os.environ.get("FORCE_COLOR")):
        return None
    from rich.console import Console

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    return console if console.is_terminal else None


class Progress(Protocol):
    """What a batch calls while it works: stage begun, job done."""

    def stage(self, name: str) -> None: ...

    def done(self, outcome: Outcome) -> None: ...


@contextmanager
def progress(jobs: int) -> Iterator[Progress]:
    """Show how far the jobs are and, where there are several, the time left.

    In a log, a line a job.
    """
    if is_quiet() or (console := _terminal()) is None:
        yield _Log(jobs)
        return
    from rich import progress as shown

    columns: list[shown.ProgressColumn] = [shown.SpinnerColumn(), shown.TextColumn("{task.description}")]
    if jobs > 1:
        columns += [shown.BarColumn(), shown.MofNCompleteColumn(), shown.TimeRemainingColumn(compact=True)]
    with shown.Progress(*columns, shown.TimeElapsedColumn(), console=console, transient=True) as bar:
        yield _Bar(bar, bar.add_task("reading", total=jobs))


@dataclasses.dataclass(slots=True)
class _Log:
    """Progress where no one looks: nothing for one job, a line for each of several."""

    jobs: int
    finished: int = 0

    def stage(self, name: str) -> None:
        """Say nothing: stages are too many for a log."""

    def done(self, outcome: Outcome) -> None:
        """Print that a job is done, of how many."""
        self.finished += 1
        if self.jobs > 1:
            say(f"{self.finished}/{self.jobs}  {outcome.job.name}")


@dataclasses.dataclass(frozen=True, slots=True)
class _Bar:
    """Progress on a terminal."""

    bar: Any
    task: Any

    def stage(self, name: str) -> None:
        """Show the stage that begins."""
        self.bar.update(self.task, description=name)

    def done(self, outcome: Outcome) -> None:
        """Show one job more as done."""
        from rich.markup import escape

        self.bar.update(self.task, advance=1, description=escape(outcome.job.name))


def tell_outcome(outcome: Outcome) -> None:
    """Print which files a job wrote or kept aside, and what failed."""
    took = said("up-to-date") if outcome.fresh else said("seconds", seconds=f"{outcome.done.seconds:.1f}")
    say(f"{outcome.job.name}  ", (took, "dim"))
    if is_verbose() and not outcome.fresh:
        say(("  " + ", ".join(f"{stage} {took:.2f} s" for stage, took in outcome.done.built.timings.items()), "dim"))
    for path in outcome.written:
        tell_file(path)
    for path in outcome.rejected:
        tell_file(path, aside=True)
    if outcome.failure:
        say(f"{outcome.job.name}  " if is_quiet() else "  ", (outcome.failure, "red"), wrong=True)
    elif not outcome.written and not outcome.rejected:
        say((f"  {said('not-built')}", "red"))


def tell_file(path: Path, *, aside: bool = False) -> None:
    """Print that a file was written, or kept `aside` for its proof failed."""
    if aside:
        say("  ", (str(path), "red"), f"  {said('aside', report=f'{path.name}.txt')}", wrong=True)
    else:
        say("  ", (str(path), "green"), f"  {said('written', size=kilobytes(path.stat().st_size))}")


def tell_batch(outcomes: Sequence[Outcome]) -> None:
    """Print how many documents were built, up to date, aside, failed."""
    failed = sum(1 for outcome in outcomes if not outcome.written)
    fresh = sum(1 for outcome in outcomes if outcome.fresh)
    aside = sum(1 for outcome in outcomes if outcome.rejected)
    built = len(outcomes) - failed - fresh
    counts = said("batch", all=len(outcomes), built=built, fresh=fresh, failed=failed)
    say(counts + (said("batch-aside", count=aside) if aside else ""))


def tell_findings(
    found: Iterable[tuple[Path, Diagnostic]], sources: Mapping[Path, Mapping[str, str]], form: Form
) -> None:
    """Print findings, each with the path of its file as seen from here.

    The same finding once.
    """
    texts = {str(folder / name): text for folder, files in sources.items() for name, text in files.items()}
    placed = dict.fromkeys(_with_folder(folder, finding) for folder, finding in found)
    if is_quiet() and form == "people":
        placed = {finding: None for finding in placed if finding.severity is Severity.ERROR}
        if not placed:
            return
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else COLUMNS
    sys.stdout.write(report(placed, texts, form, columns, speaking()))
    sys.stdout.flush()


def tell_findings_in_short(
    found: Sequence[tuple[Path, Diagnostic]], sources: Mapping[Path, Mapping[str, str]], form: Form
) -> None:
    """Print the errors; of many warnings how many there are of each kind, and where the first one is."""
    warnings = dict.fromkeys(_with_folder(folder, one) for folder, one in found if one.severity is not Severity.ERROR)
    if form != "people" or is_quiet() or is_verbose() or len(warnings) <= MOST_WARNINGS:
        tell_findings(found, sources, form)
        return
    if errors := [(folder, one) for folder, one in found if one.severity is Severity.ERROR]:
        tell_findings(errors, sources, form)
    kinds: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in warnings:
        kinds.setdefault((one.code, one.name), []).append(one)
    folders = list(dict.fromkeys(str(folder) for folder, _ in found))
    meant = folders[0] if len(folders) == 1 else said("folder")
    print(said("in-short", warnings=said("warnings", count=len(warnings)), folder=meant))
    named = {(code, name): name if speaking() == DEFAULT else gist(code) for code, name in kinds}
    wide = max(map(width, named.values()))
    for kind, ones in sorted(kinds.items(), key=lambda kind: (-len(kind[1]), kind[0])):
        first = said("first-at", place=ones[0].at) if isinstance(ones[0].at, Position) else ""
        what = named[kind] + " " * (wide - width(named[kind]))
        print(f"  {len(ones):4} × {kind[0]} {what}  {first}".rstrip())
    print()
    sys.stdout.flush()


def tell_result(outcomes: Sequence[Outcome]) -> None:
    """Print the last line of a build: how many files are proved, what was found."""
    found = {(str(one.job.folder), finding) for one in outcomes for finding in one.diagnostics}
    errors = sum(finding.severity is Severity.ERROR for _, finding in found)
    files = sum(len(outcome.written) for outcome in outcomes)
    aside = sum(len(outcome.rejected) for outcome in outcomes)
    told = [said("files", count=files), *([said("kept-aside", count=aside)] if aside else [])]
    say((", ".join([*told, *([said("errors", count=errors)] if errors else [])]), "bold"))


def summary_of(outcomes: Sequence[Outcome]) -> str:
    """What became of a batch as JSON, a job a line.

    With files, seconds a stage, findings, failure.
    """
    lines = (json.dumps(_entry(outcome), ensure_ascii=False) for outcome in outcomes)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _entry(outcome: Outcome) -> dict[str, Any]:
    return {
        "folder": str(outcome.job.folder),
        "language": outcome.job.language,
        **({"annex": outcome.job.annex} if outcome.job.annex else {}),
        "exit_code": outcome.exit_code,
        "up_to_date": outcome.fresh,
        "reasons": list(outcome.reasons),
        "seconds": round(outcome.done.seconds, 3),
        "stages": {stage: round(seconds, 3) for stage, seconds in outcome.done.built.timings.items()},
        "written": [str(path) for path in outcome.written],
        "rejected": [str(path) for path in outcome.rejected],
        "failure": outcome.failure,
        "findings": [
            {"code": found.code, "severity": str(found.severity), "at": str(found.at or ""), "message": found.message}
            for found in outcome.diagnostics
        ],
    }


def _with_folder(folder: Path, found: Diagnostic) -> Diagnostic:
    match found.at:
        case Position(file) as at:
            return dataclasses.replace(found, at=dataclasses.replace(at, file=str(folder / file)))
        case PagePosition() | None:
            return found


def kilobytes(size: int) -> int:
    """A size in bytes as it is told: whole kilobytes, one at least."""
    return max(1, round(size / 1000))
