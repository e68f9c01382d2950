"""Batches of documents: jobs, processes, and the place of their files.

Finished files reach the disk here and nowhere else. What is named here is loaded when it is asked for: a process
beside passes through here and needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from publisher.batch.job import Job, Outcome
    from publisher.batch.running import processes_for, run_batch

__all__ = ["Job", "Outcome", "processes_for", "run_batch"]


def __getattr__(name: str) -> Any:
    if name in ("Job", "Outcome"):
        from publisher.batch import job

        return getattr(job, name)
    if name in __all__:
        from publisher.batch import running

        return getattr(running, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
