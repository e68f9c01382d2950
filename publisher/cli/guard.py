"""A process above the one that carries out a command.

What kills that one, or hangs in it, is told and ends nothing else. Layout, fonts and pictures are libraries in C: one
that meets what it was not made for may end its process without a word. The process above has done nothing yet that
could end it.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

from publisher import limits
from publisher.cli import INTERRUPTED

_GUARDED = "PUBLISHER_GUARDED_BY"  # number of the process above, where there is one
_ALONE = ("preview",)  # serves until it is ended, and guards what it starts itself
# By their names: no system but those that fork has them all.
_PASSED_ON = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT") if hasattr(signal, name)
)
_ASKED_FOR = (*_PASSED_ON, *([signal.SIGPIPE] if hasattr(signal, "SIGPIPE") else []))
_FROM_A_TERMINAL = 0x80  # SI_KERNEL: sent to every process in front of the terminal, the one below too
_PR_SET_PDEATHSIG = 1


def guarded(work: Callable[[], NoReturn]) -> NoReturn:
    """Have `work` done by a process of its own, and end as it ends.

    Exit code 1 where it was killed, and what by.
    """
    if os.environ.get(_GUARDED) == str(os.getppid()) or set(_ALONE) & set(sys.argv[1:2]) or not _can_guard():
        work()
    board = limits.Board()
    above = os.getpid()
    heard = {*_PASSED_ON, signal.SIGCHLD}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, heard)
    if (child := os.fork()) == 0:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)  # Linux: the one system with sigtimedwait and this
        if os.getppid() != above:
            os._exit(1)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.environ[_GUARDED] = str(above)
        limits.board = board
        work()
    os._exit(_watched(child, board, heard))


def _can_guard() -> bool:
    """Say whether this system has what the process above needs; without it a command stands alone."""
    return sys.platform == "linux" and hasattr(signal, "sigtimedwait") and hasattr(os, "fork")


def _watched(child: int, board: limits.Board, heard: set[signal.Signals]) -> int:
    """The exit code for how `child` ends; signals `heard`, which are blocked, are passed on to it."""
    late = interrupted = False
    while not (ended := os.waitpid(child, os.WNOHANG))[0]:
        told = signal.sigtimedwait(heard, 1.0)
        interrupted |= told is not None and told.si_signo == signal.SIGINT
        if told is not None and told.si_signo != signal.SIGCHLD and told.si_code != _FROM_A_TERMINAL:
            os.kill(child, told.si_signo)
        if board.is_over:
            late = True
            os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(ended[1])
    if code and (interrupted or signal.SIGINT in signal.sigpending()):  # however a library took it
        return INTERRUPTED
    return _told(code, board.what, late)


def _told(code: int, what: str, late: bool) -> int:
    if code >= 0:
        return code
    if -code in _ASKED_FOR and not late:
        signal.signal(-code, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {-code})
        os.kill(os.getpid(), -code)
    name = signal.Signals(-code).name
    how = "was not ready in time" if late else f"was ended by {name}: something in it is more than a library can take"
    print(f"publisher: error: the work on {what or 'this command'} {how}", file=sys.stderr)
    return 1
