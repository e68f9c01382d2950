"""An executor of spawned, warm processes.

One that is lost takes only the work it was doing with it. The executor of the standard library gives up the work of
all its processes when one of them ends, cannot say which work ended it, cannot end work that hangs inside a library,
and recycles by count instead of by the memory a process holds.
"""

from __future__ import annotations

import atexit
import os
import queue
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from publisher.batch.beginning import Link, begin
from publisher.system import LONG_RUN, collect_seldom, memory_in_use

Given = ParamSpec("Given")
Result = TypeVar("Result")

MOST_MEMORY = 700 * 1024 * 1024  # the engines keep the memory of long tables: a process that holds more is replaced
WARMING_UP = 120.0  # seconds, which are not the work's


class ProcessEnded(Exception):
    """The process that did the work ended without an answer.

    The message says how.
    """


class TookTooLong(Exception):
    """The work was not done in time, and its process was ended."""


@dataclass(frozen=True, slots=True)
class _Work:
    future: Future[Any]
    work: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


class Processes(Executor):
    """Up to `count` processes, started when there is work.

    Each is warmed up by `initializer`. `limit` gives the seconds after which a piece of work is ended with its
    process, from its arguments.
    """

    def __init__(
        self,
        count: int,
        initializer: Callable[[], None] | None = None,
        limit: Callable[..., float | None] | None = None,
        most_memory: int = MOST_MEMORY,
    ) -> None:
        self.count = self._most = count
        self._initializer = initializer
        self._limit = limit
        self._most_memory = most_memory
        self._waiting: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._children: dict[int, _Child] = {}
        self._idle = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._closed = False

    def start(self, count: int = 1) -> None:
        """Start processes before there is work for them."""
        for _ in range(min(count, self.count) - len(self._threads)):
            self._add_thread()
            self._idle.release()

    def keep_to(self, count: int) -> None:
        """Start no more than `count` of the processes from now on.

        In one, work finds what other work left there.
        """
        self._most = min(count, self.count)

    def submit(self, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Result]:
        """Have `work` done by the next process that is free."""
        with self._lock:
            if self._closed:
                raise RuntimeError("no work can be given after shutdown")
        future: Future[Result] = Future()
        self._waiting.put(_Work(future, work, args, kwargs))
        if not self._idle.acquire(blocking=False) and len(self._threads) < self._most:
            self._add_thread()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes when their work is done, or at once.

        At once where nobody waits or the work is cancelled.
        """
        with self._lock:
            self._closed = True
        if cancel_futures or not wait:
            while not self._waiting.empty():
                if (left := self._waiting.get()) is not None:
                    left.future.cancel()
            for child in list(self._children.values()):
                child.kill()
        for _ in self._threads:
            self._waiting.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def __exit__(self, *failure: object) -> bool | None:
        self.shutdown(wait=True, cancel_futures=failure[0] is not None)
        return None

    def _add_thread(self) -> None:
        thread = threading.Thread(target=self._serve, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        """Hand work to one process after another until there is no more."""
        if hasattr(signal, "pthread_sigmask"):  # Ctrl-C is not for the processes it starts, from their first moment on
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        with suppress(OSError):  # told to those whose work cannot be done
            self._child()
        while (work := self._waiting.get()) is not None:
            if work.future.set_running_or_notify_cancel():
                self._do(work)
            self._idle.release()
        if (child := self._children.get(threading.get_ident())) is not None:
            child.end(gently=True)

    def _child(self) -> _Child:
        """The process of this thread, a new one where it has none."""
        me = threading.get_ident()
        if me not in self._children or self._children[me].ended:
            self._children[me] = _Child(self._initializer)
        return self._children[me]

    def _do(self, work: _Work) -> None:
        try:
            child = self._child()
            limit = self._limit(*work.args, **work.kwargs) if self._limit is not None else None
            done, result = child.ask((work.work, work.args, work.kwargs), limit)
            if child.held > self._most_memory:
                child.end()
        except Exception as failure:
            work.future.set_exception(failure)
        else:
            if done:
                work.future.set_result(result)
            else:
                work.future.set_exception(result)


class _Child:
    """One process and the connection to it."""

    def __init__(self, initializer: Callable[[], None] | None) -> None:
        import tempfile

        # What it leaves behind when it is killed: the engines copy fonts.
        self._leavings = tempfile.TemporaryDirectory(prefix="publisher-", ignore_cleanup_errors=True)
        self._connection, self._process = begin(self._leavings.name)
        self.held = 0
        self.ended = False
        self._ready = False
        self._connection.send(initializer)

    def ask(self, work: object, limit: float | None) -> tuple[bool, Any]:
        """Whether the work was done, and its result or exception.

        ProcessEnded, TookTooLong.
        """
        try:
            self._connection.send(work)
            if not self._ready:
                self._wait(WARMING_UP)
                self._ready = self._connection.recv() == READY
            self._wait(limit)
            done, result, self.held = self._connection.recv()
        except (EOFError, ConnectionError) as lost:
            self.end()
            raise ProcessEnded(_ending(self._process.returncode)) from lost
        return done, result

    def _wait(self, seconds: float | None) -> None:
        if not self._connection.poll(seconds):
            self.end()
            raise TookTooLong

    def end(self, gently: bool = False) -> None:
        """End the process; `gently` lets it leave by itself."""
        self.ended = True
        self._connection.close()
        if gently:
            self._process.wait()
        self.kill()

    def kill(self) -> None:
        """End the process at once.

        The connection is left to the thread that may be waiting at it.
        """
        self._process.kill()
        self._process.wait()
        self._leavings.cleanup()


def _ending(code: int | None) -> str:
    return f"ended by signal {-code}" if code is not None and code < 0 else f"ended with code {code}"


READY = "ready"


def serve(parent: Link) -> None:
    """Do what comes over the connection until it is closed.

    Answers are (done, result or exception, bytes in use).
    """
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its children
    try:
        initializer: Callable[[], None] | None = parent.recv()
        if initializer is not None:
            initializer()
        parent.send(READY)
        while True:
            work, args, kwargs = parent.recv()
            parent.send(_answer(work, args, kwargs))
            collect_seldom(LONG_RUN)  # there may be more to come
    except (EOFError, OSError):  # the parent is done, or gone
        atexit._run_exitfuncs()
        os._exit(0)


def warm() -> None:
    """Load what takes a second to load, before the first page comes."""
    from publisher.pipeline import warm_up

    warm_up()


def _answer(work: Callable[..., Any], args: Any, kwargs: Any) -> tuple[bool, Any, int]:
    try:
        return True, work(*args, **kwargs), memory_in_use()
    except Exception as failure:
        return False, failure, memory_in_use()
