"""Heads of a table may say the same: each of them has to be found, and none is found twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.language import vocabulary
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.typed import typed_of
from publisher.verify import verify_html
from tests.conftest import TODAY

Write = Callable[..., Path]
WORDS = """\
body:
  - table:
      - [Travel, "1", "2", "3", "4"]
    title: Costs
    columns:
      - {head: Item}
      - {head: "2024", columns: [{head: Amount}, {head: Per cent}]}
      - {head: "2025", columns: [Amount, {head: Per cent}]}
"""


@pytest.mark.parametrize("lost", ["", "Amount", "Per cent"])
def test_heads_that_say_the_same_are_all_found(small_document: Write, lost: str) -> None:
    workspace = workspace_for(small_document(words=WORDS), TODAY)
    built = build(workspace, "en", ("html",), "draft")
    assert built.resolved is not None and built.files
    page = built.files["html"].decode()
    if lost:
        begin, _, end = page.rpartition(f">{lost}</th>")
        page = f"{begin}></th>{end}"
    typed = typed_of(workspace.folder, "en.yaml", {"en.yaml": WORDS}, vocabulary("en", workspace))
    found = [
        one for one in verify_html(page.encode(), built.resolved, "x.html", typed) if one.code in ("OUT095", "OUT096")
    ]
    assert bool(found) == bool(lost)
