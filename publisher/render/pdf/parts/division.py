"""Divides a page where a new sheet begins in any case.

So parts can be laid out side by side, and kept. A part is the whole page in which the words of the other parts are
left out, but not the elements they stand in, so that a selector finds what it looks for: `section.annex +
section.annex`, `:last-child`.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from xml.etree.ElementTree import Element, tostring

ELSEWHERE = "data-elsewhere"  # on an element whose words are in another part


class Inseparable(Exception):
    """Something in the page makes its parts depend on each other.

    The message says what.
    """


def skeleton(page: Element) -> Element:
    """`page` without words: all that says where its parts could begin.

    With its metadata.
    """
    return _part(page, range(0), everything_around=False)


def has_sections(page: str) -> bool:
    """Tell of an unread page whether parts could begin with sections."""
    return page.count("<section") > 1


def sections(page: Element) -> list[tuple[int, Element]]:
    """The sections of `page` but the first, each with its place.

    Parts can begin with them.
    """
    main = page.find("body/main")
    found = [] if main is None else [(place, child) for place, child in enumerate(main) if child.tag == "section"]
    return found[1:]


def divided(page: Element, starts: Collection[int]) -> list[Element]:
    """The parts of `page`.

    All but the first begin with the children of `main` at the places `starts`. The first part holds what stands
    around the sections as well: metadata, masthead, title, contents.
    """
    main = page.find("body/main")
    if main is None or not starts:
        return [page]
    limits = [0, *sorted(starts), len(main)]
    return [_part(page, range(*pair), everything_around=pair[0] == 0) for pair in pairwise(limits)]


def without_elsewhere(part: Element) -> None:
    """Take elements whose words are in other parts out of the tree.

    Once selectors have been matched.
    """
    for parent in (part, *part.iterfind("body"), *part.iterfind("body/main")):
        for child in [child for child in parent if child.get(ELSEWHERE) is not None]:
            parent.remove(child)


def identifiers(part: Element) -> frozenset[str]:
    """The identifiers of the elements whose words are in `part`."""
    return frozenset(name for element in part.iter() if element.get(ELSEWHERE) is None and (name := element.get("id")))


def as_text(part: Element) -> str:
    """A part as text, which says all it is drawn from but styles and pictures."""
    return tostring(part, encoding="unicode")


def _part(page: Element, own: range, *, everything_around: bool) -> Element:
    """`page` with the words of the children of `main` whose places are in `own`."""

    def around(child: Element) -> Element:
        return child if everything_around else _shell(child)

    part = Element(page.tag, page.attrib)
    for child in page:
        if child.tag != "body":
            part.append(child)
            continue
        body = Element(child.tag, child.attrib)
        part.append(body)
        for one in child:
            if one.tag == "main":
                main = Element(one.tag, one.attrib)
                main.extend(block if place in own else _shell(block) for place, block in enumerate(one))
                body.append(main)
            else:
                body.append(around(one))
    return part


def _shell(element: Element) -> Element:
    return Element(element.tag, {**element.attrib, ELSEWHERE: ""})
