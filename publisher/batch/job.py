"""What a batch is made of: jobs to do, and what became of each."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from publisher.model.diagnostic import Diagnostic
from publisher.pipeline import Format, Mode


@dataclass(frozen=True, slots=True)
class Job:
    """One document in one language, where its files go, and within how many seconds; or one `annex` of it alone."""

    folder: Path
    language: str
    formats: tuple[Format, ...]
    mode: Mode
    today: datetime.date
    output: Path
    time_limit: float = 600.0
    annex: str | None = None  # identifier of an annex or number of a decision
    memory_limit: int | None = None  # bytes

    @property
    def name(self) -> str:
        """What people call the job: the folder of the document and the language."""
        return f"{self.folder.name}{f' {self.annex}' if self.annex else ''} {self.language}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: files written, files kept aside, findings, seconds a stage; exit code as in the README.

    `fresh` says that the files of an earlier build stand, and that nothing was drawn; `reasons` why it was looked at.
    """

    job: Job
    written: tuple[Path, ...] = ()
    rejected: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    timings: Mapping[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    failure: str = ""
    exit_code: int = 0
    fresh: bool = False
    reasons: tuple[str, ...] = ()
