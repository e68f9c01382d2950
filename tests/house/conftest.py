"""Runs the command line as a person would, in this process, and hands over what it said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from publisher.cli import main


@dataclass(frozen=True)
class Told:
    """What a command said and how it ended."""

    exit_code: int
    out: str
    err: str


@pytest.fixture
def publisher(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Told]:
    """Run `publisher ARGUMENTS` with an empty folder as the place to write to; never a traceback, never half a file."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Told:
        monkeypatch.setattr(sys, "argv", ["publisher", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        code = ended.value.code
        assert "Traceback" not in said.err + said.out, said.err
        assert not list(tmp_path.rglob("*.part")), "a half-written file was left behind"
        return Told(code if isinstance(code, int) else int(code is not None), said.out, said.err)

    return run
