"""An annex or decision by itself: the facts and words of the whole, numbers and notes of its own, its parent's symbol."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.characters import CALL_CLOSE, CALL_OPEN
from publisher.model.inline import plain
from publisher.model.resolved import Document, Paragraph
from publisher.model.symbol import Symbol
from publisher.model.workspace import languages_in, workspace_for
from publisher.pipeline import build, examine
from publisher.pipeline.annexes import annexes_of
from publisher.verify.expected import expected
from tests.conftest import RECORD, ROOT, SEED, TODAY
from tests.house.conftest import Told

WORDS = """\
title: [Report on a small matter]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - paragraph: The body calls a note.[^body]
    id: first
  - See [](#letters) and [](#figures-annex).
annexes:
  - id: figures-annex
    title: Figures
    body:
      - heading: Costs
        body:
          - As paragraph [](#first) says, it costs little.[^costs] See also [the letters](#letters).
          - paragraph: Second.
            id: second
          - Paragraph [](#second) is here.
  - id: letters
    title: Letters
    note: received
    numbered: false
    body:
      - A letter.
      - decision: 2/1
decisions:
  2/1: {title: On letters, operative: ["*Decides* to write;", "*Decides* to post."]}
footnotes:
  body: A note of the body.
  costs: A note of the annex.
  received: Reproduced as received.
"""
LINK = "paragraph 1 (HSP/HA.2/99)"
ADOPTED = RECORD + "adoptions: [{number: 2/1}]\n"


def part(folder: Path, name: str, language: str = "en") -> Document:
    examined = examine(workspace_for(folder, TODAY), language, annex=name)
    assert examined.resolved is not None
    assert not [found for found in examined.diagnostics if found.severity == "error"], examined.diagnostics
    return examined.resolved


def lines(document: Document) -> list[str]:
    return [f"{line.printed} {line.text}".strip() for line in expected(document).body]


def test_an_annex_stands_alone(small_document: Callable[..., Path]) -> None:
    folder = small_document(WORDS, ADOPTED)
    annex = part(folder, "figures-annex")
    assert (annex.symbol, annex.kind) == ("HSP/HA.2/99 (Annex I)", "annex")
    assert lines(annex) == [
        "Figures",
        "Annex I to HSP/HA.2/99",
        "I. Costs",
        # what stands elsewhere is named with the document it stands in; what stands here is a reference
        f"1. As paragraph {LINK} says, it costs little.{CALL_OPEN}1{CALL_CLOSE} See also the letters.",
        "2. Second.",
        "3. Paragraph paragraph 2 is here.",
    ]
    assert [plain(note.text) for note in annex.notes] == ["A note of the annex."]
    assert annex.masthead.job is None and annex.properties.parent == "HSP/HA.2/99"


def test_an_annex_without_numbers_keeps_its_note_and_decision(small_document: Callable[..., Path]) -> None:
    annex = part(small_document(WORDS, ADOPTED), "letters")
    paragraphs = [b for b in annex.divisions[0].blocks if isinstance(b, Paragraph)]
    assert [p.role for p in paragraphs] == ["unnumbered", "organ", "operative", "operative"]
    assert [(note.series, note.mark, plain(note.text)) for note in annex.notes] == [
        ("first-page", "*", "Reproduced as received.")
    ]
    decision = part(small_document(WORDS, ADOPTED), "2/1")
    assert decision.symbol == "HSP/HA.2/99 (Decision 2/1)"
    assert lines(decision)[:3] == ["Letters", "Annex II to HSP/HA.2/99", "Decision 2/1: On letters"]


@pytest.mark.parametrize("apart", ["landscape: true", "in-columns: 2", "heading: Again"])
def test_nothing_in_an_annex_without_numbers_is_numbered(small_document: Callable[..., Path], apart: str) -> None:
    words = WORDS.replace("      - A letter.\n", f"      - {apart}\n        body:\n          - A letter.\n")
    annex = part(small_document(words, ADOPTED), "letters")
    letter = next(
        block for block in annex.divisions[0].blocks if isinstance(block, Paragraph) and block.role != "organ"
    )
    assert (plain(letter.text), letter.number) == ("A letter.", None)


def test_words_in_further_languages_need_only_the_annexes(small_document: Callable[..., Path]) -> None:
    folder = small_document(WORDS, ADOPTED)
    (folder / "annexes").mkdir()
    (folder / "annexes" / "fr.yaml").write_text(
        "title: [Rapport]\ntranslation: working\nannexes: [{id: letters, title: Lettres, body: [decision: 2/1]}]\n"
        'decisions: {2/1: {title: Des lettres, operative: ["*Décide* d’écrire ;", "*Décide* de poster."]}}\n', "utf-8"
    )  # fmt: skip
    workspace = workspace_for(folder, TODAY)
    assert languages_in(folder) == ("en",)
    assert annexes_of(workspace) == {"en": ("figures-annex", "letters", "2/1"), "fr": ("letters", "2/1")}
    french = lines(part(folder, "2/1", "fr"))
    # its place among the annexes comes from the whole document; “working translation” stands on the page
    assert french[1] == "Annexe II du document HSP/HA.2/99" and french[2] == "Traduction de travail"


@pytest.mark.parametrize("number", ["2/6", "2/7"])
def test_the_decisions_of_the_seed_agree_in_six_languages(number: str) -> None:
    documents = {}
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        examined = examine(workspace_for(SEED, TODAY), language, annex=number)
        assert examined.resolved is not None
        found = [d for d in examined.diagnostics if d.severity == "error" or d.code.startswith("BD")]
        assert found == [], found
        documents[language] = examined.resolved
    for language, document in documents.items():
        notices = [block for block in document.divisions[0].blocks if getattr(block, "role", "") == "notice"]
        assert len(notices) == (0 if language == "zh" else 1)
        numbers = [b.number.ordinal for b in document.divisions[0].blocks if getattr(b, "number", None)]
        assert numbers == [b.number.ordinal for b in documents["zh"].divisions[0].blocks if getattr(b, "number", None)]
        if number == "2/7":
            assert "2029" in "".join(lines(document)), language
    assert len({Symbol(d.symbol).file_stem(d.language) for d in documents.values()}) == 6


def test_all_annexes_of_the_seed_are_drawn_and_proved() -> None:
    workspace = workspace_for(SEED, TODAY)
    symbols = set()
    for name in annexes_of(workspace)["zh"]:
        built = build(workspace, "zh", ("html",), annex=name)
        assert built.resolved is not None and not built.rejected
        assert not [found for found in built.diagnostics if found.severity == "error"]
        symbols.add(built.resolved.symbol)
    assert symbols == {
        *(f"HSP/HA.2/16 (Annex {n})" for n in ("I", "II", "III", "IV")),
        *(f"HSP/HA.2/16 (Decision 2/{n})" for n in (6, 7)),
    }


def test_the_command_builds_all_or_those_asked_for(
    publisher: Callable[..., Told], small_document: Callable[..., Path], tmp_path: Path
) -> None:
    folder = small_document(WORDS, ADOPTED)
    assert publisher("annexes", folder, "-f", "html", "-j", "1").exit_code == 0
    made = {path.name for path in (tmp_path / "build" / "small" / "annexes").glob("*.html")}
    assert made == {f"HSP-HA.2-99-{name}.en.html" for name in ("Annex-I", "Annex-II", "Decision-2-1")}
    told = publisher("annexes", folder, "--only", "2/9")
    assert told.exit_code == 2 and "figures-annex, letters, 2/1" in told.err
    assert publisher("annexes", folder, "--language", "ru").exit_code == 2
    assert publisher("annexes", ROOT / "data" / "reference").exit_code == 2
