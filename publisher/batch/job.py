"""What a batch is made of: jobs, what each came to, what became of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from publisher import limits
from publisher.model.diagnostic import Diagnostic
from publisher.pipeline import Built

if TYPE_CHECKING:
    from publisher.pipeline import Attached, Format, Mode


@dataclass(frozen=True, slots=True)
class Job:
    """One document in one language, or one `annex` of it alone.

    Where its files go, and within how many seconds.
    """

    folder: Path
    language: str
    formats: tuple[Format, ...]
    mode: Mode
    today: datetime.date
    output: Path
    time_limit: float = limits.TIME
    annex: str | None = None  # identifier of an annex or number of a decision
    memory_limit: int | None = limits.MEMORY  # bytes
    attached: Attached = "printed"

    @property
    def deadline(self) -> float:
        """The seconds after which its process is ended from outside.

        By then it has not ended by itself at its time limit.
        """
        return self.time_limit + limits.GRACE

    @property
    def name(self) -> str:
        """What people call the job: the folder of the document and the language."""
        return f"{self.folder.name}{f' {self.annex}' if self.annex else ''} {self.language}"


def called(folder: Path) -> str:
    """The name of a folder, also of `.`, `..` or a link to another."""
    return folder.resolve().name if folder.name in ("", "..") or folder.is_symlink() else folder.name


@dataclass(frozen=True, slots=True)
class Task:
    """A job to do, with one digest of all that draws it.

    It knows what was drawn at the last build, if that still stands. `parts` is a folder for what was laid out, None
    where none is at hand; `anew` if none of it may be used.
    """

    job: Job
    drawing: str = ""
    drawn_before: str = ""
    parts: Path | None = None
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What a job came to where it was done: what was built, in what time.

    The two forms of the document stay behind. `drawn` stands for what was drawn, or would have been where the files
    of an earlier build stand.
    """

    built: Built = field(default_factory=Built)
    seconds: float = 0.0
    drawn: str = ""
    failure: str = ""
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: files written, files kept aside, its end.

    The exit code is as in the handbook. `fresh` says that the files of an earlier build stand, and that nothing was
    drawn; `reasons` why it was looked at.
    """

    job: Job
    done: Done = field(default_factory=Done)
    written: tuple[Path, ...] = ()
    rejected: tuple[Path, ...] = ()
    fresh: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that was found, on the document and on its files."""
        return self.done.built.diagnostics

    @property
    def failure(self) -> str:
        """What the operator has to put right, or a traceback of ours."""
        return self.done.failure

    @property
    def exit_code(self) -> int:
        """What the handbook says of it."""
        return self.done.exit_code
