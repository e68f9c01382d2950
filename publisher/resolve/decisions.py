"""Decisions and resolutions in full, and the table that lists them (CONVENTIONS §2.3, §2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from publisher.model import document as written
from publisher.model.inline import Inlines, Text, plain
from publisher.model.record import Adoption
from publisher.model.resolved import Cell, Heading, Paragraph, Table
from publisher.model.words import Words
from publisher.resolve.agenda import agenda_list
from publisher.resolve.drafting import Asked, Draft, Drafting, text
from publisher.resolve.paragraphs import plain_paragraph, under, withdrawn
from publisher.resolve.phrases import leading, without_calls
from publisher.resolve.tables import table
from publisher.wording import parse


def decision_text(block: written.DecisionText, depth: int, drafting: Drafting) -> Iterator[Draft]:
    """The heading, the organ’s line, the preambular and the operative paragraphs of a decision."""
    number = block.decision
    words = drafting.document.words.decisions.get(number)
    if words is None:
        drafting.report(
            "FA001", f"the words of decision {number} are missing", block.at, span=number,
            hint="write them under decisions in the language file",
        )  # fmt: skip
        yield plain_paragraph("unnumbered", text(f"[{number}?]"), Words("", block.at), None)
        return
    for draft in _parts(number, words, min(depth, 5), drafting):
        yield replace(draft, decision=number)


def _parts(number: str, words: written.Decision, depth: int, drafting: Drafting) -> Iterator[Draft]:
    label = text(leading(_name(number, words.title, drafting) + drafting.vocabulary.entries.punctuation.colon))
    heading = Heading("", "decision", depth, None, (*label, *drafting.inlines(words.title)), "", at=words.title.at)
    yield Draft(heading, part="heading", aliases=(number,))
    if words.translation == "working" and drafting.document.words.translation == "official":
        yield plain_paragraph("notice", text(drafting.vocabulary.label("working-translation")), None, None, "notice")
    yield _organ(words, drafting)
    for preambular in words.preamble:
        yield plain_paragraph("preambular", drafting.inlines(preambular), preambular, None, part="pre")
    yield from _operative(words, drafting)
    for tail in words.tail:
        yield plain_paragraph("tail", drafting.inlines(tail), tail, None, part="tail")


def _organ(words: written.Decision, drafting: Drafting) -> Draft:
    """The organ’s name with a comma stands alone above the preamble (CONVENTIONS §2.4)."""
    if words.organ_words is not None:
        return plain_paragraph("organ", drafting.inlines(words.organ_words), words.organ_words, None, part="organ")
    line = drafting.sentence("decision-organ", words.title.at)
    return plain_paragraph("organ", parse(line), Words(line, words.title.at), None, part="organ")


def _operative(words: written.Decision, drafting: Drafting) -> Iterator[Draft]:
    """Operative paragraphs count from 1 in each decision; a single one carries no number (CONVENTIONS §2.4)."""
    numbered = sum(isinstance(part, Words | written.Paragraph) for part in words.operative) > 1
    for part in words.operative:
        match part:
            case Words():
                yield _operative_paragraph(drafting.inlines(part), part, None, None, numbered)
            case written.Paragraph() if part.withdrawn:
                yield withdrawn(part, "operative")
            case written.Paragraph():
                inlines = drafting.inlines(part.paragraph)
                yield _operative_paragraph(inlines, part.paragraph, part.id, part.number, numbered)
                yield from under(part.items, part.close, drafting)
            case written.AgendaList():
                yield from agenda_list(part, drafting)
            case written.Table():
                yield table(part, drafting)
            case _:
                assert_never(part)


def _operative_paragraph(inlines: Inlines, words: Words, id: str | None, inserted: str | None, numbered: bool) -> Draft:
    block = Paragraph("", "operative", None, inlines, at=words.at)
    return Draft(block, Asked("operative", inserted=inserted, numeric=numbered), id, part="op")


def _name(number: str, title: Words, drafting: Drafting) -> str:
    """“Decision 2/6” or “Resolution 2/6”; a finding where no adoption says which it is."""
    adoption = adoption_of(number, drafting)
    if adoption is None:
        drafting.report(
            "FA001", f"decision {number} is not among the adoptions of the record", title.at, span=number,
            hint="add it under adoptions in record.yaml",
        )  # fmt: skip
    vocabulary = drafting.vocabulary
    return vocabulary.capital(vocabulary.reference(adoption.kind if adoption else "decision", number))


def adoption_of(number: str, drafting: Drafting) -> Adoption | None:
    """What the record says of a decision."""
    return next((entry for entry in drafting.document.record.adoptions if entry.number == number), None)


def outcomes(block: written.Outcomes, drafting: Drafting) -> Draft:
    """The table of decisions: number and title, two columns (CONVENTIONS §2.3)."""
    vocabulary = drafting.vocabulary
    rows: list[tuple[Cell, ...]] = []
    kinds = set()
    for number in block.outcomes:
        words = drafting.document.words.decisions.get(number)
        adoption = adoption_of(number, drafting)
        kinds.add(adoption.kind if adoption else "decision")
        if words is None:
            drafting.report("FA001", f"the words of decision {number} are missing", block.at, span=number)
        title = without_calls(drafting.inlines(words.title)) if words else text(f"[{number}?]")
        rows.append((Cell((Text(number),)), Cell(title)))
    first = "table-column-resolution" if kinds == {"resolution"} else "table-column-decision"
    head = (Cell(text(vocabulary.label(first))), Cell(text(vocabulary.label("table-column-title"))))
    summary = vocabulary.join([plain(cell.text) for cell in head])
    drawn = Table("", None, (), (head,), tuple(rows), None, (0.15, 0.85), (), (), False, summary, at=block.at)
    return Draft(drawn, Asked("table", numeric=False), block.id)
