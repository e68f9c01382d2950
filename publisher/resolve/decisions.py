"""Decisions in full, and the table that lists them.

CONVENTIONS §2.3, §2.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import assert_never

from publisher.language.numerals import lower_letter
from publisher.model import document as written
from publisher.model import written_table
from publisher.model.diagnostic import Position
from publisher.model.inline import Inlines, Text, plain
from publisher.model.resolved import Cell, Heading, Number, Paragraph, Row, Table
from publisher.model.words import Words
from publisher.resolve.adopted import RESOLUTION, adoption_lines, adoption_of, headed, number_line
from publisher.resolve.agenda import agenda_list
from publisher.resolve.attached import Lay, annexes, attached
from publisher.resolve.drafting import Asked, Draft, Drafting, text
from publisher.resolve.figures import figure
from publisher.resolve.headings import heading
from publisher.resolve.paragraphs import BULLETS, DASHES, lines, plain_paragraph, points, under, withdrawn
from publisher.resolve.phrases import leading, without_calls
from publisher.resolve.tables import table
from publisher.wording import parse


def decision_text(block: written.DecisionText, depth: int, drafting: Drafting, lay: Lay) -> Iterator[Draft]:
    """The heading, organ's line and paragraphs of a decision.

    Preambular and operative. `lay` lays out the texts it adopts and its annexes.
    """
    number = block.decision
    words = drafting.document.words.decisions.get(number)
    if words is None:
        drafting.report(
            "FA001", f"the words of decision {number} are missing", block.at, span=number,
            hint="write them under decisions in the language file",
        )  # fmt: skip
        yield plain_paragraph("unnumbered", text(f"[{number}?]"), Words("", block.at), None)
        return
    for place, draft in enumerate(_with_annexes(number, words, min(depth, 5), drafting, lay)):
        named = replace(draft, begins=True, aliases=(number,)) if place == 0 else draft
        yield replace(named, decision=number)


def _with_annexes(number: str, words: written.Decision, depth: int, drafting: Drafting, lay: Lay) -> Iterator[Draft]:
    """The decision and its annexes; where the organ has it so, meeting and date stand under the last of them."""
    own, organ = (
        list(_parts(number, words, depth, drafting, lay)),
        drafting.reference.organs.get(drafting.document.record.organ),
    )
    last = len(own)
    if words.annexes and organ is not None and organ.tail_last:
        last -= sum(1 for _ in takewhile(lambda draft: draft.part == "tail", reversed(own)))
    yield from own[:last]
    yield from annexes(words, f"decision-{number}", depth + 1, drafting, lay)
    yield from own[last:]


def _parts(number: str, words: written.Decision, depth: int, drafting: Drafting, lay: Lay) -> Iterator[Draft]:
    if headed(drafting):
        yield Draft(_heading(number, words, depth, drafting), part="heading")
    if words.translation == "working" and drafting.document.words.translation == "official":
        yield plain_paragraph("notice", text(drafting.vocabulary.label("working-translation")), None, None, "notice")
    yield from _resolving(words, words.title.at, depth, drafting, lay)
    for place, part in enumerate(words.parts):
        letter = Number(lower_letter(place + 1).upper(), "parts", 0, None, "literal", "{}")
        block = Heading("", "decision", min(depth + 1, 5), letter, drafting.inlines(part.part), "", at=part.part.at)
        aliases = (f"{number} {letter.printed}",)
        yield Draft(block, id=part.id, part=f"part-{letter.printed.lower()}", aliases=aliases, restarts=True)
        yield from _resolving(part, part.part.at, depth + 1, drafting, lay)
    if not words.tail and RESOLUTION in drafting.document.kind.traits:
        yield from adoption_lines(adoption_of(number, drafting), drafting)


def _heading(number: str, words: written.Decision, depth: int, drafting: Drafting) -> Heading:
    """“Decision 2/6: title”; in a resolution by itself the number stands before the title: “80/10.  title”."""
    title, at = drafting.inlines(words.title), words.title.at
    if RESOLUTION in drafting.document.kind.traits:
        return Heading("", "decision", depth, number_line(number), title, "", at=at)
    label = text(leading(_name(number, words.title, drafting) + drafting.vocabulary.entries.punctuation.colon))
    return Heading("", "decision", depth, None, (*label, *title), "", at=at)


def _resolving(
    words: written.Resolving, at: Position | None, depth: int, drafting: Drafting, lay: Lay
) -> Iterator[Draft]:
    """The organ’s line, the preambular and the operative paragraphs, the lines under them."""
    if words.preamble or words.operative or words.organ_words:
        yield _organ(words, at, drafting)
    for preambular in words.preamble:
        yield from _preambular(preambular, depth, drafting)
    # a single operative paragraph carries no number (CONVENTIONS §2.4)
    numbered = _count_of(words.operative) > 1
    yield from _operative(words.operative, numbered, (depth, 1), drafting, lay)
    for tail in words.tail:
        yield plain_paragraph("tail", drafting.inlines(tail), tail, None, part="tail")


def _organ(words: written.Resolving, at: Position | None, drafting: Drafting) -> Draft:
    """The organ’s name with a comma stands alone above the preamble (CONVENTIONS §2.4)."""
    if words.organ_words is not None:
        return plain_paragraph("organ", drafting.inlines(words.organ_words), words.organ_words, None, part="organ")
    line = drafting.sentence("decision-organ", at)
    return plain_paragraph("organ", parse(line), Words(line, at), None, part="organ")


def _preambular(block: written.Block, depth: int, drafting: Drafting) -> Iterator[Draft]:
    if isinstance(block, written.NeverPreambular):
        drafting.report("NU003", "this cannot stand in a preamble", block.at)
        return
    match block:
        case Words():
            yield plain_paragraph("preambular", drafting.inlines(block), block, None, part="pre")
        case written.Unnumbered():
            words = block.unnumbered
            yield plain_paragraph("preambular", drafting.inlines(words), words, block.id, part="pre")
            yield from under(block.items, None, drafting)
        case written.Quotation():
            yield from lines("quotation", block.quotation, block.id, drafting)
        case written.Bullets():
            yield from points(BULLETS, block.bullets, block.id, drafting)
        case written.Dashes():
            yield from points(DASHES, block.dashes, block.id, drafting)
        case written_table.Table():
            yield table(block, drafting)
        case written.Section():
            yield heading(block, depth + 1, drafting, counted=1)
            for inner in block.body:
                yield from _preambular(inner, depth + 1, drafting)
        case _:
            assert_never(block)


def _count_of(given: Sequence[written.Block]) -> int:
    """How many operative paragraphs stand in `given` and under its headings."""
    return sum(
        _count_of(block.body) if isinstance(block, written.Section) else isinstance(block, Words | written.Paragraph)
        for block in given
    )


def _operative(
    given: Sequence[written.Block], numbered: bool, depth: tuple[int, int], drafting: Drafting, lay: Lay
) -> Iterator[Draft]:
    """Operative paragraphs count from 1 in each decision, and where one is given the number 1.

    `depth` is how deep the text stands, and the degree of the next heading in its own count.
    """
    deep, counted = depth
    for block in given:
        if isinstance(block, written.NeverOperative):
            drafting.report("NU003", "this cannot stand among operative paragraphs", block.at)
            continue
        match block:
            case written.Section():
                yield heading(block, deep + 1, drafting, counted=counted)
                yield from _operative(block.body, numbered, (deep + 1, counted + 1), drafting, lay)
            case Words():
                yield _operative_paragraph(drafting.inlines(block), block, None, None, numbered)
            case written.Paragraph() if block.withdrawn:
                yield withdrawn(block, "operative")
            case written.Paragraph():
                inlines = drafting.inlines(block.paragraph)
                yield _operative_paragraph(inlines, block.paragraph, block.id, block.number, numbered)
                yield from under(block.items, block.close, drafting)
            case written.Unnumbered():
                words = block.unnumbered
                yield plain_paragraph("unnumbered", drafting.inlines(words), words, block.id)
                yield from under(block.items, None, drafting)
            case written.Quotation():
                yield from lines("quotation", block.quotation, block.id, drafting)
            case written.Bullets():
                yield from points(BULLETS, block.bullets, block.id, drafting)
            case written.Dashes():
                yield from points(DASHES, block.dashes, block.id, drafting)
            case written.AgendaList():
                yield from agenda_list(block, drafting)
            case written_table.Table():
                yield table(block, drafting)
            case written.Declaration():
                yield from attached(block, block.declaration, deep + 1, None, drafting, lay)
            case written.Figure():
                yield figure(block, drafting)
            case _:
                assert_never(block)


def _operative_paragraph(inlines: Inlines, words: Words, id: str | None, inserted: str | None, numbered: bool) -> Draft:
    block = Paragraph("", "operative", None, inlines, at=words.at)
    return Draft(block, Asked("operative", inserted=inserted, numeric=numbered or inserted is not None), id, part="op")


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


def outcomes(block: written.Outcomes, drafting: Drafting) -> Draft:
    """The table of decisions: number and title (CONVENTIONS §2.3)."""
    vocabulary = drafting.vocabulary
    rows: list[Row] = []
    kinds = set()
    for number in block.outcomes:
        words = drafting.document.words.decisions.get(number)
        adoption = adoption_of(number, drafting)
        kinds.add(adoption.kind if adoption else "decision")
        if words is None:
            drafting.report("FA001", f"the words of decision {number} are missing", block.at, span=number)
        title = without_calls(drafting.inlines(words.title)) if words else text(f"[{number}?]")
        rows.append(Row((Cell((Text(number),)), Cell(title))))
    first = "table-column-resolution" if kinds == {"resolution"} else "table-column-decision"
    head = (Cell(text(vocabulary.label(first))), Cell(text(vocabulary.label("table-column-title"))))
    summary = vocabulary.join([plain(cell.text) for cell in head])
    drawn = Table("", None, (), (head,), tuple(rows), (0.15, 0.85), (), (), False, summary, at=block.at)
    return Draft(drawn, Asked("table", numeric=False), block.id)
