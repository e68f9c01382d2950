"""The README tells the truth: its commands run, its files exist, its set-up scripts are sound."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable

import pytest

from tests.conftest import ROOT
from tests.house.conftest import Told

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_path_it_names_exists() -> None:
    for path in re.findall(r"`((?:data|templates|publisher|tests|\.ci)/[A-Za-z0-9_./-]+)`", README):
        assert (ROOT / path).exists(), path


def test_the_two_commands_are_those_of_ci() -> None:
    commands = re.findall(r"^sh (\.ci/\S+ .*)$", README, re.MULTILINE)
    assert commands == [".ci/setup build data/HSP-HA.2-16", ".ci/setup test"]
    assert '"$(dirname "$0")/setup" test' in (ROOT / ".ci" / "run").read_text()


@pytest.mark.parametrize("shell", ["dash", "bash"])
def test_the_set_up_script_is_plain_shell(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n", ROOT / ".ci" / "setup"], check=True)
    told = subprocess.run([shell, ROOT / ".ci" / "setup"], capture_output=True, text=True)
    assert told.returncode == 2
    assert "sh .ci/setup test" in told.stderr


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"`publisher (check [a-zA-Z/0-9.-]+|schema --output \S+|doctor)`", README)))
)
def test_its_commands_run(publisher: Callable[..., Told], command: str) -> None:
    words = [str(ROOT / word) if word.startswith("data/") else word for word in command.split()]
    assert publisher(*words).exit_code == 0


@pytest.mark.slow
def test_its_build_command_builds_all_three(publisher: Callable[..., Told]) -> None:
    told = publisher("build", ROOT / "data" / "HSP-HA.2-16", "--output", "out")
    assert told.exit_code == 0, told.out + told.err
    assert told.err.count("verified") == 3
