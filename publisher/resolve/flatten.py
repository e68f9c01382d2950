"""Lays nested blocks out in reading order, each asking its number.

Of the body and the annexes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import assert_never

from publisher.model import correction, resolved, written_table
from publisher.model import document as written
from publisher.model.inline import plain
from publisher.model.reading import SUMMARY
from publisher.model.words import Words
from publisher.resolve.adopted import adopted
from publisher.resolve.agenda import agenda_list
from publisher.resolve.attached import attached
from publisher.resolve.corrections import corrections
from publisher.resolve.decisions import decision_text, outcomes
from publisher.resolve.drafting import Asked, Draft, DraftDivision, Drafting, Where, text
from publisher.resolve.figures import figure
from publisher.resolve.front import body_of_kind, notice_of_kind
from publisher.resolve.headings import DEEPEST_HEADING, heading
from publisher.resolve.paragraphs import (
    BULLETS,
    DASHES,
    lines,
    plain_paragraph,
    points,
    running,
    signature,
    under,
    withdrawn,
)
from publisher.resolve.seats import seats
from publisher.resolve.sentences import fact_block
from publisher.resolve.tables import table

SIDE_HEAD = 3  # the degree of the headings in a summary (A/80/605, 3)
NOTICE = resolved.Region("notice", "box", foot=True)  # who may correct the record of a meeting


def divisions(drafting: Drafting) -> list[DraftDivision]:
    """The body and the annexes as flat lists of drafts, in reading order."""
    words = drafting.document.words
    given = words.body or adopted(drafting) or body_of_kind(drafting)
    where = Where(numbered=drafting.document.kind.numbered)
    boxed = (_in_region(draft, NOTICE) for draft in blocks(notice_of_kind(drafting), where, drafting))
    notices = (*_notices(words.translation, drafting), *boxed)
    body = (*seats(drafting), *notices, *_summary(words, drafting), *blocks(given, where, drafting))
    annexes = (DraftDivision(n, tuple(_annex(annex, drafting))) for n, annex in enumerate(words.annexes, 1))
    return [DraftDivision(0, tuple(body)), *annexes]


def blocks(given: Sequence[written.Block], where: Where, drafting: Drafting) -> Iterator[Draft]:
    """The drafts of `given` blocks and of everything under them."""
    for correcting, run in groupby(given, lambda block: isinstance(block, correction.Correction)):
        if correcting:
            yield from corrections([block for block in run if isinstance(block, correction.Correction)], drafting)
            continue
        for block in run:
            yield from _block(block, where, drafting)


def _block(block: written.Block, where: Where, drafting: Drafting) -> Iterator[Draft]:
    match block:
        case Words():
            yield running(drafting.inlines(block), block, None, where.numbered)
        case written.Paragraph() if block.withdrawn:
            yield withdrawn(block, "paragraph")
        case written.Paragraph():
            yield running(drafting.inlines(block.paragraph), block.paragraph, block.id, where.numbered, block.number)
            yield from under(block.items, block.close, drafting)
        case written.Unnumbered():
            yield from _unnumbered(block, drafting)
        case written.Section():
            yield from _section(block, where, drafting)
        case written.AgendaList():
            yield from agenda_list(block, drafting)
        case (
            written.AttendanceSentence()
            | written.MeetingSentence()
            | written.CredentialsSentence()
            | written.VoteSentence()
            | written.ElectionParagraph()
            | written.OfficersList()
        ):
            yield from fact_block(block, where.numbered, drafting)
        case written.Outcomes():
            yield outcomes(block, drafting)
        case written.DecisionText():
            yield from decision_text(block, where.depth, drafting, blocks)
        case written.Statement():
            yield from _statement(block, drafting)
        case written.Quotation():
            yield from lines("quotation", block.quotation, block.id, drafting)
        case written.Bullets():
            yield from points(BULLETS, block.bullets, block.id, drafting)
        case written.Dashes():
            yield from points(DASHES, block.dashes, block.id, drafting)
        case written.Signature():
            yield from signature(block, drafting)
        case written_table.Table():
            yield table(block, drafting)
        case written.Figure():
            yield figure(block, drafting)
        case correction.Correction():
            yield from corrections([block], drafting)
        case written.Appendix():
            yield _appendix(block, where, drafting)
            yield from blocks(block.body, replace(where, depth=where.depth + 1), drafting)
        case written.Declaration():
            yield from attached(block, block.declaration, where.depth, None, drafting, blocks)
        case written.Box():
            yield from _set_apart("box", block, where, drafting)
        case written.Turned():
            yield from _set_apart("landscape", block, where, drafting)
        case written.InColumns():
            yield from _set_apart("columns", block, where, drafting, block.in_columns)
        case _:
            assert_never(block)


def _unnumbered(block: written.Unnumbered, drafting: Drafting) -> Iterator[Draft]:
    """A paragraph without a number; in a corrigendum it instructs."""
    role: resolved.ParagraphRole = "instruction" if "corrections" in drafting.document.kind.traits else "unnumbered"
    yield plain_paragraph(role, drafting.inlines(block.unnumbered), block.unnumbered, block.id)
    yield from under(block.items, None, drafting)


def _section(block: written.Section, where: Where, drafting: Drafting) -> Iterator[Draft]:
    """A heading, which carries no number in a box, and what stands under it."""
    counted = block if "box" not in where.within else block.model_copy(update={"numbered": False})
    within = where.depth - where.above if where.above else None
    yield heading(counted, where.depth, drafting, counted=within, shown=within and within + 1)
    yield from blocks(block.body, replace(where, depth=where.depth + 1), drafting)


_NOT_IN: dict[resolved.RegionKind, frozenset[str]] = {
    "box": frozenset(["box"]),
    "columns": frozenset(["box", "columns"]),
    "landscape": frozenset(["box", "columns", "landscape"]),
}


def _set_apart(
    kind: resolved.RegionKind, block: written.Holder, where: Where, drafting: Drafting, columns: int = 1
) -> Iterator[Draft]:
    """What stands in a box, on pages across or in columns; where it cannot, as if it were not set apart."""
    inner = replace(where, within=where.within | {kind})
    if isinstance(block, written.Box):
        inner = replace(inner, depth=where.depth + (block.box is not None), numbered=False)
    drafts = blocks(block.body, inner, drafting)
    if isinstance(block, written.Box) and block.box is not None:
        drafts = chain([_box_title(block, block.box, where, drafting)], drafts)
    if found := where.within & _NOT_IN[kind]:
        said = {"box": "a box", "columns": "columns", "landscape": "pages across"}
        drafting.report("NU004", f"{said[kind]} cannot stand within {said[min(found)]}", block.at)
        yield from drafts
        return
    drafting.met["region"] += 1
    region = resolved.Region(f"region-{drafting.met['region']}", kind, where.depth, columns)
    yield from (_in_region(draft, region) for draft in drafts)


def _in_region(draft: Draft, region: resolved.Region) -> Draft:
    return replace(draft, block=replace(draft.block, within=(region, *draft.block.within)))


def _box_title(box: written.Box, words: Words, where: Where, drafting: Drafting) -> Draft:
    depth = min(where.depth, DEEPEST_HEADING)
    title = resolved.Heading("", "box", depth, None, drafting.inlines(words), "", at=words.at)
    return Draft(title, None, box.id, part="box")


def _statement(block: written.Statement, drafting: Drafting) -> Iterator[Draft]:
    """A statement quoted in full stands unnumbered, its language named where it is another (CONVENTIONS §1.1, §2.3)."""
    other = block.language if block.language != drafting.document.language else None
    if other:
        yield plain_paragraph("notice", text(drafting.vocabulary.original_in(other)), None, None, part="notice")
    for place, words in enumerate(block.statement):
        paragraph = resolved.Paragraph("", "statement", None, drafting.inlines(words), language=other, at=words.at)
        yield Draft(paragraph, None, block.id if place == 0 else None, part="statement")


def _annex(annex: written.Annex, drafting: Drafting) -> Iterator[Draft]:
    """An annex has its label on one line and its title on the next; its headings begin at A. (CONVENTIONS §2.3)."""
    title = resolved.Heading("", "annex", 1, None, drafting.inlines(annex.title), "", at=annex.title.at or annex.at)
    yield Draft(title, Asked("annex"), annex.id, note=annex.note)
    yield from blocks(annex.body, Where(2, annex.numbered), drafting)


def _appendix(block: written.Appendix, where: Where, drafting: Drafting) -> Draft:
    depth = min(where.depth, DEEPEST_HEADING)
    title = resolved.Heading("", "appendix", depth, None, drafting.inlines(block.appendix), "", at=block.appendix.at)
    return Draft(title, Asked("appendix"), block.id)


def _notices(translation: str, drafting: Drafting) -> Iterator[Draft]:
    if translation == "working":
        yield plain_paragraph(
            "notice", text(drafting.vocabulary.label("working-translation")), None, None, part="notice"
        )


def _summary(words: written.Language, drafting: Drafting) -> Iterator[Draft]:
    """The summary stands in a box after the title, its paragraphs without numbers (CONVENTIONS §1.1, §2.1)."""
    if not words.summary:
        return
    label = text(drafting.vocabulary.label("summary"))
    head = Draft(resolved.Heading("", "summary", 1, None, label, plain(label)), None, part="summary")
    given = chain([head], chain.from_iterable(_summary_block(block, drafting) for block in words.summary))
    plainly = all(isinstance(block, Words) for block in words.summary)
    region = resolved.Region(SUMMARY, "box")
    yield from given if plainly else (_in_region(draft, region) for draft in given)


def _summary_block(block: written.Block, drafting: Drafting) -> Iterator[Draft]:
    if isinstance(block, Words):
        yield plain_paragraph("summary", drafting.inlines(block), block, None, part="summary")
    else:
        yield from blocks([block], Where(SIDE_HEAD, numbered=False, within=frozenset(["box"])), drafting)
