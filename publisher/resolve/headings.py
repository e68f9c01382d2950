"""Headings of sections as drafts (CONVENTIONS §2.2).

How deep they are, and the agenda items they cover.
"""

from __future__ import annotations

from publisher.model.document import LOOKS, Section
from publisher.model.resolved import Heading, Number
from publisher.resolve.agenda import agenda_number, with_agenda
from publisher.resolve.drafting import Asked, Draft, Drafting

DEEPEST_HEADING = 5
ANNOTATED = "annotated"  # the trait of a kind of document whose headings carry the numbers of the agenda's items


def heading(
    block: Section, depth: int, drafting: Drafting, *, counted: int | None = None, shown: int | None = None
) -> Draft:
    """The heading of a section `depth` degrees deep.

    The agenda items it covers in brackets after its words. `counted` is the degree its number is of, where that is
    another: a resolution's first headings are I, II. `shown` is the degree it is set in, where that is a higher one: an
    annex of a decision has headings as large as any.
    """
    if depth > DEEPEST_HEADING:
        drafting.report(
            "NU002", f"headings go at most {DEEPEST_HEADING} degrees deep", block.at, span=block.heading.text
        )
    depth = min(depth, DEEPEST_HEADING)
    at = block.heading.at or block.at
    if ANNOTATED in drafting.document.kind.traits and (item := agenda_number(block, drafting)):
        number = Number(item, "items", 0, None, "literal", "{}")
        of_item = Heading(
            "", "section", depth, number, drafting.inlines(block.heading), "", at=at, look=_look(block, depth)
        )
        return Draft(of_item, None, block.id, part=f"item-{block.agenda[0]}")
    words = with_agenda(block, drafting)
    chapter = depth == 1 and block.numbered and block.look is None and drafting.document.kind.chapters
    look = _look(block, min(depth, shown or depth))
    made = Heading("", "chapter" if chapter else "section", depth, None, words, "", at=at, look=look)
    return Draft(made, Asked("heading", (counted or depth) - 1, numeric=block.numbered), block.id)


def _look(block: Section, depth: int) -> int:
    """The look of a heading, 1–5: as chosen; one without a number at the top is set as a section, not as a chapter."""
    if block.look is not None:
        return LOOKS.index(block.look) + 1
    return depth if block.numbered else max(depth, 2)
