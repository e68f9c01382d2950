"""The styles of a Word base under the UN's names, with measures."""

from __future__ import annotations

import copy
from collections.abc import Container, Iterator
from functools import cached_property

from lxml import etree

from publisher.render.docx.base import BrokenBase
from publisher.render.docx.elements import Element, properties_of, put, q, w
from publisher.render.docx.roles import HEADINGS, OUT_OF_OUTLINE

_MEASURES = frozenset(["spacing", "ind"])  # properties that are inherited measure by measure


class Styles:
    """The paragraph styles of one base by identifier.

    Family B carries its names with a “G”.
    """

    def __init__(self, root: Element) -> None:
        self._by_id = {style.get(q("styleId")): style for style in root.findall(q("style"))}
        self._lines: dict[str, tuple[Element, ...]] = {}

    def has(self, name: str) -> bool:
        """Say whether the base has the style `name`, or its Geneva form.

        With or without the “G”.
        """
        return name in self._by_id or f"{name}G" in self._by_id

    def id(self, name: str) -> str:
        """The base's identifier of the UN style `name`: SingleTxt.

        SingleTxtG in Geneva.
        """
        if name in self._by_id:
            return name
        if f"{name}G" in self._by_id:
            return f"{name}G"
        raise BrokenBase(f"the Word base has no style “{name}”")

    def property(self, name: str, kind: str) -> Element | None:
        """The paragraph property `kind` (“ind”, “tabs”) of a style.

        Or of the nearest style it is based on.
        """
        return next((found for style in self._line(name) if (found := _own(style, kind)) is not None), None)

    def measure(self, name: str, kind: str, attribute: str) -> int:
        """A measure in twips from the nearest style that states it, else 0."""
        for style in self._line(name):
            found = _own(style, kind)
            if found is not None and (value := found.get(q(attribute))) is not None:
                return int(value)
        return 0

    def sizes(self, name: str) -> dict[str, str]:
        """The sizes of type a style states, in half-points: that of letters, and of complex scripts."""
        found = ((kind, self._by_id[self.id(name)].find(f"{q('rPr')}/{q(kind)}")) for kind in ("sz", "szCs"))
        return {kind: size.get(q("val"), "") for kind, size in found if size is not None}

    def stops(self, name: str) -> list[int]:
        """Where the tab stops of a style stand, with those of the styles it is based on."""
        at: set[int] = set()
        for style in reversed(list(self._line(name))):
            for stop in style.iterfind(f"{q('pPr')}/{q('tabs')}/{q('tab')}"):
                (at.discard if stop.get(q("val")) == "clear" else at.add)(int(stop.get(q("pos"), "0")))
        return sorted(at)

    def give(self, name: str, child: Element) -> None:
        """Set a paragraph property of a style, and of no style based on it.

        Measures that `child` does not name stay.
        """
        kind = etree.QName(child).localname
        own = self._by_id[self.id(name)]
        for style, near in self._below.get(own, ()):
            if near or kind == "numPr":
                self._keep(style, kind, child)
        present = _own(own, kind)
        if kind in _MEASURES and present is not None:
            for key in _contrary(child):
                present.attrib.pop(key, None)
            present.attrib.update(child.attrib)
        else:
            put(properties_of(own), child)

    def _keep(self, style: Element, kind: str, changed: Element) -> None:
        """Say in a style itself what it has had from the one it is based on, before that is `changed`."""
        present = _own(style, kind)
        if kind not in _MEASURES:
            if present is None:
                found = self.property(style.get(q("styleId")), kind)
                put(properties_of(style), _nothing(kind) if found is None else copy.deepcopy(found))
                if kind == "numPr":
                    put(properties_of(style), self.place(style.get(q("styleId"))))
            return
        said = {} if present is None else present.attrib
        for key in changed.attrib:
            if key in said or any(other in said for other in _contrary(changed)):
                continue
            name = key.rpartition("}")[2]
            if present is None:
                present = put(properties_of(style), w(kind))
            present.set(key, str(self.measure(style.get(q("styleId")), kind, name)))

    def place(self, name: str) -> Element:
        """Where the lines of a style begin and end, said in full.

        A paragraph or style without the number of the style under it says so: LibreOffice forgets it with the number.
        """
        indents = [indent for style in self._line(name) if (indent := _own(style, "ind")) is not None]
        first = next((found for indent in indents if (found := _first_line(indent)) is not None), None)
        left, right = (next((said for i in indents if (said := i.get(q(side)))), "0") for side in ("left", "right"))
        return w("ind", left=int(left), right=int(right), **({} if first is None else dict([first])))

    def number_position(self) -> tuple[int, int]:
        """Where a heading's words begin, in twips from the margin.

        Its number ends there.
        """
        name = "HeadingInText" if self.has("HeadingInText") else "HCh"
        stops = self.property(name, "tabs")
        ends = [int(t.get(q("pos"), "0")) for t in (() if stops is None else stops) if t.get(q("val")) == "right"]
        left = self.measure(name, "ind", "left")
        return (ends[0] if ends else left), left

    def table_rule(self, row: str, side: str) -> str:
        """The weight of a table's rule in eighths of a point.

        At `side` of the first or last row.
        """
        path = f"{q('tblStylePr')}[@{q('type')}='{row}']/{q('tcPr')}/{q('tcBorders')}/{q(side)}"
        rule = self._by_id["UNTable"].find(path)
        return "4" if rule is None else rule.get(q("sz"), "4")

    def table_inset(self) -> int:
        """How far tables stand in from both margins, in twips."""
        inset = self._by_id["UNTable"].find(f"{q('tblPr')}/{q('tblInd')}")
        return 0 if inset is None else int(inset.get(q("w"), "0"))

    def heading_stops(self) -> Element | None:
        """The tab stops of “Heading in Text”, as a fresh element.

        None where the UN's own styles of headings have them.
        """
        stops = self.property("HeadingInText", "tabs") if self.has("HeadingInText") else None
        return None if stops is None else copy.deepcopy(stops)

    def outline_level(self, name: str) -> int:
        """The level in the outline that a style gives, from 0."""
        level = self.property(name, "outlineLvl")
        return OUT_OF_OUTLINE if level is None else int(level.get(q("val"), OUT_OF_OUTLINE))

    def dress_headings(self, counted: Container[str]) -> None:
        """Let the styles of headings say their level in the outline, their air, and where number and words stand.

        One that is not `counted` has no number by itself, and its first line begins where the others do.
        """
        ends, begins = self.number_position()
        air = self.property("HeadingInText", "spacing") if self.has("HeadingInText") else None
        ending = {} if air is None else {"right": self.measure("HeadingInText", "ind", "right")}
        for level, name in enumerate(HEADINGS):
            if not self.has(name):
                continue
            self.give(name, w("outlineLvl", val=level))
            first = {"hanging": begins - ends} if name in counted else {"firstLine": 0}
            self.give(name, w("ind", left=begins, **ending, **first))
            if air is not None:
                self.give(name, w("spacing", **{side: air.get(q(side), "0") for side in ("before", "after")}))

    @cached_property
    def _below(self) -> dict[Element, list[tuple[Element, bool]]]:
        """Those based on each style, and whether on it before any other; none of this changes."""
        found: dict[Element, list[tuple[Element, bool]]] = {}
        for name in self._by_id:
            style, *above = self._line(name)
            for place, one in enumerate(above):
                found.setdefault(one, []).append((style, place == 0))
        return found

    def _line(self, name: str) -> tuple[Element, ...]:
        """A style and those it is based on, nearest first."""
        if name not in self._lines:
            self._lines[name] = tuple(self._followed(self.id(name)))
        return self._lines[name]

    def _followed(self, identifier: str | None) -> Iterator[Element]:
        while identifier is not None and identifier in self._by_id:
            style = self._by_id[identifier]
            yield style
            based = style.find(q("basedOn"))
            identifier = None if based is None else based.get(q("val"))


def _own(style: Element, kind: str) -> Element | None:
    """The paragraph property `kind` that a style says itself."""
    properties = style.find(q("pPr"))
    return None if properties is None else properties.find(q(kind))


def _first_line(indent: Element) -> tuple[str, int] | None:
    """What is said of the first line of a paragraph: how far it stands in or out."""
    for kind in ("hanging", "firstLine"):
        if (found := indent.get(q(kind))) is not None:
            return kind, int(found)
    return None


def _contrary(indent: Element) -> tuple[str, ...]:
    """What the first line cannot have beside what `indent` says of it."""
    if indent.get(q("hanging")) is not None:
        return (q("firstLine"),)
    return (q("hanging"),) if indent.get(q("firstLine")) is not None else ()


def _nothing(kind: str) -> Element:
    """A property that says what a style without it says."""
    match kind:
        case "numPr":
            return w("numPr", w("ilvl", val=0), w("numId", val=0))
        case "outlineLvl":
            return w("outlineLvl", val=OUT_OF_OUTLINE)
        case _:
            return w(kind)
