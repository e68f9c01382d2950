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
from typing import TYPE_CHECKING

from publisher.batch.freshness import drawn_of
from publisher.batch.job import Done, Job, Task
from publisher.batch.processes import ProcessEnded
from publisher.batch.remembered import KeptParts
from publisher.catalogue import finding
from publisher.failures import Failure
from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import workspace_for
from publisher.pipeline import Built, build

if TYPE_CHECKING:
    from publisher.model.resolved import Document


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
                annex=job.annex, beside=beside, on_stage=on_stage, is_drawn=is_drawn, attached=job.attached,
                kept=KeptParts(task.parts, task.drawing, task.anew) if task.parts is not None else None,
            )  # fmt: skip
        alone = replace(built, written=None, resolved=None, pages={})  # a process beside need not send these
        done = Done(alone, drawn=drawn, failure=built.failure, exit_code=built.exit_code)
    except TooLong:
        done = late(job)
    except MemoryError:
        done = too_large(job)
    except ProcessEnded as ending:
        done = lost(job, str(ending))
    except Exception as failure:
        done = failed(failure)
    return replace(done, seconds=time.perf_counter() - start)


def late(job: Job) -> Done:
    """What is said of a job that was ended because its time was over."""
    message = f"“{job.name}” was not ready after {job.time_limit:g} seconds"
    return found(finding("BD003", message, hint="see --time-limit"))


def lost(job: Job, how: str) -> Done:
    """What is said of a job whose process ended without an answer."""
    return found(finding("BD004", f"the process that built “{job.name}” {how}"))


def too_large(job: Job) -> Done:
    """What is said of a job that wanted more memory than it may have."""
    most = f"{job.memory_limit / 2**20:.0f} MB" if job.memory_limit else "there is"
    return found(finding("BD007", f"“{job.name}” needs more memory than {most}", hint="see --memory-limit"))


def found(fault: Diagnostic) -> Done:
    """What is said of a job that came to nothing but a finding."""
    return Done(Built(diagnostics=(fault,)), exit_code=1)


def failed(failure: Exception) -> Done:
    """What is said of a job that failed: a fault of ours is told in full at the end."""
    if isinstance(failure, Failure):
        return Done(failure=str(failure), exit_code=failure.exit_code)
    return Done(failure="".join(traceback.format_exception(failure)), exit_code=Failure.exit_code)


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
