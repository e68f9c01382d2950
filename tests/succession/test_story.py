"""The five commands of the README, from issue to redline, on the real document."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_five_commands(office: Callable[..., Result], tmp_path: Path) -> None:
    section = README.split("## From first issue to corrigendum in five commands")[1]
    commands = re.findall(r"^publisher (.+)$", section.split("```")[1], re.MULTILINE)
    assert len(commands) == 5
    for name in ("HSP-HA.2-16", "HSP-HA.2-16-Rev.1"):
        shutil.copytree(ROOT / "data" / name, tmp_path / "data" / name)
    for command in commands:
        told = office(*shlex.split(command))
        assert told.exit_code == 0, (command, told.output[-2000:], told.exception)
    corrigendum = (tmp_path / "data" / "HSP-HA.2-16-Corr.1" / "zh.yaml").read_text(encoding="utf-8")
    quoted = re.search(r"将“(.+?)”改为“(.+?)”", section)
    assert quoted is not None
    assert f"for: {quoted[1]}" in corrigendum and f"read: {quoted[2]}" in corrigendum
    for symbol in ("HSP-HA.2-16", "HSP-HA.2-16-Corr.1", "HSP-HA.2-16-Rev.1"):
        endings = {path.suffix for path in (tmp_path / "issued" / symbol).rglob("*.*") if path.is_file()}
        assert endings == {".pdf", ".docx", ".html"}
    [issued] = (tmp_path / "issued" / "HSP-HA.2-16").rglob("*.pdf")
    assert "HSP/HA.2/16* (zh), reissue" in office("verify", str(issued)).output
    assert len(list((tmp_path / "build" / "redlines").iterdir())) == 2
