"""Stands in for the doing of a job in another process: what can go wrong there, by the name of the document."""

from __future__ import annotations

import os
import time

from publisher.batch.work import Done, Task, run_job


def faulty(task: Task, *rest: object) -> Done:
    """Hang, end, fail, eat memory or hang deaf to signals where the document is called so; else do the job."""
    match task.job.folder.name:
        case "ends":
            os._exit(9)
        case "killed":
            os.kill(os.getpid(), 9)
        case "fails":
            raise ZeroDivisionError("a fault")
        case "deaf":
            _hang_deaf()
        case "hangs" | "eats":
            return _in_the_build(task)
    return run_job(task)


def _in_the_build(task: Task) -> Done:
    from publisher.batch import work

    real = work.build
    work.build = _hang if task.job.folder.name == "hangs" else _eat  # type: ignore[assignment]
    try:
        return run_job(task)
    finally:
        work.build = real


def _hang(*_: object, **__: object) -> None:
    time.sleep(100)


def _hang_deaf() -> None:
    import signal

    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    time.sleep(100)


def _eat(*_: object, **__: object) -> None:
    held = []
    while True:
        held.append(bytearray(10_000_000))


def slow(task: Task, *rest: object) -> Done:
    """Do the job, but take half a second for it."""
    time.sleep(0.5)
    return run_job(task)
