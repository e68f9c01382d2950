"""What no reader of a record took, as lines of words.

Nothing is lost because it stands in an unknown place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from publisher.catalogue import finding
from publisher.model.diagnostic import PagePosition
from publisher.receive.akn.shape import BLOCKS, tag
from publisher.receive.akn.source import MARKS, Element, Source
from publisher.receive.akn.words import escaped

_ABOVE = ("coverPage", "preface")
_NOTED = "the note stands as words, for its call is in a place that is not known"


def rest(source: Source) -> tuple[list[str], list[str]]:
    """The lines that are left of page one, and those that are left of the text; each is told."""
    above: list[str] = []
    within: list[str] = []
    for line, keys in groupby(_open(source), key=lambda key: _line(*key)):
        pieces = [(" " if tag(element) == "eol" else "") + source.use(element, part) for element, part in keys]
        words = escaped(" ".join("".join(pieces).split()))
        is_above = any(tag(one) in _ABOVE for one in line.iterancestors()) or tag(line) in _ABOVE
        (above if is_above else within).append(words)
        place = "under the title" if is_above else "at the end of the text"
        at = PagePosition(source.name)
        said = f"it stands in a place that is not known and is kept as words {place}: move it where it belongs"
        source.findings.append(finding("IM012", said, at, span=words[:60]))
    return above, within


def _open(source: Source) -> Iterator[tuple[Element, str]]:
    """The texts that are neither used nor left out, in their order."""
    entered: list[Any] = list(source.accounts.entered)  # name, element and part, as `read` entered them
    for name, element, part in entered:
        if source.accounts.is_open((name, element, part)):
            if part in MARKS:
                source.leave_out_mark(_NOTED, element)
            else:
                yield element, part


def _line(element: Element, part: str) -> Element:
    """The innermost element that stands on a line of its own and holds a text."""
    holder = element if part == "text" else element.getparent()
    while tag(holder) not in BLOCKS and holder.getparent() is not None:
        holder = holder.getparent()
    return holder
