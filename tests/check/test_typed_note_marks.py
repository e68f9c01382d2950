"""Marks typed for notes are told from powers, and from the asterisks of file names."""

from __future__ import annotations

import pytest

from publisher.check.rules.typed_note_mark import typed_in


@pytest.mark.parametrize(
    "text",
    [
        "≤ 10⁻³ µg/l",
        "10¹² wells",
        "5 m²",
        "12 kg/m³",
        "x² + y²",
        "9 s⁻¹",
        "report*.pdf was sent",
        "2 км²",
        "5平方米²",
        "masks such as .*",
        "in C:\\dir\\*.*",
        "***both***",
        "he said*softly*",
        "*two words*",
        "5*, 6* and 7* (* estimate)",
    ],
)
def test_powers_and_file_names_are_no_marks(text: str) -> None:
    assert list(typed_in(text)) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("the strategic plan¹", "¹"),
        ("the system²", "²"),
        ("in 2019³", "³"),
        ("costs of 10*", "*"),
        ("the wells*.", "*"),
        ("the plan[1]", "[1]"),
    ],
)
def test_typed_marks_are_found(text: str, mark: str) -> None:
    assert [hit.group() for hit in typed_in(text)] == [mark]
