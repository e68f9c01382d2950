"""Texts within a document that count from 1.

Declarations, annexes of decisions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from publisher.model import document as written
from publisher.model.resolved import Heading, Number
from publisher.model.words import Words
from publisher.resolve.drafting import Draft, Drafting, Where
from publisher.resolve.headings import DEEPEST_HEADING

Lay = Callable[[Sequence[written.Block], Where, Drafting], Iterator[Draft]]


def attached(
    block: written.Declaration | written.DecisionAnnex, title: Words, depth: int, number: Number | None,
    drafting: Drafting, lay: Lay,
) -> Iterator[Draft]:  # fmt: skip
    """The title of a text and what stands in it.

    Its paragraphs and sections count anew; an annex has a `number` for its label.
    """
    drafting.met["attached"] += 1
    scope = f"attached-{drafting.met['attached']}"
    depth = min(depth, DEEPEST_HEADING)
    head = Heading("", "attached", depth, number, drafting.inlines(title), "", at=title.at or block.at)
    yield Draft(head, None, block.id, part=scope, scope=scope)
    for draft in lay(block.body, Where(depth + 1, above=depth), drafting):
        yield replace(draft, scope=draft.scope or scope)


def annexes(words: written.Decision, name: str, depth: int, drafting: Drafting, lay: Lay) -> Iterator[Draft]:
    """The annexes of a decision, under it."""
    for place, annex in enumerate(words.annexes, 1):
        found = drafting.vocabulary.annex_label(place, len(words.annexes))
        ordinal = place if "{}" in found.pattern else None
        number = Number(found.printed, f"{name}-annexes", 0, ordinal, found.form, found.pattern)
        yield from attached(annex, annex.annex, depth, number, drafting, lay)
