"""The pictures of README and handbook show what the program makes today: their words are the same, and their looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.conftest import ROOT
from tests.handbook.pictures import PICTURES, WORDS

MOST_APART = 6.0  # of 255, on the average: other versions of fonts and engines draw a little otherwise


@pytest.mark.conformance
@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_current(name: str, needs: Callable[[str], str], tmp_path: Path) -> None:
    """To make it anew: python -m tests.handbook.pictures NAME."""
    if name == "preview":
        needs("node"), needs("chromium")
        if not (ROOT / ".cache" / "axe" / "node_modules" / "playwright-core").is_dir():
            pytest.skip("playwright-core is not installed")
    path, make = PICTURES[name]
    kept, made = Image.open(path), make(tmp_path)
    assert kept.info.get(WORDS) == made.digest, f"its words have changed: python -m tests.handbook.pictures {name}"
    assert kept.size == made.image.size
    apart = ImageStat.Stat(ImageChops.difference(kept.convert("L"), made.image.convert("L"))).mean[0]
    assert apart < MOST_APART


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_says_what_words_it_shows(name: str) -> None:
    path, _ = PICTURES[name]
    assert len(Image.open(path).info.get(WORDS, "")) == 24
