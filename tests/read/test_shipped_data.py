"""What is shipped can be read: documents without findings, reference data whole, schemas up to date."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from publisher.model.reference import GROUPS, OFFICIAL_LANGUAGES, load_reference
from publisher.model.workspace import workspace_for
from publisher.read import languages, read, schema
from publisher.read.tree import parse
from tests.conftest import ROOT, TODAY

REFERENCE = ROOT / "data" / "reference"
DOCUMENTS = sorted(path.parent for path in (ROOT / "data").glob("*/record.yaml"))
VERSIONS = [(folder, language) for folder in DOCUMENTS for language in languages(folder)]


@pytest.mark.parametrize(("folder", "language"), VERSIONS, ids=lambda value: getattr(value, "name", value))
def test_documents_are_read_without_findings(folder: Any, language: str) -> None:
    reading = read(workspace_for(folder, TODAY), language)
    assert reading.diagnostics == ()
    assert reading.document is not None


@pytest.mark.parametrize("folder", DOCUMENTS, ids=lambda folder: folder.name)
def test_each_file_points_to_its_schema(folder: Any) -> None:
    for path in folder.glob("*.yaml"):
        line = path.read_text(encoding="utf-8").splitlines()[0]
        assert line.startswith("# yaml-language-server: $schema="), path
        assert (path.parent / line.partition("=")[2]).is_file(), path


@pytest.mark.parametrize("name", ["record", "language"])
def test_stored_schemas_are_those_of_the_models(name: str) -> None:
    stored = json.loads((REFERENCE / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert stored == schema()[name], "stale: run `publisher schema --output data/reference/schema`"


@pytest.mark.parametrize("name", ["record", "language"])
def test_schemas_explain_every_key(name: str) -> None:
    generated = schema()[name]
    parts = {**generated["$defs"], name: generated}
    assert [
        f"{part}.{key}"
        for part, shape in parts.items()
        for key, entry in shape.get("properties", {}).items()
        if len(entry.get("description", "")) < 8
    ] == []
    text = json.dumps(generated)
    assert "x-internal" not in text
    assert '"at"' not in text
    assert "agenda_item" not in text  # keys are those of the files, not of the program


@pytest.mark.parametrize("file", ["organs.yaml", "bodies.yaml", "places.yaml"])
def test_reference_files_are_strict_yaml_with_an_explanation(file: str) -> None:
    text = (REFERENCE / file).read_text(encoding="utf-8")
    value, findings = parse(text, file)
    assert findings == []
    assert isinstance(value, dict)
    assert text.startswith("# ")


def test_every_name_stands_in_six_languages() -> None:
    reference = load_reference(REFERENCE)
    assert [f"{where}: {language}" for where, names in _names(reference) for language in _absent(names)] == []


def _names(reference: Any) -> Iterator[tuple[str, Any]]:
    for state in reference.states.values():
        yield from ((f"{state.iso3} {kind}", getattr(state, kind)) for kind in ("names", "in_text", "formal"))
    for organ in reference.organs.values():
        kinds = ("names", "full", "short", "opening", "programme", "programme_short")
        yield from ((f"{organ.id} {kind}", getattr(organ, kind)) for kind in kinds)
    for entry in (*reference.bodies.values(), *reference.places.values()):
        yield from ((f"{entry.id} {kind}", getattr(entry, kind)) for kind in ("names", "in_text"))


def _absent(names: Any) -> list[str]:
    return [language for language in OFFICIAL_LANGUAGES if not names.get(language, "").strip()]


def test_the_states_are_the_members_and_two_observers() -> None:
    reference = load_reference(REFERENCE)
    assert {group: len(reference.groups[group]) for group in GROUPS} == {
        "african": 54, "asia-pacific": 54, "eastern-european": 23, "grulac": 33, "weog": 29,
    }  # fmt: skip
    observers = [code for code, state in reference.states.items() if state.status == "observer"]
    assert sorted(observers) == ["PSE", "VAT"]
    assert len(reference.states) == 195
    names = [name for state in reference.states.values() for name in state.names.values()]
    assert not [name for name in names if any(sign in name for sign in "'_*") or name != name.strip() or "  " in name]


def test_organs_sit_at_places_of_the_list() -> None:
    reference = load_reference(REFERENCE)
    assert {organ.headquarters for organ in reference.organs.values()} <= {None, *reference.places}
    assert {place.country for place in reference.places.values()} <= {None, *reference.states}
