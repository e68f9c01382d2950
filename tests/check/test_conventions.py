"""The house rules of rules: one file each, named after the fault, documented; the page of all of them is up to date."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from publisher.catalogue import CATALOGUE
from publisher.catalogue.checking import CHECKING
from publisher.catalogue.explained import explained
from publisher.catalogue.reading import READING
from publisher.catalogue.resolving import RESOLVING
from publisher.catalogue.verifying import VERIFYING
from publisher.check import rules
from publisher.check.coverage import COVERAGE
from publisher.check.explain import explain, rules_page
from publisher.check.rules import RULES
from publisher.check.words import FILES, load_words
from publisher.failures import BadRequest
from publisher.model.reference import OFFICIAL_LANGUAGES
from publisher.model.workspace import shipped

FOLDER = Path(rules.__file__).parent
WORDS = shipped("reference") / "words"


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_a_small_documented_file_named_after_its_fault(code: str) -> None:
    module = sys.modules[RULES[code].find.__module__]
    assert module.__name__.rsplit(".", 1)[1] == CATALOGUE[code].name.replace("-", "_")
    for part in ("\nWhy: ", "\nAuthority: ", "\nBad: ", "\nGood: "):
        assert part in (module.__doc__ or ""), part
    assert len(Path(module.__file__ or "").read_text("utf-8").splitlines()) < 130
    assert re.search(r"\b[MNXVTP]\d\d\b|house rule|Editorial Manual|\bcalendar\b|\(\d", module.__doc__ or "")


def test_every_file_of_a_rule_is_in_the_table() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert files == {CATALOGUE[code].name.replace("-", "_") for code in RULES}
    elsewhere = {row.code for row in CHECKING if row.family in ("documents", "waivers")}
    assert {row.code for row in CHECKING} - set(RULES) == elsewhere


def test_codes_and_names_are_given_once() -> None:
    rows = [*READING, *RESOLVING, *CHECKING, *VERIFYING]
    assert len({row.code for row in rows}) == len(rows)
    assert len({row.name for row in CHECKING}) == len(CHECKING)


def test_integrity_is_never_waivable() -> None:
    integrity = {
        "FN101",
        "NU101",
        "NU102",
        "NU113",
        "NU120",
        "RF001",
        "RF110",
        "RF112",
    }
    assert {code for code in integrity if CATALOGUE[code].waivable} == set()


def test_the_hundred_and_eleven_rules_are_accounted_for() -> None:
    assert len(COVERAGE) == 111
    for rule, covered in COVERAGE.items():
        assert covered.codes or covered.remark, rule
        assert set(covered.codes) <= set(CATALOGUE), rule


def test_the_rules_page_is_up_to_date() -> None:
    page = (FOLDER.parent / "RULES.md").read_text("utf-8")
    assert page == rules_page(), "stale: python -m publisher.check > publisher/check/RULES.md"


@pytest.mark.parametrize("language", sorted(OFFICIAL_LANGUAGES))
def test_the_words_of_a_language_read_well_and_explain_themselves(language: str) -> None:
    words = load_words(WORDS, language)
    for name in FILES:
        assert (WORDS / language / f"{name}.yaml").read_text("utf-8").startswith("# ")
    for name, value in words.data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict) and "wrong" in value[0]:
            for form in words.wrong(name):
                assert form.use, (name, form.pattern.pattern)
    for entry in ("preambular", "operative"):
        re.compile("|".join(words.entry(entry)))
    for pattern in (words.entry("doubled"), *words.entry("chapters").values()):
        re.compile(pattern)


def test_every_code_is_explained_with_an_example() -> None:
    for code in CATALOGUE:
        told = explain(code)
        for part in ("\nWhy: ", "\nAuthority: ", "\nBad: ", "\nGood: "):
            assert part in told, f"{code} lacks {part.strip()} in catalogue/explained.yaml"
        assert not re.search(r"CONVENTIONS|DESIGN|ENGINE_NOTES|\bTODO\b", told), f"{code} cites what no editor has"
    assert set(explained()) == set(CATALOGUE) - set(RULES)


@pytest.mark.parametrize(
    ("asked", "near"), [("LA1O8", "LA108"), ("LA1999", "LA119"), ("mark-palce", "mark-place"), ("out34", "OUT034")]
)
def test_a_wrong_code_is_answered_with_the_nearest(asked: str, near: str) -> None:
    with pytest.raises(BadRequest, match=near):
        explain(asked)
