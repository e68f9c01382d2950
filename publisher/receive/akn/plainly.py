"""An AKN4UN file read a second time, plainly.

Every line and note of it, by nothing that the import uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

_SKIPPED = {"meta", "img", "collectionBody"}
_MADE = {"docAuthority", "docStatus", "docDate", "docNumber"}  # on the cover: what the program prints by itself
_LANGUAGE = {"originalLanguage", "languageOfExpression"}  # of pieces that are so on the cover, too
_LINES = {"p", "listIntroduction", "subheading", "heading"}
_BOUNDS = {"eol", "location", "date", "docDate", "outcome", "organization"}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def plain_lines(data: bytes) -> Iterator[str]:
    """Every line with its number and marks, then every note.

    In the file's order.
    """
    notes: list[str] = []
    number = ""
    for element in etree.fromstring(data, _PARSER).iter(etree.Element):
        name = _name(element)
        above = {_name(one) for one in element.iterancestors()}
        if above & _SKIPPED or "authorialNote" in above:
            continue
        if name == "num":
            number = "".join(element.itertext()).strip()
        elif name == "authorialNote":
            notes.append(f"{element.get('marker', '')} " + _said(element, within=True))
        elif name in _LINES and not _within_line(element):
            yield f"{number} {_said(element, cover='coverPage' in above)}".strip()
            number = ""
        elif name in ("td", "th") and not len(element):
            yield _said(element)
    yield from notes


def _said(element: Any, *, cover: bool = False, within: bool = False) -> str:
    """The words of an element: a note within it as its mark, a new line as a space."""
    pieces = [element.text or ""]
    for child in element:
        name = _name(child)
        if name == "authorialNote" and not within:
            pieces.append(f" {child.get('marker', '')} ")
        elif name == "embeddedStructure":
            pieces.append(" ")  # its lines are lines of their own
        elif name not in ("", "img") and not (cover and _is_made(child)):
            inner = _said(child, cover=cover and name != "docTitle", within=within)
            pieces.append(f" {inner} " if name in _BOUNDS or (within and name == "p") else inner)
        pieces.append(child.tail or "")
    return re.sub(r"\s+", " ", "".join(pieces))


def _within_line(element: Any) -> bool:
    """Whether an element is part of a line, and not of a text embedded in it."""
    for above in element.iterancestors():
        if _name(above) in _LINES or _name(above) == "embeddedStructure":
            return _name(above) in _LINES
    return False


def _is_made(element: Any) -> bool:
    """Whether the program prints a piece of the cover by itself; the body under the organ is a line like any other."""
    if _name(element) == "inline":
        return element.get("name") in _LANGUAGE
    return _name(element) in _MADE and element.get("refersTo") != "#subsidiaryBody"


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
