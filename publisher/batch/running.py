"""Runs jobs so that the failure of one never stops another.

In this process, in several, or on a cluster.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

from publisher.batch.digests import Surroundings, content_of, surroundings
from publisher.batch.freshness import Look, already, ended, finish, look_at
from publisher.batch.job import Done, Job, Outcome, Task
from publisher.batch.placing import prepare
from publisher.batch.processes import ProcessEnded, Processes, TookTooLong, warm
from publisher.catalogue import finding
from publisher.failures import CannotWrite, Failure
from publisher.model.diagnostic import Diagnostic
from publisher.model.files import MOST_YAML, Refused, contents
from publisher.model.symbol import folded


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
    """The outcome of every job, in the order of `jobs`.

    CannotWrite when no target folder is writable. What an earlier build left and nothing has changed since is not
    built again, but `anew`. One job is done in this process and shares its work with `workers`, if it may not stand
    `apart`; several are done by `workers`. Whatever is wrong with one folder, or with what was left beside its files,
    ends its own job only.
    """
    outcomes: dict[Job, Outcome] = {}

    def take(outcome: Outcome) -> None:
        outcomes[outcome.job] = outcome
        if on_outcome is not None:
            on_outcome(outcome)

    refused = _refused(jobs)
    for outcome in refused.values():
        take(outcome)
    beside = workers if isinstance(workers, Executor) and workers.count > 1 else None
    waiting = []
    for looked in _look((job for job in jobs if job not in refused), anew):
        if isinstance(looked, Outcome):
            take(looked)
            continue
        waiting.append(looked)
        if beside is not None and _draws(looked.job):
            beside.start()  # it warms up while the others are looked at, and while the document is read
    shared = workers is not None and (len(waiting) > 1 or apart)
    if isinstance(workers, Processes):
        workers.keep_to(workers.count if shared else 1)  # this process is the other one
    if shared and workers is not None:
        _share_out(waiting, workers, take)
    elif waiting:
        from publisher.batch import work

        for look in waiting:
            take(_finished(look, partial(work.run_job, look.task, beside, on_stage)))
    return tuple(outcomes[job] for job in jobs)


@contextmanager
def processes_for(count: int, drawing: bool = True) -> Iterator[Processes]:
    """`count` processes that do jobs, warm where something is `drawing`.

    Ended at once with the block.
    """
    pool = Processes(count, warm if drawing else None, _seconds_of)
    try:
        yield pool
    finally:  # nobody waits for what is still in work: it may hang
        pool.shutdown(wait=False, cancel_futures=True)


def _seconds_of(*given: object, **_: object) -> float | None:
    """When to end the process of a task; for parts of a document the process of the document decides."""
    return given[0].job.deadline if given and isinstance(given[0], Task) else None


def _refused(jobs: Sequence[Job]) -> dict[Job, Outcome]:
    """The jobs that cannot be begun: nothing can be written where their files go, or another has their symbol."""
    from publisher.batch import work

    closed: dict[Path, CannotWrite] = {}
    for output in sorted({job.output for job in jobs}):
        try:
            prepare(output)
        except CannotWrite as failure:
            closed[output] = failure
    if jobs and all(job.output in closed for job in jobs):
        raise next(iter(closed.values()))
    doubles = symbols_given_twice(jobs)
    return {
        job: ended(job, work.failed(closed[job.output]) if job.output in closed else work.found(doubles[job.folder]))
        for job in jobs if job.output in closed or job.folder in doubles
    }  # fmt: skip


def _look(jobs: Iterable[Job], anew: bool) -> Iterator[Look | Outcome]:
    """Each job held against its last build; its outcome where that still stands, or where it cannot be looked at."""
    from publisher.batch import work

    around: dict[str, Surroundings] = {}
    for job in jobs:
        if job.language not in around:
            around[job.language] = surroundings(job.language)
        try:
            look = look_at(job, around[job.language], anew)
            yield look if look.reasons else already(look)
        except Exception as failure:
            yield ended(job, work.failed(failure))


def _draws(job: Job) -> bool:
    """Tell whether the layout engine is needed for a job."""
    return set(job.formats) != {"html"}


def _share_out(waiting: Sequence[Look], workers: Workers, take: Callable[[Outcome], None]) -> None:
    """Have jobs done, never many more at once than can be worked on, so that a long batch needs no more memory."""
    from publisher.batch import work

    left = iter(waiting)
    running: dict[Future[Done], Look] = {}
    while True:
        while len(running) < 2 * workers.count and (look := next(left, None)) is not None:
            try:
                running[workers.submit(work.run_job, look.task)] = look
            except Exception as failure:
                take(ended(look.job, work.failed(failure), look.reasons))
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            take(_finished(running.pop(future), future.result))


def _finished(look: Look, result: Callable[[], Done]) -> Outcome:
    """The outcome of a job whose `result` is there, or what kept it from being there."""
    from publisher.batch import work

    try:
        return finish(look, result())
    except TookTooLong:
        done = work.late(look.job)
    except ProcessEnded as lost:
        done = work.lost(look.job, str(lost))
    except Exception as failure:
        done = work.failed(failure)
    return ended(look.job, done, look.reasons)


def symbols_given_twice(jobs: Sequence[Job]) -> dict[Path, Diagnostic]:
    """A finding for each folder whose symbol another folder carries too.

    None where it is issued: then the folders are that of the issued document and copies of it to be corrected.
    """
    first = {job.folder: job for job in reversed(jobs)}
    if len(first) < 2:
        return {}
    folders: dict[str, list[tuple[Path, str]]] = {}
    for folder, job in first.items():
        if symbol := _symbol(job):
            folders.setdefault(folded(symbol), []).append((folder, symbol))
    return {
        folder: finding(
            "BD001", f"symbol “{symbol}” is carried by {' and '.join(sorted(str(other) for other, _ in sharing))}",
            span=symbol, hint="give each document its own symbol in record.yaml; a copy to be corrected is made of an issued one",
        )
        for sharing in folders.values() if len({other.resolve() for other, _ in sharing}) > 1 and not (
            len({first[other].output for other, _ in sharing}) == len(sharing) and _is_issued(*sharing[0])
        )
        for folder, symbol in sharing
    }  # fmt: skip


def _is_issued(folder: Path, symbol: str) -> bool:
    """Whether the register of the document in `folder` holds an edition of it."""
    from publisher.register import BESIDE, open_register

    address = os.environ.get("PUBLISHER_REGISTER") or str(folder.resolve().parent / BESIDE)
    try:
        return bool(open_register(address, make=False).editions(symbol=symbol))
    except Failure:
        return False


def _symbol(job: Job) -> str:
    """The symbol of a document from the one line that states it; the record is gone through where there is none."""
    try:
        return content_of(f"{job.folder}/record.yaml").symbol or _stated(contents(job.folder, "record.yaml", MOST_YAML))
    except (OSError, Refused, UnicodeError):
        return ""


def _stated(record: bytes) -> str:
    """The symbol a record states, “” where it states none; nothing but the words up to it is taken in."""
    import yaml

    depth, key = 0, None
    try:
        for event in yaml.parse(record.decode("utf-8-sig"), getattr(yaml, "CLoader", yaml.Loader)):
            if isinstance(event, yaml.CollectionStartEvent):
                depth, key = depth + 1, None
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif depth == 1:
                word = event.value if isinstance(event, yaml.ScalarEvent) else None
                if key == "symbol":
                    return word or ""
                key = word if key is None else None
    except yaml.YAMLError:
        pass
    return ""
