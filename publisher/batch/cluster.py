"""Has jobs done by the workers of a Dask cluster, through the interface of the processes of this machine."""

from __future__ import annotations

import json
import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import publisher
from publisher.batch.digests import digest_of, engines_of, files_of, of_text
from publisher.batch.job import Done, Task
from publisher.batch.processes import Processes
from publisher.failures import BadRequest, Failure, MissingDependency
from publisher.model.workspace import FONT_FOLDERS, shipped
from publisher.pipeline import warm_up

CONNECT = 20.0  # seconds


class Cluster:
    """The workers behind a Dask scheduler; they need share no disk with this machine, but must be alike."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def count(self) -> int:
        """How many jobs the workers do at once now: workers may come and go."""
        threads: int = sum(self._client.nthreads().values())
        return max(1, threads)

    def start(self) -> None:
        """Hold the workers against this machine; MachinesDiffer where one would draw other files."""
        here = machine()
        for worker, there in self._client.run(machine).items():
            if different := [name for name, digest in here.items() if there.get(name) != digest]:
                raise MachinesDiffer(f"{worker} has not got the same as this machine: {', '.join(different)}")

    def submit(self, work: Callable[[Task], Done], task: Task, /) -> Future[Done]:
        """Have a job done by a worker; by another where that one is lost, which the scheduler sees to."""
        carried = carry(task)
        promise: Future[Done] = Future()
        promise.set_running_or_notify_cancel()

        def settle(told: Any) -> None:
            if told.status == "finished":
                promise.set_result(told.result())
            else:
                promise.set_exception(told.exception() or RuntimeError(f"the cluster has {told.status} the job"))
            told.release()

        self._client.submit(do_carried, work, carried, pure=False).add_done_callback(settle)
        return promise


@contextmanager
def cluster_at(address: str) -> Iterator[Cluster]:
    """The cluster whose scheduler is at `address`; BadRequest where none answers."""
    try:
        import distributed
    except ImportError as missing:
        raise MissingDependency("Dask is not installed: pip install distributed") from missing
    try:
        connect: Any = distributed.Client
        client = connect(address, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError) as failure:
        raise BadRequest(f"no scheduler of a cluster answers at {address}: {failure}") from failure
    try:
        cluster = Cluster(client)
        if not client.nthreads():
            client.wait_for_workers(1, timeout=CONNECT)
        cluster.start()
        yield cluster
    finally:
        client.close()


class MachinesDiffer(Failure):
    """A machine of the cluster has not got the same program, templates, engines or fonts: its files would differ."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Carried:
    """A task, the files of its document by name, and what the machine that does it must have."""

    task: Task
    files: Mapping[str, bytes]
    machine: str

    def unpacked(self, place: Path) -> Task:
        """The task, with its document written under `place`."""
        folder = place / self.task.job.folder.resolve().name
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return replace(self.task, job=replace(self.task.job, folder=folder), parts=None)


def carry(task: Task) -> Carried:
    """`task` with the files of its document, as they are now."""
    folder = task.job.folder
    return Carried(task, {name: (folder / name).read_bytes() for name in files_of(folder)}, machine_digest())


def do_carried(work: Callable[[Task], Done], carried: Carried) -> Done:
    """Do a job that was carried here, in a process of its own: what befalls it does not befall the worker.

    MachinesDiffer where this machine would draw other files; ProcessEnded, TookTooLong as of any process.
    """
    if machine_digest() != carried.machine:
        raise MachinesDiffer("this machine has another program, other templates, engines or fonts")
    with tempfile.TemporaryDirectory(prefix="publisher-") as place:
        done = _process().submit(work, carried.unpacked(Path(place))).result()
    return replace(done, job=carried.task.job)


@lru_cache(maxsize=1)
def machine() -> Mapping[str, str]:
    """What files look like depends on besides a document, by content: the same on machines that are alike."""
    package = Path(publisher.__file__).parent
    fonts = sorted(
        (name, os.stat(os.path.join(root, name)).st_size)  # noqa: PTH116, PTH118
        for folder in FONT_FOLDERS
        for root, _, names in os.walk(folder)
        for name in names
        if name.endswith((".otf", ".ttf", ".ttc"))
    )
    programs = {str(path.relative_to(package)): digest_of(path) for path in sorted(package.rglob("*.py"))}
    return {
        "the program": of_text(json.dumps(programs)),
        "the templates": of_text(json.dumps(files_of(shipped("templates")))),
        "the reference data": of_text(json.dumps(files_of(shipped("reference")))),
        "the engines": engines_of(),
        "the fonts": of_text(json.dumps(fonts)),
    }


def machine_digest() -> str:
    """One digest of all that."""
    return of_text(json.dumps(sorted(machine().items())))


_here = threading.local()


def _process() -> Processes:
    """The process of this thread of the worker, warm from one job to the next."""
    if not hasattr(_here, "process"):
        _here.process = Processes(1, warm_up, lambda task: task.job.deadline)
    process: Processes = _here.process
    return process
