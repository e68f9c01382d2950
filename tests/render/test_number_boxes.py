"""The number of a point stands on one line, however wide it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conftest import RECORD, TODAY

Write = Callable[..., Path]
POINTS = "\n".join(f"            - Point {place};" for place in range(1, 40))
WORDS = f"""\
title: [Note on wells]
agenda: {{opening: Opening of the session., adoption: Adoption of the agenda.}}
body:
  - paragraph: "Wells:"
    items:
      - item: "Of these kinds:"
        items:
{POINTS}
"""


@pytest.mark.parametrize("profile", ["new-york", "geneva", "nairobi"])
def test_roman_numbers_up_to_the_widest_stand_on_their_line(small_document: Write, profile: str) -> None:
    built = build(
        workspace_for(small_document(WORDS, RECORD.replace("nairobi\norgan", f"{profile}\norgan")), TODAY),
        "en",
        ("pdf",),
    )
    assert built.files and [one.message for one in built.proofs] == []
