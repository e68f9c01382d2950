"""The last things decided of a document: what depends on all of it.

A redline puts two documents into one, so it is decided again there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import assert_never

from publisher.model.fitting import fitted
from publisher.model.inline import plain
from publisher.model.reading import is_on_page_one, is_summary, lines
from publisher.model.resolved import Block, Division, Document, EndRule, Figure, Heading, Paragraph, Table
from publisher.model.together import held

SHORT_TABLE = 8  # rows; a table with fewer, its head not counted, is kept on one page
SENTENCE_ENDS = (".", "。")  # a title has no full stop
DEEPEST = 6  # levels of headings in HTML and PDF


def finished(document: Document) -> Document:
    """`document` with what depends on the whole of it.

    Levels of headings, place of the summary, short tables, notes of the symbol.
    """
    first = document.divisions[0].blocks if document.divisions else ()
    boxed = sum(1 for _ in takewhile(is_on_page_one, first))
    summary = sum(1 for _ in takewhile(is_summary, first))
    after = document.profile.summary_after_contents and bool(document.contents)
    return replace(
        document,
        divisions=tuple(_divisions(document)),
        opening=boxed or (0 if after else summary),
        summary_apart=summary if after else 0,
        symbol_notes=symbol_notes(document),
        light_subtitles=tuple(
            row
            for row, line in enumerate(document.subtitle, 1)
            if row > len(document.subtitle) - document.plain_subtitles or _is_light(plain(line))
        ),
    )


def _is_light(subtitle: str) -> bool:
    """Whether it is a sentence, or says in brackets where a resolution comes from (REAL_DOCUMENTS §2)."""
    return subtitle.endswith(SENTENCE_ENDS) or (subtitle.startswith("[") and subtitle.endswith("]"))


def symbol_notes(document: Document) -> tuple[str, ...]:
    """Notes of page one that no words call, by identifier.

    Their mark is the asterisk of the symbol.
    """
    of_page_one = [note.id for note in document.notes if note.series == "first-page"]
    if not of_page_one:  # as in most documents, which need not be read for it
        return ()
    called = {call.note for line in lines(document) for call in line.calls()}
    return tuple(note for note in of_page_one if note not in called)


def _divisions(document: Document) -> Iterator[Division]:
    before = 1
    hold = partial(held, patterns=document.held)
    for division in document.divisions:
        blocks: list[Block] = []
        for block in division.blocks:
            match block:
                case Heading():
                    before = min(_wanted(block), before + 1, DEEPEST)
                    blocks.append(replace(block, level=before))
                case Table():
                    table = fitted(block, document.profile, hold)
                    short = len(table.rows) < SHORT_TABLE and not any(row.long for row in table.rows)
                    blocks.append(replace(table, together=short))
                case Paragraph() | Figure() | EndRule():
                    blocks.append(block)
                case _:
                    assert_never(block)
        yield replace(division, blocks=tuple(blocks))


def _wanted(heading: Heading) -> int:
    """The level a heading would have under all those it stands below."""
    match heading.kind:
        case "section" | "chapter" | "box" | "attached":
            return heading.depth + 1
        case "appendix" | "decision":
            return 3
        case "annex" | "contents" | "summary":
            return 2
        case _:
            assert_never(heading.kind)
