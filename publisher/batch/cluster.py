"""Has jobs done by the workers of a Dask cluster, through the interface of the processes of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

from publisher.batch.carrying import MachinesDiffer, carry, do_carried, machine
from publisher.batch.job import Done, Task
from publisher.failures import BadRequest, MissingDependency

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
