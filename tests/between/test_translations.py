"""A translation is held against its original: what is missing, stale, moved or nameless is found at its line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.check import paired
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.workspace import workspace_for
from publisher.pipeline import examine, understand
from tests.conftest import RECORD, ROOT, TODAY
from tests.house.conftest import Told

DEMONSTRATION = ROOT / "data" / "DEMO-CVW.3-15"
FACTS = RECORD + "persons: {ndiaye: {gender: f, state: KEN}}\nfacts: {wells: 1200}\n"
ENGLISH = """\
title: [Note on wells]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
persons: {ndiaye: Awa Ndiaye}
body:
  - heading: Introduction
    body:
      - In all, {{ facts.wells | number }} wells were counted, as set out in HSP/HA.2/12.[^count]
      - Ms. {{ person("ndiaye") }} ({{ state("KEN") }}) presented the results.
      - Nobody objected.
footnotes: {count: See HSP/HA.2/11.}
"""
FRENCH = """\
title: [Note sur les puits]
agenda: {opening: Ouverture de la session., adoption: Adoption de l’ordre du jour.}
persons: {ndiaye: Awa Ndiaye}
body:
  - heading: Introduction
    body:
      - Au total, {{ facts.wells | number }} puits ont été comptés, comme indiqué dans le document HSP/HA.2/12[^count].
      - Mme {{ person("ndiaye") }} ({{ state("KEN") }}) a présenté les résultats.
      - Personne ne s’est opposé.
footnotes: {count: Voir HSP/HA.2/11.}
"""


@pytest.fixture
def two(small_document: Callable[..., Path]) -> Callable[..., Path]:
    """Write the note in English and French, with a change in either, and give back its folder."""

    def write(english: str = ENGLISH, french: str = FRENCH, record: str = FACTS) -> Path:
        small_document(english, record)
        return small_document(french, record, language="fr")

    return write


def found(folder: Path, language: str = "fr", mode: str = "draft") -> list[Diagnostic]:
    every = examine(workspace_for(folder, TODAY), language, mode).diagnostics  # type: ignore[arg-type]
    return [one for one in every if one.code.startswith("BD")]


def codes(folder: Path) -> list[tuple[str, int]]:
    return [
        (one.code, one.at.line) for one in found(folder) if isinstance(one.at, Position) and one.at.file == "fr.yaml"
    ]


def test_versions_that_agree_are_without_findings(two: Callable[..., Path]) -> None:
    assert found(two()) == [] == found(two(), "en")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("      - Personne ne s’est opposé.\n", "", [("BD109", 8)]),
        ("      - Personne", "      - Une phrase de plus, que l’original n’a pas.\n      - Personne", [("BD101", 9)]),
        ("HSP/HA.2/12", "HSP/HA.2/13", [("BD104", 7)]),
        ("{{ facts.wells | number }}", "1 300", [("BD105", 7)]),
        ('Mme {{ person("ndiaye") }} ({{ state("KEN") }})', "La représentante", [("BD111", 8), ("BD111", 8)]),
        ("[^count].", ".", [("BD103", 7), ("BD109", 9)]),
        ("  - heading: Introduction", "  - heading: Introduction\n    numbered: false", [("BD102", 5)]),
    ],
)
def test_what_differs_is_found_at_its_line(
    two: Callable[..., Path], old: str, new: str, expected: list[tuple[str, int]]
) -> None:
    assert old in FRENCH
    assert codes(two(french=FRENCH.replace(old, new, 1))) == expected


def test_a_missing_translation_stops_an_issue_and_not_a_draft(two: Callable[..., Path]) -> None:
    folder = two(french=FRENCH.replace("      - Personne ne s’est opposé.\n", ""))
    assert [one.severity for one in found(folder)] == ["warning"]
    assert [one.severity for one in found(folder, mode="publish")] == ["error"]
    assert "Nobody objected." in found(folder)[0].message and "en.yaml:9" in found(folder)[0].message


def test_a_translation_grows_stale_with_its_original_only(
    two: Callable[..., Path], publisher: Callable[..., Told]
) -> None:
    folder = two()
    assert publisher("translated", folder).exit_code == 0
    assert found(folder) == []
    two(english=ENGLISH.replace("Nobody objected.", "Only one representative objected."))
    assert codes(folder) == [("BD110", 9)]
    both = FRENCH.replace("Personne ne s’est opposé.", "Une seule représentante s’est opposée.")
    two(english=ENGLISH.replace("Nobody objected.", "Only one representative objected."), french=both)
    assert found(folder) == []  # the translator has been here
    two(record=FACTS.replace("1200", "1300"))
    assert found(folder) == []  # a fact changes in both


def test_declaring_the_original_a_translation_makes_no_sense(
    small_document: Callable[..., Path], publisher: Callable[..., Told]
) -> None:
    assert publisher("translated", small_document(ENGLISH, FACTS)).exit_code == 2


@pytest.mark.parametrize("language", ["ar", "fr", "zh"])
def test_one_lost_paragraph_of_many_is_one_finding(tmp_path: Path, language: str) -> None:
    """Whichever paragraph of the demonstration is taken out, it alone is missed, and named by its original."""
    folder = tmp_path / "demo"
    shutil.copytree(DEMONSTRATION, folder, ignore=shutil.ignore_patterns("translated"))
    assert found(folder, language) == []
    workspace, file = workspace_for(folder, TODAY), folder / f"{language}.yaml"
    left, right = (understand(workspace, code).forms() for code in ("en", language))
    lines = file.read_text("utf-8").splitlines(keepends=True)
    alone = [
        (one, two) for one, two in paired(left[1], right[1])
        if one and two and one.at and two.at and two.role == "numbered" and not two.calls
        and lines[two.at.line - 1].strip().startswith("- ") and lines[two.at.line].strip() == ""
        and not lines[two.at.line - 1].strip().startswith(("- paragraph:", "- vote:", "- session:"))
    ]  # fmt: skip
    assert len(alone) > 25
    for one, two in alone[1::7]:
        assert one is not None and two is not None and two.at is not None
        file.write_text("".join(lines[: two.at.line - 1] + lines[two.at.line :]), "utf-8")
        missed = [each for each in found(folder, language) if each.code == "BD109"]
        assert [f"{one.at}" in each.message for each in missed] == [True], (str(one.at), missed)


def test_delegations_are_held_against_each_other_in_whatever_order_they_stand(
    small_document: Callable[..., Path],
) -> None:
    record = RECORD.replace("kind: note", "kind: participants").replace("kind: session-report", "kind: participants")
    shown = {"en": ("France", "Kenya"), "ru": ("Кения", "Франция")}
    persons = {
        "France": "Ms. A. Moreau, 12",
        "Франция": "г-жа А. Моро, 12",
        "Kenya": "Mr. J. Kamau, 7",
        "Кения": "г-н Дж. Камау, 7",
    }
    for language, (first, second) in shown.items():
        body = "".join(
            f"  - heading: {state}\n    numbered: false\n    body: [{{unnumbered: '{persons[state]}'}}]\n"
            for state in (first, second)
        )
        agenda = "agenda: {opening: Opening., adoption: Adoption.}\n"
        folder = small_document(f"title: [List]\n{agenda}body:\n{body}", record, language=language)
    assert found(folder, "ru") == []
    changed = (folder / "ru.yaml").read_text("utf-8").replace("Моро, 12", "Моро, 21")
    (folder / "ru.yaml").write_text(changed, "utf-8")
    assert [one.code for one in found(folder, "ru")] == ["BD105"]
