"""The README tells the truth: its commands run, its files exist, its set-up scripts are sound."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.handbook.test_keys import test_every_key_is_told_and_shown

__all__ = ["test_every_key_is_told_and_shown"]  # of the handbook: whoever adds a key tells of it there

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", *sorted((ROOT / "publisher/handbook/pages").glob("*.md"))])
def test_every_path_it_names_exists(page: str | Path) -> None:
    file = ROOT / page
    text = file.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:data|templates|publisher|tests|\.ci)/[A-Za-z0-9_./-]+)`", text):
        assert (ROOT / path).exists() or re.search(
            r"WMB|HSP-HA\.[34]|/xx/|reference/schema|data/register|NAME", path
        ), path
    for path in re.findall(r"\]\(([^)#:]+\.(?:md|png))(?:#[^)]*)?\)", text):
        assert (file.parent / path).exists(), path


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
