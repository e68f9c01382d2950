"""A small document with every kind of block, resolved in three languages, held against text a person can read.

Its folder has wording templates of its own, so that a better wording does not change what is held here.

PUBLISHER_GOLDEN=write writes the files anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publisher.language import vocabulary
from publisher.model.reference import load_reference
from publisher.model.workspace import workspace_for
from publisher.read import read
from publisher.resolve import resolve
from tests.conftest import TODAY, trusted
from tests.resolve.dump import dump

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_every_kind_of_block(language: str) -> None:
    workspace = workspace_for(trusted(GOLDEN), TODAY)
    reading = read(workspace, language)
    assert reading.document is not None
    resolution = resolve(
        reading.document, workspace, load_reference(workspace.reference), vocabulary(language, workspace)
    )
    assert [*reading.diagnostics, *resolution.diagnostics] == []
    assert resolution.document is not None
    shown, kept = dump(resolution.document), GOLDEN / f"{language}.txt"
    if os.environ.get("PUBLISHER_GOLDEN") == "write":
        kept.write_text(shown, encoding="utf-8")
    assert shown.splitlines() == kept.read_text(encoding="utf-8").splitlines()
