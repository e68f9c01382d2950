"""Has jobs done by the workers of a Dask cluster.

Its interface is that of the processes of this machine. A job is carried there with its files and comes back as bytes
and JSON, which are looked through: nothing that a worker or a scheduler sends is unpickled here.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.batch.digests import machine
from publisher.batch.job import Done, Task
from publisher.batch.work import MachinesDiffer, Unreadable, carry, do_carried, done_in
from publisher.failures import BadRequest, Failure, MissingDependency

CONNECT = 20.0  # seconds
DESERTED = 60.0  # seconds without any worker after which nobody waits for one any more


class ClusterLost(Failure):
    """No scheduler answers, or it has no workers."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Certificates:
    """The files that prove who is who on an encrypted connection.

    That of the authority, that of this machine, and its key.
    """

    authority: Path
    own: Path | None = None
    key: Path | None = None


class Cluster:
    """The workers behind a Dask scheduler.

    They need share no disk with this machine, but must be alike.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._promised: set[Future[Done]] = set()
        self._closed = threading.Event()

    @property
    def count(self) -> int:
        """How many jobs the workers do at once now: workers may come and go."""
        return max(1, self._threads())

    def start(self) -> None:
        """Hold the workers against this machine.

        MachinesDiffer where one would draw other files.
        """
        here = machine()
        told = self._client.sync(self._client._run, machine_told, callback_timeout=CONNECT)
        for worker, answered in told.items():
            there = _machine_in(answered)
            if different := [name for name, digest in here.items() if there.get(name) != digest]:
                raise MachinesDiffer(f"{worker} has not got the same as this machine: {', '.join(different)}")
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, work: Callable[[Task], Done], task: Task, /) -> Future[Done]:
        """Have a job done by a worker.

        By another where that one is lost, which the scheduler sees to.
        """
        carried = carry(task)
        promise: Future[Done] = Future()
        promise.set_running_or_notify_cancel()
        self._promised.add(promise)

        def settle(told: Any) -> None:
            try:
                if told.status != "finished":
                    raise ClusterLost(f"the cluster has {told.status} the job: its workers ended while they did it")
                promise.set_result(done_in(told.result()))
            except Exception as failure:
                with suppress(Exception):  # it was given up before
                    promise.set_exception(failure)
            self._promised.discard(promise)
            told.release()

        self._client.submit(do_carried, work, carried, pure=False).add_done_callback(settle)
        return promise

    def close(self) -> None:
        """Nobody waits for anything any more."""
        self._closed.set()

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except Exception:  # whatever the connection meets when the scheduler is gone
            return 0

    def _watch(self) -> None:
        """Give up what is promised when there has been no worker for long."""
        seen = time.monotonic()
        while not self._closed.wait(min(1.0, DESERTED / 4)):
            if self._threads():
                seen = time.monotonic()
            elif time.monotonic() - seen > DESERTED:
                for promise in list(self._promised):
                    with suppress(Exception):  # it was settled just now
                        promise.set_exception(ClusterLost(f"the cluster has had no workers for {DESERTED:g} seconds"))


@contextmanager
def cluster_at(address: str, certificates: Certificates | None = None) -> Iterator[Cluster]:
    """The cluster whose scheduler is at `address`.

    ClusterLost where none answers or it has no workers.
    """
    try:
        import distributed
    except ImportError as missing:
        raise MissingDependency("Dask is not installed: pip install distributed") from missing
    security = _security(address, certificates)
    try:
        client = _client(distributed)(
            address,
            timeout=CONNECT,
            set_as_default=False,
            security=security,
            deserializers=["dask", "msgpack", "error"],
        )
    except (OSError, ValueError, RuntimeError) as failure:
        raise ClusterLost(f"no scheduler of a cluster answers at {address}: {failure}") from failure
    cluster = Cluster(client)
    try:
        try:
            client.wait_for_workers(1, timeout=CONNECT)
            cluster.start()
        except (OSError, TimeoutError) as failure:
            raise ClusterLost(f"the scheduler at {address} has no workers that answer") from failure
        yield cluster
    finally:
        cluster.close()
        client.close(timeout=CONNECT)


def _client(distributed: Any) -> Any:
    """Dask's client, but for what it does with the exceptions of workers: it would unpickle them."""

    class Client(distributed.Client):  # type: ignore[misc]
        def _handle_task_erred(self, key: Any = None, exception: Any = None, traceback: Any = None) -> None:
            super()._handle_task_erred(key=key, exception="a worker failed", traceback=None)

    return Client


def _security(address: str, certificates: Certificates | None) -> Any:
    """What the connection is encrypted with, None where it is not; BadRequest where that is half said."""
    encrypted = address.startswith("tls://")
    if encrypted and certificates is None:
        raise BadRequest(f"{address} is encrypted: say with --tls-ca FILE whose certificates are to be trusted")
    if certificates is None:
        return None
    if not encrypted:
        raise BadRequest(f"certificates are for an address such as tls://HOST:PORT, not for {address}")
    from distributed.security import Security

    for file in (certificates.authority, certificates.own, certificates.key):
        if file is not None and not file.is_file():
            raise BadRequest(f"no such file: {file}")
    _refuse_unread(certificates)
    own = str(certificates.own) if certificates.own else None
    key = str(certificates.key) if certificates.key else None
    security: Any = Security
    return security(
        require_encryption=True, tls_ca_file=str(certificates.authority), tls_client_cert=own, tls_client_key=key
    )


def machine_told() -> bytes:
    """All that as JSON."""
    return json.dumps(dict(machine())).encode()


def _machine_in(told: object) -> dict[str, Any]:
    try:
        found = json.loads(told) if isinstance(told, bytes) else None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Unreadable("a worker of the cluster does not say what it has")
    return found


def _refuse_unread(certificates: Certificates) -> None:
    """BadRequest where the files of an encrypted connection hold no certificates, or not those of this machine."""
    import ssl

    if certificates.own is None:
        raise BadRequest("the cluster wants to know this machine too: name its certificate with --tls-cert")
    try:
        context = ssl.create_default_context(cafile=str(certificates.authority))
        context.load_cert_chain(str(certificates.own), str(certificates.key) if certificates.key else None)
    except (ssl.SSLError, OSError) as error:
        raise BadRequest(f"the certificates cannot be used (PEM is wanted): {error}") from error
