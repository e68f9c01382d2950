"""Batches of documents: jobs, the processes that run them, and the one place where finished files reach the disk."""

from publisher.batch.job import Job, Outcome
from publisher.batch.running import cores, processes_for, run_batch

__all__ = ["Job", "Outcome", "cores", "processes_for", "run_batch"]
