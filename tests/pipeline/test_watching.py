"""A build that watches gives, after each saving of a file, what a first build would give."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from publisher.pipeline.watching import states_of, wait_for_change
from publisher.trust import trust
from tests.conftest import RECORD, ROOT, TODAY

Write = Callable[..., Path]
WATCHING = "watching"


class Watcher:
    """A process that watches, and what it says."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True,
            stdout=subprocess.DEVNULL, start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip

    def said(self) -> str:
        """What it says until it watches again."""
        lines = []
        stream = self.process.stderr
        assert stream is not None
        for line in self._lines(stream):
            if line.startswith(WATCHING):
                return "".join(lines)
            lines.append(line)
        raise AssertionError("".join(lines))

    @staticmethod
    def _lines(stream: IO[str]) -> Iterator[str]:
        return iter(stream.readline, "")


@pytest.fixture
def watcher(small_document: Write, tmp_path: Path) -> Iterator[Watcher]:
    for n in range(3):
        small_document(record=RECORD.replace("HA.2/99", f"HA.2/{n}"), name=f"in/{n}")
    watching = Watcher(_command(tmp_path / "out", "--watch"), tmp_path)
    yield watching
    watching.process.kill()
    watching.process.wait()


def test_each_saving_gives_the_files_of_a_first_build(watcher: Watcher, tmp_path: Path) -> None:
    assert "3 built" in watcher.said()
    words = tmp_path / "in" / "1" / "en.yaml"

    words.write_text(words.read_text().replace("small matter", "great matter"))
    said = watcher.said()
    assert "in/1/en.yaml changed" in said
    assert "1 built" in said
    _same_as_first_build(tmp_path)

    kept = words.read_text()
    words.write_text(kept + "\n  : [")
    assert "failed" in watcher.said()
    words.write_text(kept.replace("great", "greater"))
    watcher.said()
    _same_as_first_build(tmp_path)

    style = tmp_path / "in" / "1" / "templates" / "style" / "base.css"
    style.parent.mkdir(parents=True)
    larger = (ROOT / "templates" / "style" / "base.css").read_text().replace("font-size: 10pt", "font-size: 12pt")
    trust({"style/base.css": larger.encode()}, "tests", TODAY)
    style.write_text(larger)
    said = watcher.said()  # of a new process, in which all else is up to date
    assert "2 up to date" in said
    _same_as_first_build(tmp_path)

    watcher.process.send_signal(signal.SIGINT)
    assert watcher.process.wait(30) == 0


def test_files_are_waited_for_until_they_are_at_rest(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "one.yaml").write_text("1")
    looks = 0

    def look() -> dict[str, tuple[int, int, int]]:
        nonlocal looks
        looks += 1
        if looks in (2, 3):  # two files saved one after the other, and one that is only an output
            (tmp_path / f"saved-{looks}.yaml").write_text("2")
            (tmp_path / "out" / "file").write_text(str(looks))
        return dict(states_of([tmp_path], [tmp_path / "out"]))

    before = look()
    start = time.perf_counter()
    assert [Path(path).name for path in wait_for_change(look, before)] == ["saved-2.yaml", "saved-3.yaml"]
    assert looks >= 4
    assert time.perf_counter() - start < 5


def _command(output: Path, *more: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "publisher",
        "batch",
        "in",
        "-o",
        str(output),
        "-f",
        "docx,pdf,html",
        "--today",
        "2026-01-01",
        *more,
    ]


def _same_as_first_build(folder: Path) -> None:
    shutil.rmtree(folder / "first", ignore_errors=True)
    subprocess.run(
        _command(folder / "first"),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    files = {path.name: path.read_bytes() for path in (folder / "first").glob("*.*.*")}
    assert len(files) == 9
    assert {path.name: path.read_bytes() for path in (folder / "out").glob("*.*.*")} == files
