"""Text in runs of one script: what Word needs to choose the font and the direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.render.docx.script import runs_of


@pytest.mark.parametrize(
    ("text", "rightward", "expected"),
    [
        ("plain words", False, [("plain", "plain words")]),
        ("“words” — only Latin", False, [("plain", "“words” — only Latin")]),
        ("题为“规划”的决定草案", False, [("east-asian", "题为“规划”的决定草案")]),
        ("裁判官d’Orsay先生", False, [("east-asian", "裁判官d"), ("plain", "’"), ("east-asian", "Orsay先生")]),
        ("انظر الوثيقة A/79/1، الفقرة 5.", True,
         [("rightward", "انظر الوثيقة "), ("plain", "A/79/1"), ("rightward", "، الفقرة 5.")]),
        ("في الفترة 2026-2029", True, [("rightward", "في الفترة 2026-2029")]),
        ("see كتاب here", False, [("plain", "see "), ("rightward", "كتاب"), ("plain", " here")]),
    ],
)  # fmt: skip
def test_runs(text: str, rightward: bool, expected: list[tuple[str, str]]) -> None:
    assert runs_of(text, rightward) == expected


@given(st.text(alphabet="aé“”’—…·，。中文أب 12(),-", max_size=40), st.booleans())
def test_no_character_is_lost(text: str, rightward: bool) -> None:
    assert "".join(piece for _, piece in runs_of(text, rightward)) == text
