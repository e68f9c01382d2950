"""What is drawn from the finished blocks.

Words of the outline, table of contents, properties of the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from publisher.language import Vocabulary
from publisher.model.document import Language
from publisher.model.inline import Between, Call, Inline, Inlines, Link, Reference, plain, replaced
from publisher.model.record import Record
from publisher.model.resolved import Block, ContentsEntry, Division, Heading, Masthead, Properties
from publisher.model.symbol import Symbol
from publisher.resolve.drafting import Drafting
from publisher.resolve.phrases import spaced


def outlined(block: Block) -> Block:
    """A heading with its words for the outline (ENGINE_NOTES §4).

    Number and text, no footnote marks.
    """
    if not isinstance(block, Heading):
        return block
    return replace(block, outline=spaced(block.number.printed if block.number else "", plain(block.text)))


def contents(divisions: Sequence[Division], vocabulary: Vocabulary, degrees: int) -> tuple[ContentsEntry, ...]:
    """A line for each annex, decision and heading of so many degrees.

    Of appendices too (N13), but not of headings in boxes; of degree none, no contents.
    """
    if not degrees:
        return ()
    headings = (
        block
        for division in divisions
        for block in division.blocks
        if isinstance(block, Heading) and not any(region.kind == "box" for region in block.within)
    )
    return tuple(
        ContentsEntry(heading.id, _in_contents(heading, vocabulary), bare(heading.text), heading.depth)
        for heading in headings
        if heading.kind not in ("summary", "contents") and (heading.kind != "section" or heading.depth <= degrees)
    )


def _in_contents(heading: Heading, vocabulary: Vocabulary) -> str:
    """The number as the contents print it; chapters stand in them as “I.”, without the word."""
    if heading.kind == "chapter" and heading.number and heading.number.ordinal:
        return vocabulary.heading_number(1, heading.number.ordinal).printed
    return heading.number.printed if heading.number else ""


def bare(inlines: Inlines) -> Inlines:
    """`inlines` without calls and links, to be printed a second time."""

    def once(part: Inline) -> Inlines | None:
        if isinstance(part, Reference | Link):
            return bare(part.children)
        return () if isinstance(part, Call | Between) else None

    return replaced(inlines, once)


def properties(drafting: Drafting, masthead: Masthead, title: Sequence[Inlines]) -> Properties:
    """What the file says of itself (CONVENTIONS §6.1, M01, M15)."""
    record, words = drafting.document.record, drafting.document.words
    session = [plain(line.text) for line in masthead.lines if line.role == "session"]
    return Properties(
        title=reduce(spaced, (plain(line) for line in title), ""),
        symbol=record.symbol + masthead.asterisks,
        subject=reduce(spaced, (plain(line.text) for line in masthead.lines if line.role in ("organ", "session")), ""),
        author=", ".join(masthead.programme.splitlines()) or masthead.organization,
        language=drafting.vocabulary.tag,
        keywords=tuple(dict.fromkeys([record.symbol, *session, *_decisions(record, words), *record.subjects])),
        date=record.date,
        parent=record.parent.symbol if record.parent else None,
        edition=_edition(record),
    )


def _decisions(record: Record, words: Language) -> list[str]:
    return [entry.number for entry in record.adoptions if entry.number in words.decisions]


def _edition(record: Record) -> str:
    """Name the edition: “reissue 2025-08-06”, “corrigendum 1”, “original”."""
    if record.reissues:
        return f"reissue {record.reissues[-1].date.isoformat()}"
    if record.parent is not None:
        suffix = Symbol(record.symbol).suffix
        return f"{record.parent.relation} {suffix.number}" if suffix and suffix.number else record.parent.relation
    return "original"
