"""Paragraphs and their subparagraphs as drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from publisher.model import document as written
from publisher.model import resolved
from publisher.model.inline import Inlines
from publisher.model.words import Words
from publisher.resolve.drafting import Asked, Draft, Drafting
from publisher.resolve.phrases import leading
from publisher.wording import parse

DEEPEST_ITEM = 4  # CONVENTIONS §2.1
BULLETS, DASHES = ("•", "–", "•", "–"), ("–", "–", "–", "–")  # the sign of a point, by its degree


def running(inlines: Inlines, words: Words, id: str | None, numbered: bool, inserted: str | None = None) -> Draft:
    """Draft a paragraph of the running sequence, if there is one.

    CONVENTIONS §2.1, §2.3.
    """
    if not numbered and inserted is None:
        return plain_paragraph("unnumbered", inlines, words, id)
    block = resolved.Paragraph("", "numbered", None, inlines, at=words.at)
    return Draft(block, Asked("paragraph", inserted=inserted), id)


def plain_paragraph(
    role: resolved.ParagraphRole, inlines: Inlines, words: Words | None, id: str | None, part: str = "text"
) -> Draft:
    """Draft a paragraph without a number."""
    return Draft(resolved.Paragraph("", role, None, inlines, at=words.at if words else None), None, id, part=part)


def lines(
    role: Literal["quotation", "signature"], given: Sequence[Words], id: str | None, drafting: Drafting
) -> Iterator[Draft]:
    """Lines of their own, without numbers: a quotation, a signature."""
    for place, words in enumerate(given):
        yield plain_paragraph(role, drafting.inlines(words), words, id if place == 0 else None, part=role)


def signature(block: written.Signature, drafting: Drafting) -> Iterator[Draft]:
    """The lines of a signature.

    Who signed stands after “(*Signed*)” in the language.
    """
    for line in block.signature:
        if isinstance(line, Words):
            yield plain_paragraph("signature", drafting.inlines(line), line, None, part="signature")
            continue
        mark = leading(drafting.vocabulary.label("signed"))
        yield plain_paragraph("signed", (*parse(mark), *drafting.inlines(line.signed)), line.signed, None, "signature")
        yield from lines("signature", line.office, None, drafting)


def points(
    signs: Sequence[str], given: Sequence[Words | written.Item], id: str | None, drafting: Drafting
) -> Iterator[Draft]:
    """The points of a list and those under them, each behind its sign."""
    drafting.met["points"] += 1
    sequence = f"points-{drafting.met['points']}"
    for place, (words, named, depth) in enumerate(_laid_out(given, 0, drafting)):
        number = resolved.Number(signs[depth], sequence, depth, None, "sign", "{}")
        block = resolved.Paragraph("", "bullet", number, drafting.inlines(words), at=words.at)
        yield Draft(block, None, named or (id if place == 0 else None), part="bullet")


def withdrawn(paragraph: written.Paragraph, series: Literal["paragraph", "operative"]) -> Draft:
    """Draft a paragraph a correction took out: its number is unused.

    CONVENTIONS §4.2.
    """
    block = resolved.Paragraph("", "numbered", None, (), at=paragraph.paragraph.at)
    return Draft(block, Asked(series, withdrawn=True))


def under(items: Sequence[Words | written.Item], close: Words | None, drafting: Drafting) -> Iterator[Draft]:
    """The subparagraphs of a paragraph, and its closing words.

    Four degrees at most (CONVENTIONS §2.1).
    """
    yield from _items(items, drafting)
    if close is not None:
        yield plain_paragraph("close", drafting.inlines(close), close, None, part="close")


def _items(items: Sequence[Words | written.Item], drafting: Drafting) -> Iterator[Draft]:
    for words, named, depth in _laid_out(items, 0, drafting):
        block = resolved.Paragraph("", "item", None, drafting.inlines(words), at=words.at)
        yield Draft(block, Asked("item", depth), named, part="item")


def _laid_out(
    items: Sequence[Words | written.Item], depth: int, drafting: Drafting
) -> Iterator[tuple[Words, str | None, int]]:
    """Subparagraphs and those under them in reading order, each with its name and degree."""
    for item in items:
        words = item if isinstance(item, Words) else item.item
        if depth >= DEEPEST_ITEM:
            drafting.report(
                "NU002", f"subparagraphs go at most {DEEPEST_ITEM} degrees deep", words.at, span=words.text[:40]
            )
        yield words, None if isinstance(item, Words) else item.id, min(depth, DEEPEST_ITEM - 1)
        if isinstance(item, written.Item):
            yield from _laid_out(item.items, depth + 1, drafting)
