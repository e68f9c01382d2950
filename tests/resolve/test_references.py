"""Cross-references: what they say in each language, where they lead, and those that lead nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from publisher.model.inline import Reference, plain
from publisher.model.resolved import Paragraph
from tests.resolve.conftest import Resolve
from tests.resolve.test_numbers import document

BODY: list[Any] = [
    "TO BE REPLACED",
    {"heading": "H", "id": "chapter", "body": [
        {"heading": "K", "id": "section", "body": [
            {"paragraph": "p", "id": "named", "items": [
                "a", {"item": "b", "id": "item", "items": ["i", {"item": "ii", "id": "deep"}]},
            ]},
            {"paragraph": "q", "number": "2 bis", "id": "inserted"},
        ]},
        {"heading": "No number", "id": "plain", "numbered": False},
    ]},
    {"table": [["x"]], "columns": [{"head": "h"}], "title": "T", "id": "table"},
    {"decision": "2/6"},
]  # fmt: skip
WORDS: dict[str, Any] = {
    "annexes": [
        {"id": "one", "title": "T", "body": ["a", {"paragraph": "b", "id": "far"}]},
        {"id": "two", "title": "T", "body": [{"appendix": "A", "id": "appended"}]},
    ],
    "decisions": {"2/6": {"title": "D", "operative": [{"paragraph": "op", "id": "operative"}, "op"]}},
    "footnotes": {"note": "N."},
}
SAID = {
    "named": {"en": "paragraph 2", "zh": "第 2 段", "fr": "paragraphe 2", "ru": "пункт 2"},
    "para-2": {"en": "paragraph 2"},
    "item": {"en": "paragraph 2 (b)", "zh": "第 2(b) 段", "fr": "paragraphe 2 b)"},
    "deep": {
        "en": "paragraph 2 (b) (ii)",
        "zh": "第 2(b)(二) 段",
        "fr": "paragraphe 2 b) ii)",
        "es": "párrafo 2 b) ii)",
    },
    "inserted": {"en": "paragraph 2 bis"},
    "chapter": {"en": "section I"},
    "section": {"en": "section I.A"},
    "plain": {"en": "No number"},
    "table": {"en": "table 1", "zh": "表 1"},
    "two": {"en": "annex II", "zh": "附件二", "ar": "المرفق الثاني", "fr": "annexe II"},
    "appended": {"en": "annex II, appendix"},
    "2/6": {"en": "decision 2/6", "zh": "第 2/6 号决定", "ar": "المقرر 2/6"},
    "operative": {"en": "decision 2/6, paragraph 1", "zh": "第 2/6 号决定第 1 段"},
    "far": {
        "en": "annex I, paragraph 2",
        "fr": "annexe I, paragraphe 2",
        "es": "anexo I, párrafo 2",
        "ru": "приложение I, пункт 2",
        "zh": "附件一第 2 段",
        "ar": "المرفق الأول، الفقرة 2",
    },
    "note": {"en": "footnote 1", "zh": "脚注 1"},
}


@pytest.mark.parametrize(("target", "language"), [(target, language) for target in SAID for language in SAID[target]])
def test_says_and_leads(resolving: Resolve, target: str, language: str) -> None:
    """CONVENTIONS §2.1, §5.2, X01."""
    words = {**WORDS, "body": [f"See [](#{target}).[^note]", *BODY[1:]]}
    found = document(resolving(words, language, adoptions=[{"number": "2/6"}]))
    first = found.divisions[0].blocks[0]
    assert isinstance(first, Paragraph)
    (reference,) = (part for part in first.text if isinstance(part, Reference))
    assert plain(reference.children) == SAID[target][language]
    ids = {block.id for division in found.divisions for block in division.blocks} | {note.id for note in found.notes}
    assert reference.target in ids
    assert reference.shows == {"plain": "words", "inserted": "words", "appended": "words", "note": "note"}.get(
        target, "number"
    )


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", ["paragraph 1", "annex I, paragraph 1", "paragraph 1 of the present document"]),
        ("fr", ["paragraphe 1", "annexe I, paragraphe 1", "paragraphe 1 du présent document"]),
        ("zh", ["第 1 段", "附件一第 1 段", "本文件第 1 段"]),
    ],
)
def test_a_reference_says_the_division_it_leads_to(resolving: Resolve, language: str, printed: list[str]) -> None:
    annexes = [
        {"id": "one", "title": "T", "body": [{"paragraph": "a", "id": "a"}, "See [](#a)."]},
        {"id": "two", "title": "T", "body": ["See [](#a).", "See [](#first)."]},
    ]
    found = document(resolving({"body": [{"paragraph": "x", "id": "first"}], "annexes": annexes}, language))
    said = [
        plain(part.children)
        for division in found.divisions
        for block in division.blocks
        for part in (block.text if isinstance(block, Paragraph) else ())
        if isinstance(part, Reference)
    ]
    assert said == printed


def test_words_of_the_author_stand(resolving: Resolve) -> None:
    found = document(resolving({"body": ["See [the *next* one](#next).", {"paragraph": "x", "id": "next"}]}))
    first = found.divisions[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert plain(first.text) == "See the next one."
    assert [part.shows for part in first.text if isinstance(part, Reference)] == ["words"]


def test_nowhere_is_found_and_stays_to_be_seen(resolving: Resolve) -> None:
    resolution = resolving(
        {"body": ["[](#anex) [](#bare)", {"unnumbered": "u", "id": "bare"}], "annexes": [{"id": "annex", "title": "T"}]}
    )
    assert [(finding.code, finding.hint) for finding in resolution.diagnostics] == [
        ("RF001", "did you mean “annex” or “annex-1”?"), ("RF002", "write the words: [words](#bare)"),
    ]  # fmt: skip
    assert resolution.document is not None
    first = resolution.document.divisions[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert plain(first.text) == "[#anex?] [#bare?]"


def test_one_name_for_two_parts_is_found(resolving: Resolve) -> None:
    body = [{"paragraph": "a", "id": "same"}, {"heading": "H", "id": "same"}, {"paragraph": "b[^n]", "id": "n"}]
    resolution = resolving({"body": body, "footnotes": {"n": "N."}})
    assert [finding.code for finding in resolution.diagnostics] == ["RF003", "RF003"]
    assert resolution.document is not None
    ids = [block.id for block in resolution.document.divisions[0].blocks]
    assert len(set(ids)) == len(ids)


def test_agenda_items_are_targets(resolving: Resolve) -> None:
    agenda = {key: f"{key}." for key in ("opening", "budget", "now", "later", "closing")}
    words = {"agenda": agenda, "body": ["See [](#closing) and [](#budget).", {"agenda-list": "adopted"}]}
    first = document(resolving(words)).divisions[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert plain(first.text) == "See agenda item 3 and agenda item 2."
