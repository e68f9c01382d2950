"""Resolves documents given as plain mappings, with the shipped vocabularies, wording templates and reference data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from publisher.language import vocabulary
from publisher.model.document import Document, Language
from publisher.model.record import Record
from publisher.model.reference import load_reference
from publisher.model.workspace import workspace_for
from publisher.resolve import Resolution, resolve
from tests.conftest import TODAY, kind_of, profile_of

RECORD: dict[str, Any] = {
    "symbol": "HSP/HA.2/99",
    "kind": "session-report",
    "profile": "nairobi",
    "organ": "habitat-assembly",
    "session": {"number": 2},
    "place": "nairobi",
    "date": "2025-06-14",
    "original": "en",
    "agenda": ["opening", {"id": "budget", "items": ["now", "later"]}, "closing"],
}
Resolve = Callable[..., Resolution]


def resolved(folder: Path, words: dict[str, Any], language: str = "en", **record: Any) -> Resolution:
    """The resolution of `words` with RECORD, some of its facts replaced by `record`."""
    workspace = workspace_for(folder, TODAY)
    facts = Record.model_validate({**RECORD, **{key.replace("_", "-"): value for key, value in record.items()}})
    document = Document(
        facts,
        Language.model_validate({"title": ["A title"], **words}),
        language,
        str(folder),
        profile_of(facts.profile),
        kind_of(facts.kind),
    )
    return resolve(document, workspace, load_reference(workspace.reference), vocabulary(language, workspace))


@pytest.fixture
def resolving(tmp_path: Path) -> Resolve:
    """`resolved` bound to an empty document folder."""
    return lambda words, language="en", **record: resolved(tmp_path, words, language, **record)
