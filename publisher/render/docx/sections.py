"""Word sections: page one, running pages, pages on their side.

Where footnotes restart a section begins.
"""

from __future__ import annotations

import copy
from typing import Any, Literal

from lxml import etree

from publisher.model import fitting
from publisher.render.docx.base import BrokenBase
from publisher.render.docx.elements import WP, Element, R, characters_of, properties_of, put, q, w

Kind = Literal["running", "landscape"]
EMU = 635  # in a twip
BETWEEN_COLUMNS = round(20 * fitting.BETWEEN_COLUMNS)  # twips
# ECMA-376 Part 1, 17.6.17: what stands after w:cols in w:sectPr.
_AFTER_COLUMNS = frozenset(
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange".split()  # noqa: SIM905
)


class Sections:
    """Closes one section and opens the next, by the base's set-up."""

    def __init__(self, running: Element, landscape: Element) -> None:
        self._set_up: dict[Kind, Element] = {"running": running, "landscape": landscape}
        self.current = copy.deepcopy(running)
        self.kind: Kind = "running"

    def turn(self, content: list[Element], kind: Kind, restart_notes: bool = False) -> None:
        """End the section after `content` and begin one of `kind` on a new page."""
        self._begin(content, kind, "nextPage")
        if restart_notes:
            place = self.current.index(_child(self.current, "type"))
            self.current.insert(place, w("footnotePr", w("numRestart", val="eachSect")))

    def part(self, content: list[Element], columns: int) -> None:
        """End the section after `content`; begin one of `columns` below it."""
        self._begin(content, self.kind, "continuous")
        if (before := self.current.find(q("cols"))) is not None:
            self.current.remove(before)
        made = w("cols", num=columns, space=BETWEEN_COLUMNS) if columns > 1 else w("cols", space=BETWEEN_COLUMNS)
        names = [etree.QName(child).localname for child in self.current]
        place = next((at for at, name in enumerate(names) if name in _AFTER_COLUMNS), len(names))
        self.current.insert(place, made)

    def _begin(self, content: list[Element], kind: Kind, how: str) -> None:
        self._close(content)
        self.kind = kind
        self.current = copy.deepcopy(self._set_up[kind])
        _child(self.current, "type").set(q("val"), how)
        if (title_page := self.current.find(q("titlePg"))) is not None:
            self.current.remove(title_page)

    def text_width(self, kind: Kind) -> int:
        """The width between the margins of a page of `kind`, in twips."""
        page, margins = self._set_up[kind].find(q("pgSz")), self._set_up[kind].find(q("pgMar"))
        if page is None or margins is None:
            raise BrokenBase(f"the Word base does not say how wide its {kind} page is")
        return int(page.get(q("w"), "0")) - int(margins.get(q("left"), "0")) - int(margins.get(q("right"), "0"))

    def _close(self, content: list[Element]) -> None:
        last = content[-1] if content else None
        if last is None or last.tag != q("p") or last.find(f"{q('pPr')}/{q('sectPr')}") is not None or _changed(last):
            last = w("p", w("pPr", w("spacing", before=0, after=0, line=20, lineRule="exact")))
            content.append(last)
        put(properties_of(last), self.current)


def _changed(paragraph: Element) -> bool:
    """Whether the paragraph comes or goes with a tracked change: a section that it ended would go with it."""
    return any(paragraph.find(f"{q('pPr')}/{q('rPr')}/{q(mark)}") is not None for mark in ("ins", "del"))


def _child(section: Element, name: str) -> Element:
    found = section.find(q(name))
    if found is None:
        found = w(name)
        place = next(i for i, child in enumerate(section) if child.tag == q("pgSz"))
        section.insert(place, found)
    return found


def foot_in_text(body: Element, part: Any) -> int | None:
    """How far down page one its foot begins, in twips, where it reaches over the margin with a picture; else None."""
    section = next((one for one in body.iter(q("sectPr")) if one.find(q("titlePg")) is not None), None)
    references = () if section is None else section.findall(q("footerReference"))
    first = next((one.get(f"{{{R}}}id") for one in references if one.get(q("type")) == "first"), None)
    if section is None or first is None:
        return None
    pictures = part.related_parts[first].element.iter(f"{{{WP}}}extent")
    tallest = max((round(int(extent.get("cy", "0")) / EMU) for extent in pictures), default=0)
    page, margins = section.find(q("pgSz")), section.find(q("pgMar"))
    foot = tallest + int(margins.get(q("footer"), "0"))
    return int(page.get(q("h"), "0")) - foot if foot > int(margins.get(q("bottom"), "0")) else None


def take_sections(body: Element) -> Sections:
    """Take the page set-ups out of the base's body and give back the sections.

    The base marks them: the last w:sectPr of the body is the running page, the paragraph “[[landscape section]]” holds
    the page on its side, and where page one has margins of its own “[[first section]]” ends it and stays where it is.
    """
    landscape = None
    for paragraph in list(body.iterchildren(q("p"))):
        match characters_of(paragraph).strip():
            case "[[landscape section]]":
                landscape = paragraph.find(f"{q('pPr')}/{q('sectPr')}")
                body.remove(paragraph)
            case "[[first section]]":
                for run in paragraph.findall(q("r")):
                    paragraph.remove(run)
            case _:
                pass
    running = body.find(q("sectPr"))
    if landscape is None or running is None:
        raise BrokenBase("the Word base lacks the page set-up of its landscape or its running pages")
    body.remove(running)
    return Sections(running, landscape)
