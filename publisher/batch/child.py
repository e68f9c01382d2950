"""A process that does one piece of work after another for its parent, which may end it at any moment."""

from __future__ import annotations

import atexit
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

READY = "ready"


def serve(descriptor: int) -> None:
    """Do what comes over the connection until it is closed; answers are (done, result or exception, bytes in use)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its children
    from multiprocessing.connection import Connection

    parent = Connection(descriptor)
    try:
        initializer: Callable[[], None] | None = parent.recv()
        if initializer is not None:
            initializer()
        parent.send(READY)
        while True:
            work, args, kwargs = parent.recv()
            parent.send(_answer(work, args, kwargs))
    except (EOFError, OSError):  # the parent is done, or gone
        atexit._run_exitfuncs()
        os._exit(0)


def warm() -> None:
    """Load what takes a second to load, so that a waiting process is ready when its first page comes."""
    from publisher.pipeline import warm_up

    warm_up()


def _answer(work: Callable[..., Any], args: Any, kwargs: Any) -> tuple[bool, Any, int]:
    try:
        return True, work(*args, **kwargs), _in_use()
    except Exception as failure:
        return False, failure, _in_use()


def _in_use() -> int:
    """The bytes of memory this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
