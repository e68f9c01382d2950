"""A document started from another is not issued with facts and words of that one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from tests.conftest import TODAY
from tests.succession.conftest import RECORD, WORDS, refusal, write

STARTED = RECORD.replace("HSP/HA.2/99", "HSP/HA.2/100") + 'started-from: {symbol: HSP/HA.2/99, folder: "../note"}\n'
OF_NOW = STARTED.replace("2025-06-14", "2025-06-20").replace("2025-05-29", "2025-05-30")
NEW_WORDS = WORDS.replace("that seven wells were counted", "that nine wells were looked at")
WAIVED = 'waivers:\n  - {code: BD012, reason: "it is the same every time"}\n'


@pytest.mark.parametrize(
    ("record", "words", "found"),
    [
        (STARTED, WORDS, ["BD011 date", "BD011 meetings", "BD012 The first paragraph"]),
        (STARTED, NEW_WORDS, ["BD011 date", "BD011 meetings"]),
        (OF_NOW, WORDS, ["BD012 The first paragraph"]),
        (OF_NOW + WAIVED, WORDS, []),
        (OF_NOW, NEW_WORDS, []),
        (OF_NOW.replace("../note", "../gone"), WORDS, []),
    ],
)
def test_what_is_left_of_the_other_document_is_found(
    office: Callable[..., Result], tmp_path: Path, record: str, words: str, found: list[str]
) -> None:
    folder = write(tmp_path / "next", words, record)
    told = examine(workspace_for(folder, TODAY), "en", "publish").diagnostics
    assert [f"{one.code} {one.span[: len('The first paragraph')]}" for one in told if one.code[:4] == "BD01"] == found
    draft = examine(workspace_for(folder, TODAY), "en").diagnostics
    assert [one for one in draft if one.code[:4] == "BD01" or one.code == "WV103"] == []


def test_it_is_not_issued(office: Callable[..., Result], tmp_path: Path) -> None:
    write(tmp_path / "next", WORDS, OF_NOW)
    refused = office("issue", "next", "--register", "register.sqlite")
    assert refused.exit_code == 1 and re.search(r"BD012 .*HSP/HA\.2/99", refused.output)
    assert "BD012 at en.yaml:6:9" in str(refusal(refused))
