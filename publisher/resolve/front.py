"""What a kind of document writes of itself on page one.

By standard sentences that `templates/kind` names: title, lines under it, box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.model.document import Unnumbered
from publisher.model.inline import Inlines
from publisher.model.words import Words
from publisher.resolve.drafting import Drafting
from publisher.wording import parse


def title_of_kind(drafting: Drafting) -> list[Inlines]:
    """The title as the kind of document words it."""
    return list(said(drafting.document.kind.title, drafting))


def subtitle_of_kind(drafting: Drafting) -> list[Inlines]:
    """The lines under the title as the kind of document words them."""
    return list(said(drafting.document.kind.subtitle, drafting))


def cover_of_kind(drafting: Drafting) -> Iterator[Inlines]:
    """What stands under the author's own lines on a cover.

    The note on symbols.
    """
    return said(drafting.document.kind.cover, drafting)


def notice_of_kind(drafting: Drafting) -> list[Unnumbered]:
    """What the box on page one says: who may correct a record, and how."""
    name = drafting.document.kind.notice
    words = drafting.sentence(name, drafting.document.record.at).strip() if name else ""
    return [Unnumbered(unnumbered=Words(words))] if words else []


def body_of_kind(drafting: Drafting) -> list[Unnumbered]:
    """The text as the kind of document words it, where the author writes none."""
    at = drafting.document.record.at
    lines = (drafting.sentence(name, at).strip() for name in drafting.document.kind.body)
    return [Unnumbered(unnumbered=Words(line, at)) for line in lines if line]


def said(names: Sequence[str], drafting: Drafting) -> Iterator[Inlines]:
    """The standard sentences `names`; one that says nothing is left out."""
    for name in names:
        if line := drafting.sentence(name, drafting.document.record.at).strip():
            yield parse(line)
