"""Declarations within a decision, annexes under one, signatures, notes of the symbol: counted, drawn, proved, corrected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.language import vocabulary
from publisher.model.diagnostic import Severity
from publisher.model.inline import plain
from publisher.model.reading import lines
from publisher.model.resolved import Document, Heading, Paragraph
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.pipeline.conductor import Built
from publisher.revise import instructions, passages, prove, redline
from publisher.typed import typed_of
from publisher.verify import verify_html, verify_pdf
from tests.conftest import RECORD as SMALL
from tests.conftest import TODAY
from tests.verify.conftest import Finished

Write = Callable[..., Path]
RECORD = SMALL + "adoptions: [{number: 2/1}, {number: 2/2}]\ncontents: true\n"
WORDS = """\
title: [Report on wells]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
symbol-notes: [The symbol is that of the previous session., Second note of the symbol.]
body:
  - heading: Introduction
    body:
      - The first paragraph, see [](#bonn), [](#plan) and [](#commit).
      - decision: 2/1
      - decision: 2/2
      - The second paragraph follows the decisions.
  - heading: Closing
    body:
      - The third paragraph.
      - signature:
          - Nairobi, 14 June 2025
          - signed: Ann **Other**
            office: [President of the Assembly]
          - signed: Ben **Further**
decisions:
  2/1:
    title: Declaration on wells
    preamble: ["*Recalling* its decision 1/5,"]
    operative:
      - "*Adopts* the following declaration:"
      - declaration: Bonn Declaration on Wells
        id: bonn
        body:
          - heading: Vision
            body:
              - We, Ministers, have met.
              - paragraph: "We commit to:"
                id: commit
                items: [dig wells;, drill wells.]
          - heading: Commitments
            body: [We will meet again.]
      - "*Decides* to remain seized of the matter."
  2/2:
    title: Programme of wells
    preamble: ["*Noting* the wells,"]
    operative: ["*Adopts* the programme in [](#plan);", "*Requests* the Executive Director to carry it out."]
    annexes:
      - annex: Programme of wells for 2026
        id: plan
        body:
          - The programme has two parts.
          - heading: First part
            body: [Dig.]
          - heading: Second part
            body: [Drill.]
      - annex: Budget of wells
        body: [It costs much.]
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(written(tmp_path_factory.mktemp("attached"), WORDS), "docx", "pdf", "html", "akn")


def written(folder: Path, words: str) -> Path:
    (folder / "record.yaml").write_text(RECORD, encoding="utf-8")
    (folder / "en.yaml").write_text(words, encoding="utf-8")
    return folder


def built(folder: Path, *formats: str) -> Built:
    return build(workspace_for(folder, TODAY), "en", formats or ("html",), "draft")  # type: ignore[arg-type]


def resolved(made: Built) -> Document:
    assert made.resolved is not None
    return made.resolved


def test_every_format_is_proved(made: Built) -> None:
    assert len(made.files) == 4 and not made.rejected
    assert [found.message for found in made.diagnostics if found.severity is Severity.ERROR] == []
    assert not [found for found in made.diagnostics if found.code == "NU117"]  # a declaration follows the colon


def test_each_text_counts_from_one_and_the_report_goes_on(made: Built) -> None:
    blocks = resolved(made).divisions[0].blocks
    numbered = [block for block in blocks if isinstance(block, Paragraph) and block.role == "numbered" and block.number]
    assert [block.number.printed for block in numbered if block.number] == [
        "1.",
        "1.",
        "2.",
        "3.",
        "1.",
        "2.",
        "3.",
        "1.",
        "2.",
        "3.",
    ]
    assert len({block.number.sequence for block in numbered if block.number}) == 4
    operative = [
        block.number.printed
        for block in blocks
        if isinstance(block, Paragraph) and block.role == "operative" and block.number
    ]
    assert operative == ["1.", "2.", "1.", "2."]
    heads = {
        plain(block.text): block.number.printed if block.number else ""
        for block in blocks
        if isinstance(block, Heading)
    }
    assert heads["Vision"] == heads["First part"] == "I." and heads["Commitments"] == "II."
    assert heads["Programme of wells for 2026"] == "Annex I" and heads["Bonn Declaration on Wells"] == ""
    assert heads["Closing"] == "II."
    assert len({block.id for block in blocks}) == len(blocks)


def test_references_lead_into_them(made: Built) -> None:
    first = next(block for block in resolved(made).divisions[0].blocks if isinstance(block, Paragraph))
    assert plain(first.text) == (
        "The first paragraph, see Bonn Declaration on Wells, decision 2/2, annex I and decision 2/1, paragraph 2."
    )


def test_the_symbol_has_its_asterisks_and_the_job_number_none(made: Built) -> None:
    document = resolved(made)
    assert document.masthead.asterisks == "**" and document.properties.edition == "original"
    assert [(note.id, note.mark) for note in document.notes] == [("symbol-1", "*"), ("symbol-2", "**")]


def test_who_signed_is_marked_in_every_language(small_document: Write) -> None:
    said = set()
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        words = "title: [x]\nbody: [{signature: [{signed: Ann, office: [President]}]}]\n"
        folder = small_document(
            words=words, record=RECORD.replace("original: en", f"original: {language}"), language=language
        )
        document = build(workspace_for(folder, TODAY), language, (), "draft").resolved
        assert document is not None
        [signed] = [line for line in lines(document) if line.role == "signed"]
        assert plain(signed.inlines).endswith("Ann")
        said.add(plain(signed.inlines).removesuffix("Ann").strip())
    assert len(said) == 6 and "(Signed)" in said


@pytest.mark.parametrize(
    "words", ["We, Ministers, have met.", "It costs much.", "Second note of the symbol.", "Further"]
)
def test_what_is_lost_is_missed(words: str, made: Built, small_document: Write) -> None:
    folder = written(small_document(), WORDS)
    page = made.files["html"].decode()
    assert words in page
    typed = typed_of(folder, "en.yaml", {"en.yaml": WORDS}, vocabulary("en", workspace_for(folder, TODAY)))
    found = verify_html(page.replace(words, "").encode(), resolved(made), "x.html", typed)
    assert {each.code for each in found} & {"OUT095", "OUT096"}


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("We will meet again.", "We will never meet again.", ("Bonn Declaration on Wells", "2/1", ("3",))),
        ("[Drill.]", "[Drill well.]", ("Annex I", "2/2", ("3",))),
        ("to remain seized", "not to remain seized", ("", "2/1", ("2",))),
    ],
)
def test_they_are_corrected_where_they_stand_and_marked(
    before: str, after: str, place: tuple[str, str, tuple[str, ...]], made: Built, tmp_path: Path
) -> None:
    assert before in WORDS
    old, new = resolved(made), resolved(built(written(tmp_path, WORDS.replace(before, after))))
    orders = instructions(passages(old), passages(new))
    prove(passages(old), orders, passages(new))
    assert [(each.location.annex, each.location.decision, each.location.path) for each in orders] == [place]
    marked = redline(old, new)
    files = Finished(marked, workspace_for(tmp_path, TODAY))
    assert [f"{each.code} {each.message}" for each in verify_pdf(files.pdf, marked, "x.pdf")] == []
