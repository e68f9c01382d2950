"""Builds again whenever a file is saved, in processes that stay warm.

Until Ctrl-C, or until the templates change.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from publisher.cli import messages
from publisher.failures import Failure
from publisher.speech import said

if TYPE_CHECKING:
    from publisher.batch import Job

Result = TypeVar("Result")


def watch(jobs_of: Callable[[], list[Job]], build: Callable[[list[Job], bool], int]) -> bool:
    """Call `build` with the jobs, and again when their files change.

    Tell whether to start anew, else Ctrl-C ended it. What is drawn with is loaded once: a change of templates is for
    a new process. What stands in the way of one round is told, and may be put right before the next.
    """
    from publisher.model.workspace import shipped
    from publisher.pipeline.watching import states_of, wait_for_change

    again = False
    jobs: list[Job] = []
    while True:
        jobs = _attempt(jobs_of) or jobs
        folders = tuple(dict.fromkeys(job.folder for job in jobs))
        outputs = {job.output for job in jobs}
        look = partial(states_of, (*folders, shipped("templates"), shipped("reference")), outputs)
        before = look()
        _attempt(partial(build, jobs, again))
        again = True
        messages.say((said("watching"), "dim"))
        try:
            changed = wait_for_change(look, before)
        except KeyboardInterrupt:
            return False
        messages.say((said("changed", files=_named(changed)), "dim"))
        if any(_draws(path, folders) for path in changed):
            return True


def _attempt(work: Callable[[], Result]) -> Result | None:
    """What `work` comes to; tell what stood in its way."""
    try:
        return work()
    except Failure as failure:
        messages.say((str(failure), "red"))
        return None


def _draws(path: str, folders: Iterable[Path]) -> bool:
    """Tell whether a file is a template, shipped or of a document."""
    from publisher.model.workspace import shipped

    roots = (shipped("templates"), *(folder / "templates" for folder in folders))
    return any(Path(path).is_relative_to(root.resolve()) for root in roots)


def start_anew() -> int:
    """Put a new process in the place of this one, doing the same anew."""
    sys.stdout.flush()
    sys.stderr.flush()
    atexit._run_exitfuncs()
    os.execv(sys.executable, sys.orig_argv)


def _named(paths: tuple[str, ...]) -> str:
    """The names of a few files, and how many there are more."""
    here = [os.path.relpath(path) for path in paths]
    return ", ".join(here[:3]) + (f" and {len(here) - 3} more" if len(here) > 3 else "")
