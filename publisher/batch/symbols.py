"""Finds symbols that several documents of a batch carry, without reading the documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from publisher.batch.contents import content_of
from publisher.batch.job import Job
from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import workspace_for
from publisher.pipeline import file_stem, symbol_of


def symbols_given_twice(jobs: Sequence[Job]) -> dict[Path, Diagnostic]:
    """A finding for each folder whose symbol another folder of the batch carries as well."""
    first = {job.folder: job for job in reversed(jobs)}
    if len(first) < 2:
        return {}
    folders: dict[str, list[tuple[Path, str]]] = {}
    for folder, job in first.items():
        if symbol := _symbol(job):
            folders.setdefault(file_stem(symbol, job.language), []).append((folder, symbol))
    return {
        folder: finding(
            "BD001", f"symbol “{symbol}” is carried by {' and '.join(sorted(str(other) for other, _ in sharing))}",
            span=symbol, hint="give each document its own symbol in record.yaml",
        )
        for sharing in folders.values() if len({other.resolve() for other, _ in sharing}) > 1
        for folder, symbol in sharing
    }  # fmt: skip


def _symbol(job: Job) -> str | None:
    """The symbol of a document from the one line that states it; the record is read where there is none."""
    try:
        stated = content_of(f"{job.folder}/record.yaml").symbol
    except OSError:
        return None
    return stated or symbol_of(workspace_for(job.folder, job.today), job.language)
