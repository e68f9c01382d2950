"""Runs jobs, in this process or in several, so that the failure of one never stops another."""

from __future__ import annotations

import dataclasses
import multiprocessing
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from publisher.batch.job import Job, Outcome
from publisher.batch.placing import place, prepare, set_aside
from publisher.catalogue import finding
from publisher.failures import Failure
from publisher.model.diagnostic import Diagnostic, Severity
from publisher.model.workspace import workspace_for
from publisher.pipeline import Built, build, file_stem, symbol_of, warm_up

JOBS_A_PROCESS = 50  # WeasyPrint keeps the memory of long tables: a process is replaced after so many jobs


class _TooLong(BaseException):
    """The time limit of a job is over; not an Exception, so that no stage can take it for one of its own."""


def run_batch(
    jobs: Sequence[Job],
    processes: int = 1,
    on_outcome: Callable[[Outcome], None] | None = None,
    on_stage: Callable[[str], None] | None = None,
    beside: Executor | None = None,
) -> tuple[Outcome, ...]:
    """Give back the outcome of every job, in the order of `jobs`; CannotWrite when a target folder is not writable.

    A job that is alone shares its work with `beside`; several run in as many processes as given.
    """
    for output in sorted({job.output for job in jobs}):
        prepare(output)
    outcomes: dict[Job, Outcome] = {}

    def take(outcome: Outcome) -> None:
        outcomes[outcome.job] = outcome
        if on_outcome is not None:
            on_outcome(outcome)

    doubles = _symbols_given_twice(jobs)
    for job in jobs:
        if job.folder in doubles:
            take(Outcome(job, diagnostics=(doubles[job.folder],), exit_code=1))
    waiting = [job for job in jobs if job.folder not in doubles]
    if len(waiting) > 1 and processes > 1:
        lost = _run_in_processes(waiting, processes, take)
        for job in lost:  # each alone, so that the one that ends its process is known by name
            for twice in _run_in_processes([job], 1, take):
                take(_lost(twice))
    else:
        for job in waiting:
            take(run_job(job, beside, on_stage))
    return tuple(outcomes[job] for job in jobs)


def run_job(job: Job, beside: Executor | None = None, on_stage: Callable[[str], None] | None = None) -> Outcome:
    """Build, prove and write one document; what the operator has to put right ends up in the outcome."""
    start = time.perf_counter()
    try:
        with _time_limit(job.time_limit):
            built = build(
                workspace_for(job.folder, job.today), job.language, job.formats, job.mode,
                annex=job.annex, beside=beside, on_stage=on_stage,
            )
        outcome = _write(job, built)
    except _TooLong:
        late = finding("BD003", f"“{job.name}” was not ready after {job.time_limit:g} seconds", hint="see --time-limit")
        outcome = Outcome(job, diagnostics=(late,), exit_code=1)
    except Failure as failure:
        outcome = Outcome(job, failure=str(failure), exit_code=failure.exit_code)
    except BrokenProcessPool:
        outcome = _lost(job)
    except Exception:  # a fault of ours: told in full at the end, and the other jobs go on
        outcome = Outcome(job, failure=traceback.format_exc(), exit_code=Failure.exit_code)
    return dataclasses.replace(outcome, seconds=time.perf_counter() - start)


def _write(job: Job, built: Built) -> Outcome:
    """Write the good files to their place and the others aside."""
    written: tuple[Path, ...] = ()
    rejected: tuple[Path, ...] = ()
    if built.resolved is not None:
        stem = file_stem(built.resolved.symbol, built.resolved.language)
        named = {format: f"{stem}.{format}" for format in built.files}
        good = {named[format]: data for format, data in built.files.items() if format not in built.rejected}
        bad = {named[format]: data for format, data in built.files.items() if format in built.rejected}
        written = place(job.output, good)
        rejected = set_aside(job.output, bad, built.diagnostics)
    errors = any(found.severity is Severity.ERROR for found in built.diagnostics)
    failures = built.failures.values()
    return Outcome(
        job, written, rejected, built.diagnostics, dict(built.sources), dict(built.timings),
        failure="; ".join(str(failure) for failure in failures),
        exit_code=max((failure.exit_code for failure in failures), default=int(errors)),
    )


def _lost(job: Job) -> Outcome:
    return Outcome(job, diagnostics=(finding("BD004", f"the process that built “{job.name}” ended"),), exit_code=1)


def _symbols_given_twice(jobs: Sequence[Job]) -> dict[Path, Diagnostic]:
    """Give back a finding for each folder whose symbol another folder of the batch carries as well."""
    first = {job.folder: job for job in reversed(jobs)}
    if len(first) < 2:
        return {}
    folders: dict[str, list[Path]] = {}
    for folder, job in first.items():
        if symbol := symbol_of(workspace_for(folder, job.today), job.language):
            folders.setdefault(symbol, []).append(folder)
    return {
        folder: finding(
            "BD001", f"symbol “{symbol}” is carried by {' and '.join(sorted(str(other) for other in sharing))}",
            span=symbol, hint="give each document its own symbol in record.yaml",
        )
        for symbol, sharing in folders.items() if len(sharing) > 1
        for folder in sharing
    }


def _run_in_processes(jobs: Sequence[Job], processes: int, take: Callable[[Outcome], None]) -> list[Job]:
    """Run jobs in a pool; give back those without an answer because a process of the pool was lost."""
    lost: list[Job] = []
    drawing = any(set(job.formats) != {"html"} for job in jobs)
    with _pool(min(processes, len(jobs)), drawing) as pool:
        running = {pool.submit(run_job, job): job for job in jobs}
        try:
            for future in as_completed(running):
                try:
                    take(future.result())
                except BrokenProcessPool:
                    lost.append(running[future])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return lost


def _pool(processes: int, drawing: bool) -> ProcessPoolExecutor:
    """Give back a pool of processes, warm where PDF is `drawing`; spawned, for a fork after a layout can crash."""
    return ProcessPoolExecutor(
        processes,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=warm_up if drawing else None,
        max_tasks_per_child=JOBS_A_PROCESS,
    )


@contextmanager
def process_beside(processes: int) -> Iterator[Executor | None]:
    """Give back one more process, which warms up while the document is read; none where `processes` is 1."""
    if processes == 1:
        yield None
        return
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    pool.submit(warm_up)
    try:
        yield pool
    finally:
        processes_of_pool = list(pool._processes.values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes_of_pool:  # it may hang in a layout that nobody waits for any more
            process.terminate()


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise _TooLong when the block takes longer; in another thread than the main one there is no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise _TooLong

    previous = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
