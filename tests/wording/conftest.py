"""A wording of a small record in English, with templates of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.language import vocabulary
from publisher.model.document import Language
from publisher.model.record import Record
from publisher.model.reference import load_reference
from publisher.model.workspace import workspace_for
from publisher.wording import Wording
from tests.conftest import TODAY, trusted

RECORD = {
    "symbol": "HSP/HA.2/99",
    "kind": "note",
    "profile": "nairobi",
    "organ": "habitat-assembly",
    "place": "nairobi",
    "date": "2025-06-14",
    "original": "en",
    "meetings": [
        {"number": 1, "date": "2025-05-29", "half": "morning", "opened": "10:40"},
        {"number": 2, "date": "2025-05-30", "half": "afternoon"},
    ],
    "agenda": ["opening", {"id": "budget", "items": ["now", "later"]}],
    "attendance": {"members": ["EGY", "DZA", "AGO"], "un-bodies": []},
    "votes": {
        "strategic-plan": {"on": "2/6", "method": "show-of-hands", "in-favour": 105, "against": 2, "abstaining": 1}
    },
    "facts": {"homes": 170000, "mark": "*no emphasis*", "day": "2025-06-01"},
}
WORDS = {
    "title": ["A note"],
    "agenda": {"opening": "Opening.", "later": "Later, in {{ facts.homes | number }} homes."},
    "persons": {"khan": "Mr. Khan", "loop": "{{ person('loop') }}"},
}


@pytest.fixture
def wording(tmp_path: Path) -> Callable[..., Wording]:
    """A wording; keyword arguments are the wording templates of the document's own folder."""

    def make(**templates: str) -> Wording:
        folder = tmp_path / "templates" / "wording" / "en"
        folder.mkdir(parents=True, exist_ok=True)
        for name, source in templates.items():
            (folder / f"{name.replace('_', '-')}.j2").write_text(source, encoding="utf-8")
        workspace = workspace_for(trusted(tmp_path), TODAY)
        record, words = Record.model_validate(RECORD), Language.model_validate(WORDS)
        return Wording(workspace, vocabulary("en", workspace), record, words, load_reference(workspace.reference))

    return make
