"""A process above the one that carries out a command: what kills that one, or hangs in it, is told and ends nothing else.

Layout, fonts and pictures are libraries in C: one that meets what it was not made for may end its process without a
word. The process above has done nothing yet that could end it.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from publisher import limits

_GUARDED = "PUBLISHER_GUARDED_BY"  # number of the process above, where there is one
_ALONE = ("preview",)  # serves until it is ended, and guards what it starts itself
_PASSED_ON = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_ASKED_FOR = (*_PASSED_ON, signal.SIGINT, signal.SIGPIPE)
_PR_SET_PDEATHSIG = 1
_HEARD = 0.5  # seconds in which a terminal's Ctrl-C has reached both processes


def guarded(work: Callable[[], NoReturn]) -> NoReturn:
    """Have `work` done by a process of its own, and end as it ends; exit code 1 where it was killed, and what by."""
    if os.environ.get(_GUARDED) == str(os.getppid()) or set(_ALONE) & set(sys.argv[1:2]) or not _can_guard():
        work()
    board = limits.Board()
    above = os.getpid()
    if (child := os.fork()) == 0:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != above:
            os._exit(1)
        os.environ[_GUARDED] = str(above)
        limits.board = board
        work()
    os._exit(_watched(child, board))


def _can_guard() -> bool:
    return hasattr(os, "pidfd_open") and hasattr(os, "fork")


def _watched(child: int, board: limits.Board) -> int:
    """The exit code for how `child` ends; signals to this process are passed on to it."""
    interrupted: list[float] = []

    def pass_on(number: int, frame: FrameType | None) -> None:
        os.kill(child, number)

    def interrupt(number: int, frame: FrameType | None) -> None:
        interrupted.append(time.monotonic())

    for number in _PASSED_ON:
        signal.signal(number, pass_on)
    signal.signal(signal.SIGINT, interrupt)
    ended = select.poll()
    ended.register(os.pidfd_open(child), select.POLLIN)
    late = False
    while not ended.poll(100 if interrupted else 1000):
        if interrupted and time.monotonic() - interrupted[0] > _HEARD:
            interrupted.clear()
            os.kill(child, signal.SIGINT)
        if board.is_over:
            late = True
            os.kill(child, signal.SIGKILL)
    return _told(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), board.what, late)


def _told(code: int, what: str, late: bool) -> int:
    if code >= 0:
        return code
    if -code in _ASKED_FOR and not late:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    name = signal.Signals(-code).name
    how = "was not ready in time" if late else f"was ended by {name}: something in it is more than a library can take"
    print(f"publisher: error: the work on {what or 'this command'} {how}", file=sys.stderr)
    return 1
