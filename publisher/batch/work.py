"""Does one job where there is a processor for it, here or where it was carried; writes nothing.

What is carried to another machine are the files of a document; what comes back are bytes and JSON, looked through
when they arrive.
"""

from __future__ import annotations

import json
import struct
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.batch.digests import files_of, machine_digest
from publisher.batch.freshness import drawn_of
from publisher.batch.job import Done, Job, Task
from publisher.batch.processes import ProcessEnded, Processes, TookTooLong, warm
from publisher.batch.remembered import KeptParts, finding_in, plain_name, texts_in
from publisher.catalogue import finding
from publisher.failures import Failure
from publisher.limits import TooLong, limits
from publisher.model.diagnostic import Diagnostic
from publisher.model.files import Refused, contents
from publisher.model.workspace import own_reference_of, workspace_for
from publisher.pipeline import ALL_FORMATS, Built, build

if TYPE_CHECKING:
    from publisher.model.resolved import Document

MOST_TOLD = 256 * 1024 * 1024  # bytes of all that is not a file
_LENGTH = struct.Struct(">Q")


class Unreadable(Failure):
    """A worker of a cluster answered with no outcome of a job."""


class MachinesDiffer(Failure):
    """A machine of the cluster would make other files.

    It has not got the same program, templates, engines or fonts.
    """

    exit_code = 3


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


@dataclass(frozen=True, slots=True)
class Carried:
    """A task as it travels: files of its document, what it must find there."""

    task: Task
    files: Mapping[str, bytes]
    machine: str

    def unpacked(self, place: Path) -> Task:
        """The task, with its document written under `place`."""
        folder = place / (self.task.job.folder.resolve().name or "document")
        folder.mkdir()
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return replace(self.task, job=replace(self.task.job, folder=folder), parts=None)


def carry(task: Task) -> Carried:
    """`task` with the files of its document that can be read, as they are now."""
    folder = task.job.folder
    files = {}
    for name in files_of(folder):
        with suppress(OSError, Refused):  # who needs such a file finds that it is not there
            files[name] = contents(folder, name)
    for name, path in own_reference_of(folder):  # it may lie above the folder, where no other machine has it
        with suppress(OSError, Refused):
            files[f"reference/{name}"] = contents(path.parent, path.name)
    return Carried(task, files, machine_digest())


def do_carried(work: Callable[[Task], Done], carried: Carried) -> bytes:
    """Do a job that was carried here, in a process of its own.

    What befalls it does not befall the worker.
    """
    job = carried.task.job
    try:
        if machine_digest() != carried.machine:
            raise MachinesDiffer("this machine has another program, other templates, engines or fonts")
        with tempfile.TemporaryDirectory(prefix="publisher-") as place:
            return answer(_process().submit(work, carried.unpacked(Path(place))).result())
    except TookTooLong:
        return answer(late(job))
    except ProcessEnded as ending:
        return answer(lost(job, str(ending)))
    except Exception as failure:
        return answer(failed(failure))


_here = threading.local()


def _process() -> Processes:
    """The process of this thread of the worker, warm from one job to the next."""
    if not hasattr(_here, "process"):
        _here.process = Processes(1, warm, lambda task: task.job.deadline)
    process: Processes = _here.process
    return process


def answer(done: Done) -> bytes:
    """`done` as bytes: length of the JSON, JSON, the files one by one."""
    built = done.built
    told = {
        "seconds": done.seconds,
        "drawn": done.drawn,
        "failure": done.failure,
        "exit_code": done.exit_code,
        "stem": built.stem,
        "files": {form: len(built.files[form]) for form in ALL_FORMATS if form in built.files},
        "rejected": sorted(built.rejected),
        "diagnostics": [asdict(found) for found in built.diagnostics],
        "proofs": len(built.proofs),
        "sources": dict(built.sources),
        "timings": dict(built.timings),
        "stands": not built.drawn,
    }
    text = json.dumps(told).encode()
    return b"".join(
        (_LENGTH.pack(len(text)), text, *(built.files[form] for form in ALL_FORMATS if form in built.files))
    )


def done_in(data: object) -> Done:
    """What a job came to.

    Unreadable where `data` is anything else than such an answer.
    """
    if not isinstance(data, bytes) or len(data) < _LENGTH.size:
        raise Unreadable("a worker of the cluster answered with something else than bytes")
    length = _LENGTH.unpack_from(data)[0]
    try:
        if length > MOST_TOLD:
            raise ValueError("too long")
        return _done(json.loads(data[_LENGTH.size : _LENGTH.size + length]), data[_LENGTH.size + length :])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise Unreadable(f"a worker of the cluster answered with something else than a finished job: {fault}") from None


def _done(told: Any, data: bytes) -> Done:
    files, start = {}, 0
    for form in ALL_FORMATS:
        if form in told["files"]:
            files[form] = data[start : start + _whole(told["files"][form])]
            start += len(files[form])
    sizes = {form: len(content) for form, content in files.items()}
    if sizes != told["files"] or start != len(data) or (files and not plain_name(told["stem"])):
        raise ValueError("other files than it names")
    findings = tuple(map(finding_in, told["diagnostics"]))
    built = Built(
        stem=told["stem"],
        files=files,
        rejected=frozenset(form for form in ALL_FORMATS if form in told["rejected"]),
        diagnostics=findings,
        proofs=findings[len(findings) - _whole(told["proofs"]) :],
        sources=texts_in(told["sources"]),
        timings={str(stage): float(seconds) for stage, seconds in told["timings"].items()},
        drawn=told["stands"] is not True,
    )
    return Done(
        built, float(told["seconds"]), str(told["drawn"]), str(told["failure"]), min(_whole(told["exit_code"]), 255)
    )


def _whole(number: Any) -> int:
    if type(number) is not int or number < 0:
        raise ValueError("no number")
    return number
