"""What commands say: as much as was asked for, in colours only where they are wanted, and from wherever they are called."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, WORDS
from tests.house.conftest import Told

Publisher = Callable[..., Told]
Write = Callable[..., Path]
SLIPS = WORDS.replace("says little.", "says [--], [--], [--], [--], [--] and [--].")


def test_a_build_ends_with_its_files_and_counts_warnings_by_kind(publisher: Publisher, small_document: Write) -> None:
    folder = small_document(SLIPS)
    built = publisher("build", folder, "-f", "html", "--anew")
    assert "6 × ID103 placeholder" in " ".join(built.out.split()) and f"first at {folder}/en.yaml:6" in built.out
    assert built.out.count("ID103") == 1
    assert built.err.splitlines()[-1] == "1 file written and proved"
    each = publisher("build", folder, "-f", "html", "--anew", "-v")
    assert each.out.count(" ID103 ") == 6 and "verify html" in each.err
    assert publisher("check", folder).out.count(" ID103 ") == 6
    lines = publisher("build", folder, "-f", "html", "--anew", "--output-format", "jsonl").out
    assert lines.count('"ID103"') == 6


def test_a_quiet_command_says_what_went_wrong(publisher: Publisher, small_document: Write) -> None:
    well = publisher("build", small_document(SLIPS), "-f", "html", "-q")
    assert (well.exit_code, well.out, well.err) == (0, "", "")
    wrong = publisher("check", small_document(WORDS.replace("[^small]", "[^other]")), "--quiet")
    assert wrong.exit_code == 1 and "FN002" in wrong.out and "warning" not in wrong.out.splitlines()[0]


def test_why_finds_what_was_built_from_anywhere(
    publisher: Publisher,
    small_document: Write,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = small_document()
    publisher("build", folder, "-f", "html")
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert "up to date" in publisher("why", folder, "-f", "html").out
    assert "1 of them byte for byte" in publisher("verify", folder).err


@pytest.mark.parametrize(("typed", "offered"), [("publisher bu", "build"), ("publisher build --la", "--language")])
def test_shells_complete_commands_and_options(typed: str, offered: str) -> None:
    asked = {"_PUBLISHER_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    told = subprocess.run(
        [sys.executable, "-m", "publisher"], env={**os.environ, "PYTHONPATH": str(ROOT), **asked},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.split() == [offered]


@pytest.mark.parametrize(("more", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_has_colours_unless_they_are_not_wanted(
    small_document: Write, more: dict[str, str], coloured: bool
) -> None:
    folder = small_document()
    ours, theirs = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    subprocess.run(
        [sys.executable, "-m", "publisher", "build", str(folder), "-f", "html"], cwd=folder.parent, check=True,
        env={**environment, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **more}, stderr=theirs,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(theirs)
    said = _all_of(ours)
    assert ("\x1b[32m" in said) is coloured and "small.en.html" in said.replace("HSP-HA.2-99", "small")


def _all_of(terminal: int) -> str:
    said = b""
    try:
        while more := os.read(terminal, 65536):
            said += more
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    return said.decode()
