"""A key with a slip in it is one finding, at that key: what hangs on it is read as it was meant."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from tests.conftest import ROOT, TODAY

DEMONSTRATION = ROOT / "data" / "DEMO-CVW.3-15"
KEYS = [
    (name, key)
    for name in ("record.yaml", "en.yaml")
    for key in re.findall(r"(?m)^([a-z-]{6,}):", (DEMONSTRATION / name).read_text(encoding="utf-8"))
] + [("record.yaml", "in-favour"), ("record.yaml", "elected"), ("en.yaml", "alternative"), ("en.yaml", "columns")]


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_a_slip_is_one_finding(tmp_path: Path, name: str, key: str) -> None:
    folder = tmp_path / "demonstration"
    shutil.copytree(DEMONSTRATION, folder)
    text = (folder / name).read_text(encoding="utf-8")
    slip = key[:2] + key[3] + key[2] + key[4:] if key[2] != key[3] else key[:-1]
    (folder / name).write_text(re.sub(rf"(?m)(?<![\w-]){key}:", f"{slip}:", text, count=1), encoding="utf-8")
    before = {str(one) for one in examine(workspace_for(DEMONSTRATION, TODAY), "en").diagnostics}
    found = [one for one in examine(workspace_for(folder, TODAY), "en").diagnostics if str(one) not in before]
    assert [(one.code, one.hint) for one in found] == [("RD011", f"Did you mean “{key}”?")]
