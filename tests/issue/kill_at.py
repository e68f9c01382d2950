"""Issue one edition and put it on the shelf, and die without a word at the N-th step: `kill_at.py ADDRESS SHELF N`."""

from __future__ import annotations

import datetime
import os
import signal
import sys
from pathlib import Path

import sqlalchemy
from sqlalchemy import event

from publisher.issue.shelf import put_on_shelf
from publisher.register import NewEdition, open_register

FILES = {("output", f"{n}.pdf"): bytes([n]) * 200_000 for n in range(3)} | {("data", "record.yaml"): b"symbol: X/1"}
STEPS = {"open", "os.rename", "os.mkdir", "os.chmod", "tempfile.mkdtemp"}


def main(address: str, shelf: str, fatal: int) -> None:
    steps = 0

    def step(*_: object, **__: object) -> None:
        nonlocal steps
        steps += 1
        if steps == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    register = open_register(address)
    for name in ("before_cursor_execute", "after_cursor_execute", "begin", "commit"):
        event.listen(sqlalchemy.engine.Engine, name, step)
    sys.addaudithook(lambda name, arguments: step() if name in STEPS and shelf in str(arguments) else None)
    day = datetime.date(2025, 6, 14)
    edition = register.issue(NewEdition("X/1", "en", 0, "original", "T", day, day, FILES))
    put_on_shelf(register, edition, Path(shelf))
    print(steps)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
