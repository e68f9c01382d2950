"""How a process beside this one is begun, with a connection to it.

By a plain start of Python where a connection can be handed on, which is the fastest; else as Python's own library
does it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any, Protocol

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
    "from publisher.batch.beginning import serve_at; serve_at(int(sys.argv[1]))"
)


class Link(Protocol):
    """One end of a connection between two processes."""

    def send(self, thing: Any, /) -> None: ...

    def recv(self) -> Any: ...

    def poll(self, timeout: float | None = 0.0, /) -> bool: ...

    def close(self) -> None: ...


class Begun(Protocol):
    """A process that was begun: it can be ended and waited for."""

    @property
    def returncode(self) -> int | None: ...

    def kill(self) -> None: ...

    def wait(self) -> object: ...


def begin(leavings: str) -> tuple[Link, Begun]:
    """A process that serves over the connection given back.

    What it writes for the while goes to the folder `leavings`.
    """
    return _handed_on(leavings) if hasattr(os, "fork") else _spawned(leavings)


def serve_at(descriptor: int) -> None:
    """Serve over the connection that was handed on."""
    from multiprocessing.connection import Connection

    from publisher.batch.processes import serve

    serve(Connection(descriptor))


def _handed_on(leavings: str) -> tuple[Link, Begun]:
    from multiprocessing.connection import Pipe

    ours, theirs = Pipe()
    process = subprocess.Popen(
        [sys.executable, "-c", _BOOT, str(theirs.fileno()), json.dumps(sys.path)],
        pass_fds=(theirs.fileno(),), stdin=subprocess.DEVNULL, stdout=2, env={**os.environ, "TMPDIR": leavings},
    )  # fmt: skip
    theirs.close()
    return ours, process


def _spawned(leavings: str) -> tuple[Link, Begun]:
    """As Windows needs it, where no descriptor is handed on and a connection is a pipe of the system with a name."""
    from multiprocessing import get_context

    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve_spawned, args=(theirs, leavings), daemon=True)
    process.start()
    theirs.close()
    return ours, _Spawned(process)


def _serve_spawned(parent: Link, leavings: str) -> None:
    import tempfile

    from publisher.batch.processes import serve

    tempfile.tempdir = os.environ["TMPDIR"] = leavings
    os.dup2(2, 1)
    serve(parent)


class _Spawned:
    """A process of Python's library under the names of a subprocess."""

    def __init__(self, process: Any) -> None:
        self._process = process

    @property
    def returncode(self) -> int | None:
        code: int | None = self._process.exitcode
        return code

    def kill(self) -> None:
        self._process.kill()

    def wait(self) -> object:
        return self._process.join()
