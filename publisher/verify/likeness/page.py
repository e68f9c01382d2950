"""An HTML or XML file beside ours: markup, style and words."""

from __future__ import annotations

from typing import Any

from lxml import etree

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.verify.likeness.markup import PARSER_OPTIONS, first_difference, foreign_vocabulary


def unlike_html(theirs: bytes, ours: bytes, name: str) -> list[Diagnostic]:
    """What tells one HTML file from another; ValueError where it is none."""
    trees = [etree.HTML(data, etree.HTMLParser(encoding="utf-8", no_network=True)) for data in (theirs, ours)]
    if trees[0] is None:
        raise ValueError("it is no HTML")
    return _unlike(trees[0], trees[1], name)


def unlike_xml(theirs: bytes, ours: bytes, name: str) -> list[Diagnostic]:
    """What tells one XML file from another; ValueError where it is none."""
    try:
        trees = [etree.fromstring(data, etree.XMLParser(**PARSER_OPTIONS)) for data in (theirs, ours)]
    except etree.XMLSyntaxError as fault:
        raise ValueError(f"it is not well-formed: {fault}") from fault
    return _unlike(trees[0], trees[1], name)


def _unlike(theirs: Any, ours: Any, name: str) -> list[Diagnostic]:
    place = PagePosition(name)
    foreign = [finding("OUT091", f"{what} is not in ours", place) for what in foreign_vocabulary(theirs, ours)]
    said = first_difference(theirs, ours)
    return foreign or ([finding("OUT091", said, place)] if said else [])
