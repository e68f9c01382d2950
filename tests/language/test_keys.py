"""Every language has the same entries and the same templates, and says where each entry was read."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from publisher.model.workspace import shipped
from tests.language.conftest import LANGUAGES, speak

OFFICIAL = ("ar", "en", "es", "fr", "ru", "zh")


def test_official_languages_are_shipped() -> None:
    assert set(OFFICIAL) <= set(LANGUAGES)


def entries_of(value: Any, path: str = "") -> dict[str, str]:
    """Every leaf of a vocabulary by its dotted path, named as in the YAML."""
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True)
    if isinstance(value, dict):
        found: dict[str, str] = {}
        for key, entry in value.items():
            found.update(entries_of(entry, f"{path}.{key}" if path else str(key)))
        return found
    if isinstance(value, list | tuple):
        return {path: "list"}
    return {path: str(value)}


@pytest.mark.parametrize("code", LANGUAGES)
def test_same_keys(code: str) -> None:
    def keys(of: str) -> set[str]:
        categories = {"none", "zero", "one", "two", "few", "many"}
        leaves = entries_of(speak(of).entries)
        return {
            path
            for path in leaves
            if not path.startswith(("seen.", "grammar.", "ordinals.forms.", "numbers.cardinals.", "collation.replace."))
            and path.rsplit(".", 1)[-1] not in categories - ({"one", "two"} if path.startswith("dates.") else set())
        }

    assert keys(code) == keys("en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_was_seen_is_there(code: str) -> None:
    paths = set(entries_of(speak(code).entries))
    known = {".".join(path.split(".")[:length]) for path in paths for length in range(1, path.count(".") + 2)}
    known |= {f"sentences.{path.stem}" for path in (shipped("templates") / "wording" / code).glob("*.j2")}
    seen = [path for listed in speak(code).entries.seen.values() for path in listed]
    assert seen and not [path for path in seen if path not in known]


def test_standing() -> None:
    chinese = speak("zh")
    assert chinese.standing("voting.formula") == "HSP/HA.2/16"
    assert chinese.standing("groups.weog") == "HSP/HA.2/16"  # the whole section was seen
    assert chinese.standing("sentences.reissue") == "HSP/HA.2/16"
    assert chinese.standing("labels.end-of-document") == ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_same_templates_each_with_its_variables(code: str) -> None:
    root = shipped("templates") / "wording"
    english = {path.name for path in (root / "en").glob("*.j2")}
    own = {path.name: path for path in (root / code).glob("*.j2")}
    assert set(own) == english
    for name, path in own.items():
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith(f"{{# {name.removesuffix('.j2')} — ") and first.endswith(" #}"), path


@pytest.mark.parametrize("code", LANGUAGES)
def test_cldr_knows_the_language_and_its_names(code: str) -> None:
    voice = speak(code)
    assert voice.code == code and voice.locale.language == code
    assert voice.direction == {"right-to-left": "rtl"}.get(voice.locale.character_order, "ltr")
    assert set(OFFICIAL) <= set(voice.entries.language.names)
    assert len(set(voice.entries.dates.months)) == 12 and len(set(voice.entries.dates.weekdays)) == 7
