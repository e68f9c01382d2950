"""An HTML file beside ours: its elements, attributes, style and words."""

from __future__ import annotations

from lxml import etree

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.verify.likeness.markup import first_difference, foreign_vocabulary


def unlike_html(theirs: bytes, ours: bytes, name: str) -> list[Diagnostic]:
    """What tells one HTML file from another; ValueError where it is none."""
    place = PagePosition(name)
    trees = [etree.HTML(data, etree.HTMLParser(encoding="utf-8", no_network=True)) for data in (theirs, ours)]
    if trees[0] is None:
        raise ValueError("it is no HTML")
    found = [finding("OUT091", f"{what} is not in ours", place) for what in foreign_vocabulary(*trees)]
    if not found and (said := first_difference(*trees)):
        found.append(finding("OUT091", said, place))
    return found
