"""How long work may take and how much memory it may have.

Beyond that it is ended, and its input named. From within, as far as Python is asked: an alarm, and the memory that
the system gives. What hangs or ends in a library is ended, and told of, by the process above, which sees on a board
what is being worked on and until when.
"""

from __future__ import annotations

import ctypes
import mmap
import signal
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

try:
    import resource
except ImportError:  # Windows, which limits no process from within
    resource = None  # type: ignore[assignment]

TIME = 600.0  # seconds a document in one language may take, or a command about one document
MEMORY = 3 * 2**30  # bytes
GRACE = 5.0  # seconds from the alarm to the end from outside

_ROOM = 1024
_DEADLINE = struct.Struct("d")


class TooLong(BaseException):
    """The time for a piece of work is over.

    Not an Exception, so that no stage can take it for one of its own.
    """


class Board:
    """A page of memory two processes see: what is worked on, until when."""

    def __init__(self) -> None:
        self._page = mmap.mmap(-1, _ROOM)

    def write(self, what: str, deadline: float) -> None:
        """Say that `what` is worked on, until `deadline`; 0: without end.

        On the monotonic clock.
        """
        told = what.encode("utf-8", "backslashreplace")[: _ROOM - _DEADLINE.size - 1]
        self._page[:] = _DEADLINE.pack(deadline) + told.ljust(_ROOM - _DEADLINE.size, b"\0")

    @property
    def what(self) -> str:
        """What is being worked on, “” for nothing."""
        return self._page[_DEADLINE.size :].rstrip(b"\0").decode("utf-8", "ignore")

    @property
    def is_over(self) -> bool:
        """Tell whether it should long have been done."""
        deadline: float = _DEADLINE.unpack_from(self._page)[0]
        return 0 < deadline < time.monotonic()


board: Board | None = None  # of this process, where one above looks at it


@contextmanager
def limits(what: str, seconds: float | None = TIME, memory: int | None = MEMORY) -> Iterator[None]:
    """Let the block work on `what` within `seconds` and `memory`.

    TooLong after the seconds, MemoryError for more bytes.
    """
    with _on_the_board(what, seconds), time_limit(seconds), memory_limit(memory):
        yield


@contextmanager
def _on_the_board(what: str, seconds: float | None) -> Iterator[None]:
    if board is None:
        yield
        return
    board.write(what, time.monotonic() + seconds + GRACE if seconds is not None else 0)
    try:
        yield
    finally:
        board.write("", 0)


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Raise TooLong when the block takes longer.

    In another thread than the main one there is no limit.
    """
    if seconds is None or threading.current_thread() is not threading.main_thread():
        yield
        return

    if not hasattr(signal, "setitimer"):
        with _time_limit_by_thread(seconds):
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
def _time_limit_by_thread(seconds: float) -> Iterator[None]:
    """Where no alarm rings: a thread has Python raise TooLong in this one, between two of its instructions."""
    raise_in, here = ctypes.pythonapi.PyThreadState_SetAsyncExc, ctypes.c_ulong(threading.get_ident())
    clock = threading.Timer(seconds, raise_in, (here, ctypes.py_object(TooLong)))
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()
        raise_in(here, None)  # what rang in the last moment and was not heard yet


@contextmanager
def memory_limit(most: int | None) -> Iterator[None]:
    """Let the block have `most` bytes of data in this process.

    Beyond that Python raises MemoryError, and C ends it. Data is what is written (RLIMIT_DATA); fonts and libraries,
    which are mapped from files, do not count. A system that knows no such limit sets none.
    """
    if most is None or resource is None or not hasattr(resource, "RLIMIT_DATA"):
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    with suppress(ValueError, OSError):  # macOS takes none below what is in use
        resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
