"""A command line is taken apart as typer does it, but loads no more than it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperCommand

from publisher.cli.building import build
from publisher.cli.commands import COMMANDS, Command
from tests.conftest import ROOT
from tests.house.conftest import Told

Publisher = Callable[..., Told]
Write = Callable[..., Path]
LINES = (
    ["data/a"],
    ["data/a", "data/b", "-l", "zh", "-l", "en,fr", "-o", "out", "--anew", "--today", "2025-06-14"],
    ["data/a", "-j", "2", "--time-limit", "3", "--memory-limit", "100", "-f", "pdf", "-m", "publish"],
    ["data/a", "-j", "0"],
    ["data/a", "-j", "many"],
    ["data/a", "--time-limit"],
    [],
)


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_values_are_those_that_typer_makes(line: list[str]) -> None:
    assert _taken(Command, line) == _taken(TyperCommand, line)


def _taken(kind: type[TyperCommand], line: list[str]) -> Any:
    """The values of a command line, or what is said against it."""
    alone = typer.Typer(add_completion=False)
    alone.command("build", cls=kind)(build)
    try:
        return typer.main.get_command(alone).make_context("build", list(line)).params
    except Exception as refused:
        return type(refused), str(refused)


def test_every_command_is_there_and_a_slip_is_told(publisher: Publisher) -> None:
    help_ = publisher("--help").out
    assert all(f" {name} " in help_ for name in COMMANDS)
    assert "Did you mean 'build'" in publisher("bulid").err


def test_what_is_up_to_date_is_told_without_loading_what_builds(small_document: Write, tmp_path: Path) -> None:
    folder = small_document()
    line = [sys.executable, "-X", "importtime", "-m", "publisher", "build", str(folder), "-f", "html"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    first, again = (
        subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        for _ in range(2)
    )
    heavy = {"pydantic", "rich", "jinja2", "yaml", "babel", "lxml", "multiprocessing", "email", "publisher.read"}
    assert "up to date" in again.stderr
    assert {"pydantic", "jinja2", "publisher.read"} <= _loaded(first.stderr)
    assert _loaded(again.stderr) & heavy == set()


def _loaded(told: str) -> set[str]:
    """The modules that `-X importtime` names."""
    return {row.rpartition("|")[2].strip() for row in told.splitlines() if row.startswith("import time:")}
