"""Issue a document and die without a word, once at each step: `kill_at.py ADDRESS FOLDER`; prints what was left.

The document is built once; then a forked process for each step opens the register, issues and fills the shelf, and is
killed at that step: a statement, a commit, a file opened, a rename.
"""

from __future__ import annotations

import datetime
import os
import shutil
import signal
import sys
from collections import Counter
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event

from publisher import succession
from publisher.issue.shelf import put_on_shelf
from publisher.model.workspace import workspace_for
from publisher.pipeline import FORMATS, build
from publisher.register import open_register
from publisher.register.tables import EDITIONS, FILES, OBJECTS
from publisher.succession import issuing

STEPS = {"open", "os.rename", "os.mkdir", "os.chmod", "os.listdir", "os.scandir", "tempfile.mkdtemp"}


def issue(address: str, folder: Path, fatal: int) -> int:
    """Issue the document in `folder` and give back the number of steps; killed at step `fatal`."""
    steps = 0

    def step(*_: object, **__: object) -> None:
        nonlocal steps
        steps += 1
        if steps == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "after_cursor_execute", "begin", "commit"):
        event.listen(sa.engine.Engine, name, step)
    sys.addaudithook(lambda name, arguments: step() if name in STEPS and str(folder.parent) in str(arguments) else None)
    register = open_register(address)
    ready = succession.made_ready(workspace_for(folder, datetime.date(2025, 7, 1)), "en", register, {})
    edition = register.issue(ready.edition)
    put_on_shelf(register, edition, folder.parent / "shelf")
    return steps


def left(address: str, shelf: Path) -> str:
    """“whole” or “nothing”; AssertionError for anything between. What is there is finished by a next call."""
    register = open_register(address)
    try:
        with register.engine.connect() as connection:
            counts = [connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
                      for table in (EDITIONS, FILES, OBJECTS)]  # fmt: skip
        shelved = [path for path in shelf.rglob("*") if path.is_file() and ".part-" not in str(path)]
        if counts[0] == 0:
            assert counts == [0, 0, 0] and shelved == [], (counts, shelved)
            return "nothing"
        [edition] = register.editions()
        edition = register.edition(edition.id)
        assert counts[1] == len(edition.files)
        for file in edition.files:
            assert len(register.content(edition, file.role, file.name)) == file.size
        finished = sorted(file.name for file in edition.files if file.role == "output")
        assert sorted(path.name for path in shelved) in ([], finished), shelved
        folder = put_on_shelf(register, edition, shelf)
        assert sorted(path.name for path in folder.iterdir()) == finished
        return "whole"
    finally:
        register.engine.dispose()


def clear(address: str, shelf: Path) -> None:
    """Empty the register and the shelf."""
    shutil.rmtree(shelf, ignore_errors=True)
    if "://" not in address:
        for path in Path(address).parent.glob(f"{Path(address).name}*"):
            path.unlink()
        return
    register = open_register(address)
    with register.engine.begin() as connection:
        for table in (FILES, EDITIONS, OBJECTS):
            connection.execute(table.delete())
    register.engine.dispose()


def main(address: str, folder: Path) -> None:
    built = build(workspace_for(folder, datetime.date(2025, 7, 1)), "en", FORMATS, "publish")
    issuing.build = lambda *_, **__: built  # type: ignore[attr-defined]  # it writes nothing: one for all the kills
    outcomes: list[str] = []
    fatal = 0
    while True:
        fatal += 1
        clear(address, folder.parent / "shelf")
        child = os.fork()
        if child == 0:
            issue(address, folder, fatal)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            assert os.waitstatus_to_exitcode(status) == 0
            break
        outcomes.append(left(address, folder.parent / "shelf"))
    # once the edition exists it stays: before the commit nothing is left, after it the whole
    assert outcomes == sorted(outcomes), outcomes
    counts = Counter(outcomes)
    print(f"{len(outcomes)} kills: {counts['nothing']} left nothing, {counts['whole']} the whole edition")


main(sys.argv[1], Path(sys.argv[2]))
