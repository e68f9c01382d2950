"""Runs jobs, in this process, in several or on a cluster, so that the failure of one never stops another."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from publisher.batch.digests import Surroundings, content_of, surroundings
from publisher.batch.freshness import look_at
from publisher.batch.job import Done, Job, Outcome, Task
from publisher.batch.outcomes import Looked, already, ended, finish
from publisher.batch.placing import prepare
from publisher.batch.processes import ProcessEnded, Processes, TookTooLong, warm
from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic
from publisher.model.symbol import Symbol
from publisher.model.workspace import workspace_for
from publisher.pipeline import symbol_of


class Workers(Protocol):
    """An executor that says how much work it can do at once."""

    @property
    def count(self) -> int:
        """How many jobs it does at once."""

    def start(self) -> None:
        """Get ready before there is work."""

    def submit(self, work: Callable[[Task], Done], task: Task, /) -> Future[Done]:
        """Have a job done."""


def run_batch(
    jobs: Sequence[Job],
    workers: Workers | None = None,
    on_outcome: Callable[[Outcome], None] | None = None,
    on_stage: Callable[[str], None] | None = None,
    *,
    anew: bool = False,
    apart: bool = False,
) -> tuple[Outcome, ...]:
    """The outcome of every job, in the order of `jobs`; CannotWrite when a target folder is not writable.

    What an earlier build left and nothing has changed since is not built again, but `anew`. One job is done in this
    process and shares its work with `workers`, if it may not stand `apart`; several are done by `workers`.
    """
    for output in sorted({job.output for job in jobs}):
        prepare(output)
    outcomes: dict[Job, Outcome] = {}

    def take(outcome: Outcome) -> None:
        outcomes[outcome.job] = outcome
        if on_outcome is not None:
            on_outcome(outcome)

    doubles = symbols_given_twice(jobs)
    for job in jobs:
        if job.folder in doubles:
            take(Outcome(job, diagnostics=(doubles[job.folder],), exit_code=1))
    beside = workers if isinstance(workers, Executor) and workers.count > 1 else None
    waiting = []
    for looked in _look((job for job in jobs if job.folder not in doubles), anew):
        if looked.reasons:
            waiting.append(looked)
            if beside is not None and _draws(looked.job):
                beside.start()  # it warms up while the others are looked at, and while the document is read
        else:
            take(already(looked))
    shared = workers is not None and (len(waiting) > 1 or apart)
    if isinstance(workers, Processes):
        workers.keep_to(workers.count if shared else 1)  # this process is the other one
    if shared and workers is not None:
        _share_out(waiting, workers, take)
    elif waiting:
        from publisher.batch import work

        for looked in waiting:
            take(finish(looked, work.run_job(looked.task, beside, on_stage)))
    return tuple(outcomes[job] for job in jobs)


@contextmanager
def processes_for(count: int, drawing: bool = True) -> Iterator[Processes]:
    """`count` processes that do jobs, warm where something is `drawing`; ended at once with the block."""
    pool = Processes(count, warm if drawing else None, _seconds_of)
    try:
        yield pool
    finally:  # nobody waits for what is still in work: it may hang
        pool.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """How many processes can work at once on this machine."""
    return len(os.sched_getaffinity(0))


def _seconds_of(*given: object, **_: object) -> float | None:
    """When to end the process of a task; for parts of a document the process of the document decides."""
    return given[0].job.deadline if given and isinstance(given[0], Task) else None


def _look(jobs: Iterable[Job], anew: bool) -> Iterator[Looked]:
    """Each job held against its last build."""
    around: dict[str, Surroundings] = {}
    for job in jobs:
        if job.language not in around:
            around[job.language] = surroundings(job.language)
        look = look_at(job, around[job.language])
        yield Looked(look, anew)


def _draws(job: Job) -> bool:
    """Tell whether the layout engine is needed for a job."""
    return set(job.formats) != {"html"}


def _share_out(waiting: Sequence[Looked], workers: Workers, take: Callable[[Outcome], None]) -> None:
    """Have jobs done, never many more at once than can be worked on, so that a long batch needs no more memory."""
    from publisher.batch import work

    left = iter(waiting)
    running: dict[Future[Done], Looked] = {}
    while True:
        while len(running) < 2 * workers.count and (looked := next(left, None)) is not None:
            running[workers.submit(work.run_job, looked.task)] = looked
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            take(_taken(running.pop(future), future))


def _taken(looked: Looked, future: Future[Done]) -> Outcome:
    from publisher.batch import work

    try:
        done = future.result()
    except TookTooLong:
        return ended(looked, work.late(looked.job))
    except ProcessEnded as lost:
        return ended(looked, work.lost(looked.job, str(lost)))
    except Exception as failure:
        return ended(looked, work.failed(looked.job, failure))
    return finish(looked, done)


def symbols_given_twice(jobs: Sequence[Job]) -> dict[Path, Diagnostic]:
    """A finding for each folder whose symbol another folder of the batch carries as well."""
    first = {job.folder: job for job in reversed(jobs)}
    if len(first) < 2:
        return {}
    folders: dict[str, list[tuple[Path, str]]] = {}
    for folder, job in first.items():
        if symbol := _symbol(job):
            folders.setdefault(Symbol(symbol).file_stem(job.language), []).append((folder, symbol))
    return {
        folder: finding(
            "BD001", f"symbol “{symbol}” is carried by {' and '.join(sorted(str(other) for other, _ in sharing))}",
            span=symbol, hint="give each document its own symbol in record.yaml",
        )
        for sharing in folders.values() if len({other.resolve() for other, _ in sharing}) > 1
        for folder, symbol in sharing
    }  # fmt: skip


def _symbol(job: Job) -> str | None:
    """The symbol of a document from the one line that states it; the record is read where there is none."""
    try:
        stated = content_of(f"{job.folder}/record.yaml").symbol
    except OSError:
        return None
    return stated or symbol_of(workspace_for(job.folder, job.today), job.language)
