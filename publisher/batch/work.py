"""Does one job where there is a processor for it; writes nothing."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import replace
from typing import TYPE_CHECKING

from publisher.batch.freshness import drawn_of
from publisher.batch.job import Done, Job, Task
from publisher.batch.processes import ProcessEnded
from publisher.batch.remembered import KeptParts
from publisher.catalogue import finding
from publisher.failures import Failure
from publisher.limits import TooLong, limits
from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import workspace_for
from publisher.pipeline import Built, build

if TYPE_CHECKING:
    from publisher.model.resolved import Document


def run_job(task: Task, beside: Executor | None = None, on_stage: Callable[[str], None] | None = None) -> Done:
    """Build and prove one document.

    What the operator has to put right ends up in the answer.
    """
    start = time.perf_counter()
    job = task.job
    drawn = ""

    def is_drawn(resolved: Document, sources: Mapping[str, str]) -> bool:
        nonlocal drawn
        drawn = drawn_of(resolved, sources, task.drawing)
        return drawn == task.drawn_before

    try:
        with limits(f"“{job.name}”", job.time_limit, job.memory_limit):
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
    return found(not_ready(job.name, job.time_limit))


def lost(job: Job, how: str) -> Done:
    """What is said of a job whose process ended without an answer."""
    return found(finding("BD004", f"the process that built “{job.name}” {how}"))


def too_large(job: Job) -> Done:
    """What is said of a job that wanted more memory than it may have."""
    return found(not_enough(job.name, job.memory_limit))


def not_ready(name: str, seconds: float) -> Diagnostic:
    """The finding on work that took too long."""
    return finding("BD003", f"“{name}” was not ready after {seconds:g} seconds", hint="see --time-limit")


def not_enough(name: str, memory: int | None) -> Diagnostic:
    """The finding on work that wanted more bytes of memory than it may have."""
    most = f"{memory / 2**20:.0f} MB" if memory else "there is"
    return finding("BD007", f"“{name}” needs more memory than {most}", hint="see --memory-limit")


def found(fault: Diagnostic) -> Done:
    """What is said of a job that came to nothing but a finding."""
    return Done(Built(diagnostics=(fault,)), exit_code=1)


def failed(failure: Exception) -> Done:
    """What is said of a job that failed, a fault of ours in full."""
    if isinstance(failure, Failure):
        return Done(failure=str(failure), exit_code=failure.exit_code)
    return Done(failure="".join(traceback.format_exception(failure)), exit_code=Failure.exit_code)
