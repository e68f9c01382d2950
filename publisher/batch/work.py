"""Does one job where there is a processor for it, and gives back the finished files; writes nothing."""

from __future__ import annotations

import resource
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from types import FrameType

from publisher.batch.freshness import drawn_of
from publisher.batch.job import Done, Job, Task
from publisher.batch.processes import ProcessEnded
from publisher.batch.remembered import KeptParts
from publisher.catalogue import finding
from publisher.failures import Failure
from publisher.model.diagnostic import Severity
from publisher.model.resolved import Document
from publisher.model.symbol import Symbol
from publisher.model.workspace import workspace_for
from publisher.pipeline import Built, build


def run_job(task: Task, beside: Executor | None = None, on_stage: Callable[[str], None] | None = None) -> Done:
    """Build and prove one document; what the operator has to put right ends up in the answer."""
    start = time.perf_counter()
    job = task.job
    drawn = ""

    def is_drawn(resolved: Document, sources: Mapping[str, str]) -> bool:
        nonlocal drawn
        drawn = drawn_of(resolved, sources, task.drawing)
        return drawn == task.drawn_before

    try:
        with time_limit(job.time_limit), memory_limit(job.memory_limit):
            built = build(
                workspace_for(job.folder, job.today), job.language, job.formats, job.mode,
                annex=job.annex, beside=beside, on_stage=on_stage, is_drawn=is_drawn,
                kept=KeptParts(task.parts, task.drawing, task.anew) if task.parts is not None else None,
            )  # fmt: skip
        done = _done(job, built, drawn)
    except TooLong:
        done = late(job)
    except MemoryError:
        done = too_large(job)
    except ProcessEnded as ending:
        done = lost(job, str(ending))
    except Exception as failure:
        done = failed(job, failure)
    return replace(done, seconds=time.perf_counter() - start)


def late(job: Job) -> Done:
    """What is said of a job that was ended because its time was over."""
    message = f"“{job.name}” was not ready after {job.time_limit:g} seconds"
    return Done(job, findings=(finding("BD003", message, hint="see --time-limit"),), exit_code=1)


def lost(job: Job, how: str) -> Done:
    """What is said of a job whose process ended without an answer."""
    message = f"the process that built “{job.name}” {how}"
    return Done(job, findings=(finding("BD004", message),), exit_code=1)


def too_large(job: Job) -> Done:
    """What is said of a job that wanted more memory than it may have."""
    most = f"{job.memory_limit / 2**20:.0f} MB" if job.memory_limit else "there is"
    message = f"“{job.name}” needs more memory than {most}"
    return Done(job, findings=(finding("BD007", message, hint="see --memory-limit"),), exit_code=1)


def failed(job: Job, failure: Exception) -> Done:
    """What is said of a job that failed: a fault of ours is told in full at the end."""
    if isinstance(failure, Failure):
        return Done(job, failure=str(failure), exit_code=failure.exit_code)
    return Done(job, failure="".join(traceback.format_exception(failure)), exit_code=Failure.exit_code)


def _done(job: Job, built: Built, drawn: str) -> Done:
    names = {}
    if built.resolved is not None:
        stem = Symbol(built.resolved.symbol).file_stem(built.resolved.language)
        names = {format: f"{stem}.{format}" for format in built.files}
    errors = any(found.severity is Severity.ERROR for found in built.diagnostics)
    failures = built.failures.values()
    of_document = len(built.diagnostics) - len(built.proofs)
    return Done(
        job,
        {names[format]: data for format, data in built.files.items()},
        frozenset(names[format] for format in built.rejected),
        built.diagnostics[:of_document],
        built.proofs,
        dict(built.sources),
        dict(built.timings),
        drawn=drawn,
        stands=not built.drawn,
        failure="; ".join(str(failure) for failure in failures),
        exit_code=max((failure.exit_code for failure in failures), default=int(errors)),
    )


class TooLong(BaseException):
    """The time limit of a job is over; not an Exception, so that no stage can take it for one of its own."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TooLong when the block takes longer; in another thread than the main one there is no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise TooLong

    previous = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


@contextmanager
def memory_limit(most: int | None) -> Iterator[None]:
    """Let the block have `most` bytes of data in this process: beyond that Python raises MemoryError, and C ends it.

    Data is what is written (RLIMIT_DATA); fonts and libraries, which are mapped from files, do not count.
    """
    if most is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
