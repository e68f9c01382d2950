"""Points behind bullets and dashes: in every format as typed, each sign its own, none lost unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from publisher.language import vocabulary
from publisher.model.diagnostic import Severity
from publisher.model.resolved import Paragraph
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.typed import typed_of
from publisher.verify import verify_html
from tests.conftest import TODAY

Write = Callable[..., Path]
WORDS = """\
body:
  - The wells were of three kinds:
  - bullets:
      - Wells that are dug
      - Wells that are drilled, of which there are more than anybody had thought before the survey was made
  - dashes: [Springs]
"""


def test_points_are_drawn_and_proved_in_every_format(small_document: Write) -> None:
    built = build(workspace_for(small_document(words=WORDS), TODAY), "en", ("docx", "pdf", "html"), "draft")
    assert built.resolved is not None and len(built.files) == 3 and not built.rejected
    assert not [
        found for found in built.diagnostics if found.severity is Severity.ERROR and found.code.startswith("OUT")
    ]
    points = [
        block for block in built.resolved.divisions[0].blocks if isinstance(block, Paragraph) and block.role == "bullet"
    ]
    assert [point.number.printed for point in points if point.number] == ["•", "•", "–"]


def test_a_point_that_is_lost_is_missed(small_document: Write) -> None:
    workspace = workspace_for(small_document(words=WORDS), TODAY)
    built = build(workspace, "en", ("html",), "draft")
    assert built.resolved is not None
    page = built.files["html"].decode().replace("Wells that are dug", "")
    typed = typed_of(workspace.folder, "en.yaml", {"en.yaml": WORDS}, vocabulary("en", workspace))
    assert "OUT095" in {found.code for found in verify_html(page.encode(), built.resolved, "x.html", typed)}
