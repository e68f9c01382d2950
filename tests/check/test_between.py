"""Language versions held against each other; a document against its parent and its first edition."""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import Path

import pytest

from publisher import pipeline
from publisher.check import compare_languages
from publisher.check.figures import figures_apart
from publisher.check.passage import Passage
from publisher.check.words import load_words
from publisher.model.resolved import Document
from publisher.model.workspace import shipped, workspace_for
from tests.check.recall import CLEAN, LANGUAGES
from tests.check.test_real_text import NOTE

TODAY = datetime.date(2026, 1, 1)


@lru_cache
def version(language: str) -> Document:
    """A language version of the clean document."""
    document = pipeline.examine(workspace_for(CLEAN, TODAY), language).resolved
    assert document is not None
    return document


def changed(tmp_path: Path, language: str, old: str, new: str) -> Document:
    """A version with one change in its words."""
    (tmp_path / "record.yaml").write_text((CLEAN / "record.yaml").read_text("utf-8"), "utf-8")
    words = (CLEAN / f"{language}.yaml").read_text("utf-8")
    assert old in words
    (tmp_path / f"{language}.yaml").write_text(words.replace(old, new, 1), "utf-8")
    document = pipeline.examine(workspace_for(tmp_path, TODAY), language).resolved
    assert document is not None
    return document


def test_six_versions_of_one_document_agree() -> None:
    assert compare_languages({language: version(language) for language in LANGUAGES}, "en") == ()


@pytest.mark.parametrize(
    ("language", "old", "new", "codes"),
    [
        ("zh", "      - 各项费用见表 1。\n", "", {"BD109"}),
        ("fr", "      - Les coûts figurent au tableau 1.\n", "      - Les coûts figurent au tableau 1.\n      - Voir aussi le texte.\n", {"BD101"}),
        ("es", "el plan estratégico[^plan].", "el plan estratégico.", {"BD103", "BD109"}),
        ("ru", "HSP/HA.2/13/Add.1", "HSP/HA.2/14", {"BD104"}),
        ("ru", "HSP/HA.2/13/Add.1", "HSP/HA.2/13/Add.1, HSP/HA.2/14/Corr.1", {"BD104"}),
        ("ar", "12 300", "13 200", {"BD105"}),
        ("zh", "12 300 套", "12 400 套", {"BD105"}),
        ("fr", "jeudi 29 mai", "jeudi 28 mai", {"BD105"}),
    ],
)  # fmt: skip
def test_versions_that_differ(tmp_path: Path, language: str, old: str, new: str, codes: set[str]) -> None:
    found = compare_languages({"en": version("en"), language: changed(tmp_path, language, old, new)}, "en")
    assert found
    assert {one.code for one in found} <= codes
    assert all(one.at is None or one.at.file == f"{language}.yaml" for one in found)


def test_a_corrigendum_may_be_of_one_language_only(tmp_path: Path) -> None:
    added = "HSP/HA.2/13/Add.1, HSP/HA.2/13/Add.1/Corr.1"
    assert (
        compare_languages({"en": version("en"), "ru": changed(tmp_path, "ru", "HSP/HA.2/13/Add.1", added)}, "en") == ()
    )


def test_a_heading_that_is_a_paragraph_elsewhere_is_told_as_that(tmp_path: Path) -> None:
    other = changed(
        tmp_path, "fr", "  - heading: Questions diverses\n", "  - heading: Questions diverses\n    numbered: false\n"
    )
    assert {one.code for one in compare_languages({"en": version("en"), "fr": other}, "en")} <= {"BD101", "BD102"}


def test_notes_that_count_on_after_one_more_are_told_once(tmp_path: Path) -> None:
    english = 'title: [Wells]\nbody: ["One.[^n1]", "Two.[^n2]"]\nfootnotes: {n1: A., n2: B.}\n'
    french = 'title: ["Puits[^n1]"]\nbody: ["Un.[^n2]", "Deux.[^n3]"]\nfootnotes: {n1: Z., n2: A., n3: B.}\n'
    (tmp_path / "record.yaml").write_text(NOTE, "utf-8")
    documents = {}
    for language, words in (("en", english), ("fr", french)):
        (tmp_path / f"{language}.yaml").write_text(words, "utf-8")
        resolved = pipeline.examine(workspace_for(tmp_path, TODAY), language).resolved
        assert resolved is not None
        documents[language] = resolved
    found = [one.code for one in compare_languages(documents, "en")]
    assert found.count("BD103") <= 1 and found.count("BD101") == 1


