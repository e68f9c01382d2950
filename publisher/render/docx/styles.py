"""The styles of a Word base under the UN's names, with measures."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.render.docx.base import BrokenBase
from publisher.render.docx.elements import Element, q, w


class Styles:
    """The paragraph styles of one base by identifier.

    Family B carries its names with a “G”.
    """

    def __init__(self, root: Element) -> None:
        self._by_id = {style.get(q("styleId")): style for style in root.findall(q("style"))}

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
        for style in self._line(name):
            found = style.find(f"{q('pPr')}/{q(kind)}")
            if found is not None:
                return found
        return None

    def measure(self, name: str, kind: str, attribute: str) -> int:
        """A measure in twips from the nearest style that states it, else 0."""
        for style in self._line(name):
            found = style.find(f"{q('pPr')}/{q(kind)}")
            if found is not None and (value := found.get(q(attribute))) is not None:
                return int(value)
        return 0

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

    def heading_properties(self) -> list[Element]:
        """Air and tabs of “Heading in Text”, as fresh elements.

        Headings in the text take them over.
        """
        if not self.has("HeadingInText"):
            return []
        made = []
        for kind in ("tabs", "spacing"):
            found = self.property("HeadingInText", kind)
            if found is not None:
                values = {key.rpartition("}")[2]: value for key, value in found.attrib.items()}
                copies = [w("tab", **{k.rpartition("}")[2]: v for k, v in stop.attrib.items()}) for stop in found]
                made.append(w(kind, *copies, **values))
        return made

    def _line(self, name: str) -> Iterator[Element]:
        """Yield a style and those it is based on, nearest first."""
        identifier: str | None = self.id(name)
        while identifier is not None and identifier in self._by_id:
            style = self._by_id[identifier]
            yield style
            based = style.find(q("basedOn"))
            identifier = None if based is None else based.get(q("val"))
