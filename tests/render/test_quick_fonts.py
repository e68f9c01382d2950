"""The quick subset of a large face has the bytes of the slow one, which WeasyPrint makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.render.pdf.engine import engine
from tests.conftest import RECORD, TODAY

WORDS = """\
title: [关于一件小事的说明]
agenda: {opening: 会议开幕。, adoption: 通过议程。}
body:
  - heading: 导言
    body:
      - 第一段说得很少。*着重*
"""


def test_a_chinese_face_is_subset_to_the_same_bytes(
    small_document: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine()
    from weasyprint.pdf.fonts import Font

    quick, held = Font._harfbuzz_subset, []

    def both(font: Any, glyphs: Any, hinting: bool) -> None:
        font.twice(glyphs, hinting)
        slow = font.file_content
        quick(font, glyphs, hinting)
        held.append((font.glyph_count > 20_000, font.file_content == slow))

    monkeypatch.setattr(Font, "_harfbuzz_subset", both)
    folder = small_document(words=WORDS, record=RECORD, language="zh")
    (folder / "en.yaml").unlink(missing_ok=True)
    assert build(workspace_for(folder, TODAY), "zh", ("pdf",)).files
    assert (True, True) in held
    assert all(same for _, same in held)
