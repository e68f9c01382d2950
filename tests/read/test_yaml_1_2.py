"""Our quick reading of YAML 1.2 against ruamel's, a second implementation: the same values, or a finding of ours."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
import ruamel.yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.model.words import LocatedSwitch
from publisher.read.tree import MOST_FIGURE, parse
from tests.conftest import ROOT
from tests.read.test_any_text import YAML

RUAMELS_OWN = ("1e999", "2025-99-99", "<<")  # text to us; to ruamel infinity, an error, a merge as in YAML 1.1
PLAIN = st.text(alphabet="0123456789.-+eExonulltrueyesNOABab/ ~", min_size=1, max_size=8)


def referee(text: str) -> Any:
    """What ruamel reads."""
    reader = ruamel.yaml.YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    return reader.load(io.StringIO(text))


def plain(value: Any) -> Any:
    """A value without types of our own, keys as text."""
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if isinstance(value, LocatedSwitch):
        return value.on
    if isinstance(value, datetime.date):
        return datetime.date.fromisoformat(value.isoformat())
    bare = next((kind for kind in (str, int, float) if isinstance(value, kind) and not isinstance(value, bool)), None)
    return bare(value) if bare else value


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data").rglob("*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_shipped_files_say_the_same_to_both(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    value, findings = parse(text, path.name)
    assert findings == []
    assert plain(value) == plain(referee(text))


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "reference").rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_text_of_the_reference_data_is_cut_at_a_comma(path: Any) -> None:
    """What stands behind a comma in braces is a key of its own, without a value."""

    def without_value(value: Any) -> list[str]:
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        return [f"{key}" for key, entry in inner if entry is None] + [
            found for _, entry in inner for found in without_value(entry)
        ]

    assert without_value(parse(path.read_text(encoding="utf-8"), path.name)[0]) == []


@settings(max_examples=300)
@given(PLAIN)
def test_plain_scalars_mean_the_same(scalar: str) -> None:
    text = f"- {scalar}\n"
    value, findings = parse(text, "case.yaml")
    if findings:
        return
    try:
        expected = referee(text)
    except (ruamel.yaml.error.YAMLError, ValueError):
        return
    got = plain(value)[0]
    if isinstance(expected[0], float) and not abs(expected[0]) < MOST_FIGURE:
        assert got == scalar.strip()
    else:
        assert (type(got), got) == (type(plain(expected)[0]), plain(expected)[0])


@settings(max_examples=150)
@given(YAML)
def test_nested_values_are_the_same(text: str) -> None:
    value, findings = parse(text, "case.yaml")
    if findings or any(known in text for known in RUAMELS_OWN):
        return
    try:
        expected = referee(text)
    except ruamel.yaml.error.YAMLError:
        return
    assert plain(value) == plain(expected)