def between(folder: Path, english: str, other: str, language: str = "ru") -> list[str]:
    """The codes of what differs between two notes."""
    (folder / "record.yaml").write_text(NOTE, "utf-8")
    documents = {}
    for spoken, words in (("en", english), (language, other)):
        (folder / f"{spoken}.yaml").write_text(words, "utf-8")
        resolved = pipeline.examine(workspace_for(folder, TODAY), spoken).resolved
        assert resolved is not None
        documents[spoken] = resolved
    return [one.code for one in compare_languages(documents, "en")]


LIST = """title: [Wells]
body:
  - paragraph: "It considers the following:"
    items: [Wells of the north;, Wells of the south;, Wells of the west.]
"""


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        # a list run into its paragraph holds its items
        ('  - "Рассматриваются: a) северные колодцы; b) южные колодцы; c) западные колодцы."\n', []),
        ('  - "Рассматриваются северные, южные и западные колодцы."\n', ["BD109"]),
        # items numbered by hand are items
        (
            '  - "Рассматриваются:"\n  - unnumbered: "аа) северные;"\n  - unnumbered: "б) южные;"\n'
            '  - unnumbered: "в) западные."\n',
            ["BD101"],
        ),
        (
            '  - "Рассматриваются:"\n  - unnumbered: "а) северные;"\n  - unnumbered: "б) южные;"\n'
            '  - unnumbered: "в) западные."\n',
            [],
        ),
        # what is lost is told
        ('  - paragraph: "Рассматриваются:"\n    items: [северные колодцы;, южные колодцы.]\n', ["BD109"]),
    ],
)
def test_a_list_in_another_form_is_no_list_lost(tmp_path: Path, body: str, codes: list[str]) -> None:
    assert between(tmp_path, LIST, f"title: [Колодцы]\nbody:\n{body}") == codes


@pytest.mark.parametrize(
    ("language", "english", "other", "apart"),
    [
        ("ar", "The 37 missions of 2025.", "البعثات السبع والثلاثون لعام 2025.", False),
        ("ar", "The 37 missions of 2025.", "البعثات السبع والعشرون لعام 2025.", True),
        ("fr", "The 25 missions.", "Les vingt-cinq missions.", False),
        ("es", "The 34 missions.", "Las treinta y cuatro misiones.", False),
        ("es", "The 34 missions.", "Las treinta y cinco misiones.", True),
        ("ru", "The 23 missions.", "На двадцати трех миссиях.", False),
        ("zh", "Over 200,000 people.", "20多万人。", False),
        ("zh", "Over 200,000 people.", "30多万人。", True),
        ("fr", "There were 1,200,000 wells.", "Il y avait 1,2 million de puits.", False),
        ("es", "They cost 455–584 billion dollars.", "Cuestan entre 455.000 y 584.000 millones de dólares.", False),
        ("zh", "They cost 455 to 584 billion dollars.", "费用为4 550至5 840亿美元。", False),
        ("es", "They cost 455–584 dollars.", "Cuestan entre 456 y 584 dólares.", True),
        ("ru", "Resolution 68/237 of 23 December.", "в резолюции 68/237 23 декабря.", False),
        ("ru", "Resolution 68/237 of 23 December.", "в резолюции 68/237 24 декабря.", True),
    ],
)
def test_a_figure_is_there_in_letters(language: str, english: str, other: str, apart: bool) -> None:
    words = shipped("reference") / "words"
    one, two = (Passage(0, "", "paragraph", "numbered", said, said, "body", "body", None) for said in (english, other))
    assert any(figures_apart(one, two, (load_words(words, "en"), load_words(words, language)))) is apart
