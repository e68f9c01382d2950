"""Makers of WordprocessingML elements, in the schema's order.

Short functions over lxml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from publisher.model.together import NO_BREAK_HYPHEN

Element = Any  # an lxml element; lxml carries no types
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PREFIXES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}
_PREFIX = {"w": W}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# ECMA-376 Part 1, 17.3.1.26: the children of w:pPr stand in this order.
PARAGRAPH_ORDER = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
""".split()  # noqa: SIM905
_RANKS = {f"{{{W}}}{name}": rank for rank, name in enumerate(PARAGRAPH_ORDER)}


@lru_cache(maxsize=512)
def q(name: str) -> str:
    """The qualified name of `w:name`."""
    return f"{{{W}}}{name}"


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """The element `w:name` with `children` and `w:` attributes."""
    made: Element = etree.Element(q(name), nsmap=_PREFIX)
    for key, value in attributes.items():
        made.set(q(key), str(value))
    if children:
        made.extend(children)
    return made


def text(characters: str, deleted: bool = False) -> Element:
    """`w:t`, or `w:delText` inside a deletion, with its white space kept."""
    made = w("delText" if deleted else "t")
    made.set(XML_SPACE, "preserve")
    made.text = characters
    return made


_HYPHEN_ELEMENTS = {NO_BREAK_HYPHEN: "noBreakHyphen", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_HYPHENS = re.compile(f"({'|'.join(_HYPHEN_ELEMENTS)})")


def texts(characters: str, deleted: bool = False) -> Iterator[Element]:
    """`characters` as the children of a run.

    Hyphens that hold or part a word by their elements.
    """
    if not characters:
        yield text("", deleted)
    for piece in _HYPHENS.split(characters):
        if element := _HYPHEN_ELEMENTS.get(piece):
            yield w(element)
        elif piece:
            yield text(piece, deleted)


def characters_of(element: Element) -> str:
    """The characters shown in `element`.

    Not by itertext, which python-docx's own `text` misleads.
    """
    return "".join(shown.text or "" for shown in element.iter(q("t")))


def put(properties: Element, child: Element) -> Element:
    """Set `child` in the paragraph properties at its place; the child.

    Instead of one of its name.
    """
    if (present := properties.find(child.tag)) is not None:
        properties.replace(present, child)
        return child
    rank = _RANKS[child.tag]
    for index, sibling in enumerate(properties):
        if _RANKS[sibling.tag] > rank:
            properties.insert(index, child)
            return child
    properties.append(child)
    return child


def properties_of(paragraph: Element) -> Element:
    """The `w:pPr` of a paragraph or style, made where it is missing."""
    found = paragraph.find(q("pPr"))
    if found is None:
        found = w("pPr")
        after_names = [q(name) for name in ("rPr", "tblPr", "tblStylePr")]
        if paragraph.tag == q("style"):
            place = next((i for i, child in enumerate(paragraph) if child.tag in after_names), len(paragraph))
            paragraph.insert(place, found)
        else:
            paragraph.insert(0, found)
    return found


def paragraph(style: str, content: Iterable[Element] = ()) -> Element:
    """A paragraph of the style with identifier `style`."""
    made = w("p", w("pPr", w("pStyle", val=style)))
    made.extend(content)
    return made
