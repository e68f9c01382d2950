"""Glyphs that share a cluster say its signs between them, each its own."""

from __future__ import annotations

import pytest

from publisher.render.pdf.engine.shared_clusters import UNHEARD, said_by_glyph


@pytest.mark.parametrize(
    ("text", "clusters", "backwards", "said"),
    [
        ("abc", [0, 1, 2], False, ["a", "b", "c"]),
        ("ffi", [0], False, ["ffi"]),
        ("بت", [2, 0], True, ["ت", "ب"]),
        ("أُم", [4, 0, 0], True, ["م", "ُ", "أ"]),
        ("é", [0, 0], False, ["e", "\u0301"]),
        ("क्षि", [0, 0], False, ["क्षि", UNHEARD]),
    ],
)
def test_each_glyph_says_its_signs(text: str, clusters: list[int], backwards: bool, said: list[str]) -> None:
    told = [said_by_glyph(text.encode(), clusters, place, backwards) for place in range(len(clusters))]
    assert told == said
