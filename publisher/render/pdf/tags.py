"""The tag tree: one structure element for each element of the page, however many pages it runs over.

WeasyPrint 70 builds its own tree from boxes, with a paragraph twice where a page breaks it, notes without a role and
running heads among the words. This one replaces `weasyprint.pdf.add_tags`; a test holds it to the version it was
written for. Notes stand where they are called (ISO 32000-1, 14.8.4.4.2); running heads, page numbers, repeated
table heads and leaders are artifacts (14.8.2.2).
"""

from __future__ import annotations

from typing import Any
from unicodedata import combining

from publisher.render.pdf.lists import Lists

WRITTEN_FOR = "70.0"
TYPES = {
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "p": "P",
    "section": "Sect",
    "nav": "Sect",
    "header": "Sect",
    "footer": "Sect",
    "div": "Div",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
    "figcaption": "Caption",
    "ins": "Span",
    "del": "Span",
    "a": "Link",
}
TYPES_OF_CLASS = {
    "contents-list": "TOC",
    "contents-entry": "TOCI",
    "table-note": "Note",
    "mark": "Lbl",
    "note": "Note",
    "table-call": "Reference",
    "again": "Reference",
    "quotation": "BlockQuote",
    "item": "LI",
    "agenda-entry": "LI",
}
TYPES_OF_PSEUDO = {"footnote-call": "Reference", "footnote-marker": "Lbl"}


def add_tags(pdf: Any, document: Any, pdf_version: Any, page_streams: list[Any]) -> None:
    """Add the tag tree of `document` to `pdf` (the signature is WeasyPrint's)."""
    import pydyf

    tree = TagTree(pdf, pydyf)
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        tree.add_page(number, page._page_box, stream)
    tree.finish()


class TagTree:
    """The structure elements made so far, by the element of the page they stand for."""

    def __init__(self, pdf: Any, pydyf: Any) -> None:
        self._pdf, self._pydyf = pdf, pydyf
        self._root = self._object({"Type": "/StructTreeRoot"})
        self._document = self._object(
            {"Type": "/StructElem", "S": "/Document", "K": pydyf.Array(), "P": self._root.reference}
        )
        self._elements: dict[tuple[int, str], Any] = {}
        self._calls: dict[int, tuple[Any, Any]] = {}  # by the note's element: its Reference and where that stands
        self._heads: dict[int, int] = {}
        self._lists = Lists(self._structure)
        self._identifiers: dict[str, str] = {}
        self._parents: Any = pydyf.Array()
        self._annotations: list[tuple[Any, Any]] = []

    def add_page(self, number: int, page_box: Any, stream: Any) -> None:
        """Add what stands on one page; `stream` is its painted content."""
        self._page, self._page_number = self._pdf.page_references[number], number
        self._tags, self._artifacts = stream._tags, set[int]()
        self._owners: dict[int, str] = {}
        for child in page_box.children:
            self._add(child, self._document)
        owners = self._pydyf.Array(self._owners.get(mcid, "null") for mcid in range(max(self._owners, default=-1) + 1))
        self._parents.extend((number, owners))
        self._declare_artifacts(stream)

    def finish(self) -> None:
        """Complete the catalogue: parent tree, identifiers, language, what a viewer shows as title."""
        pydyf = self._pydyf
        for number, (owner, annotation) in enumerate(self._annotations, self._page_number + 1):
            self._parents.extend((number, owner.reference))
            annotation["StructParent"] = number
        parent_tree = self._object({"Nums": self._parents})
        names = pydyf.Array()
        for identifier in sorted(self._identifiers):
            names.extend((pydyf.String(identifier), self._identifiers[identifier]))
        self._root["K"] = pydyf.Array([self._document.reference])
        self._root["ParentTree"] = parent_tree.reference
        self._root["ParentTreeNextKey"] = self._page_number + 1 + len(self._annotations)
        if names:
            limits = pydyf.Array((names[0], names[-2]))
            leaf = self._object({"Names": names, "Limits": limits})
            self._root["IDTree"] = self._object({"Kids": pydyf.Array([leaf.reference])}).reference
        self._pdf.catalog["StructTreeRoot"] = self._root.reference
        self._pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        self._pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _add(self, box: Any, parent: Any) -> None:
        """Add `box` and what it holds below the structure element `parent`."""
        from weasyprint.formatting_structure import boxes

        box = getattr(box, "_box", box)
        if isinstance(box, boxes.TextBox):
            self._content(self._as_written(box.text, parent), self._tags.pop(box)["mcid"])
            return
        if isinstance(box, boxes.MarginBox) or box.is_leader or self._is_repeated_head(box):
            self._set_aside(box)
            return
        element = self._element_of(box, parent)
        if box.link_annotation:
            element = self._link(box.link_annotation, element)
        if isinstance(box, boxes.ReplacedBox):
            self._content(element, self._tags.pop(box)["mcid"])
        for child in getattr(box, "children", ()):
            self._add(child, element)

    def _element_of(self, box: Any, parent: Any) -> Any:
        """Give back the structure element of `box`: the one made before, a new one, or `parent` if it has none."""
        if box.element is None:
            return parent
        tag, _, pseudo = str(box.element_tag).partition("::")
        key = (id(box.element), pseudo)
        if key in self._elements:
            return self._elements[key]
        kind = _type_of(box.element, tag, pseudo)
        if kind is None and (label := self._lists.label(box.element, parent)) is not None:
            return self._elements.setdefault(key, label)
        if kind is None:
            return self._elements.setdefault((id(box.element), ""), parent) if not pseudo else parent
        if kind == "LI":
            item, body = self._lists.item(box.element, parent)
            self._describe(item, box, kind)
            return self._elements.setdefault(key, body)
        place = len(parent["K"])
        if kind == "Note" and (call := self._calls.get(id(box.element))):
            reference, parent = call
            place = parent["K"].index(reference.reference) + 1
        element = self._structure(kind, parent, place)
        self._elements[key] = element
        if pseudo == "footnote-call":
            self._calls[id(box.element)] = element, parent
        if not pseudo:
            self._describe(element, box, kind)
        return element

    def _describe(self, element: Any, box: Any, kind: str) -> None:
        """Write down what the element says of itself: identifier, language, alternative text, place, scope."""
        pydyf = self._pydyf
        html = box.element
        if identifier := html.get("id"):
            element["ID"] = pydyf.String(identifier)
            self._identifiers[identifier] = element.reference
        if (language := html.get("lang")) is not None:
            element["Lang"] = pydyf.String(language)
        if kind == "Figure":
            element["Alt"] = pydyf.String(html.get("alt", ""))
            element["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": self._place(box)})
        elif kind in ("TH", "TD"):
            attributes = {"O": "/Table"}
            if kind == "TH":
                attributes["Scope"] = "/Row" if html.get("scope") == "row" else "/Column"
            if box.colspan != 1:
                attributes["ColSpan"] = box.colspan
            element["A"] = pydyf.Dictionary(attributes)
        elif kind == "Table" and (summary := html.get("aria-label")):
            element["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(summary)})

    def _place(self, box: Any) -> Any:
        """Give back the rectangle of `box` in PDF points from the bottom left of its page."""
        height = self._pdf.objects[int(self._page.split()[0])]["MediaBox"][3]
        left, top = box.content_box_x() * 0.75, height - box.content_box_y() * 0.75
        return self._pydyf.Array((left, top - box.height * 0.75, left + box.width * 0.75, top))

    def _link(self, annotation: Any, parent: Any) -> Any:
        """Give back a Link element that holds `annotation`: `parent` itself where it is one."""
        if parent["S"] != "/Link":
            link = self._object({"Type": "/StructElem", "S": "/Link", "K": self._pydyf.Array(), "P": parent.reference})
            parent["K"].append(link.reference)
            parent = link
        reference = self._object({"Type": "/OBJR", "Obj": annotation.reference, "Pg": self._page})
        parent["K"].append(reference.reference)
        self._annotations.append((parent, annotation))
        return parent

    def _content(self, element: Any, mcid: int) -> None:
        """Put a piece of painted content into `element`."""
        if "Pg" not in element:
            element["Pg"] = self._page
        if element["Pg"] == self._page:
            element["K"].append(mcid)
        else:
            element["K"].append(self._pydyf.Dictionary({"Type": "/MCR", "Pg": self._page, "MCID": mcid}))
        self._owners[mcid] = element.reference

    def _as_written(self, text: str, parent: Any) -> Any:
        """Give back a Span that says `text` itself where the font cannot: vowel signs share a glyph with theirs."""
        if not any(combining(sign) for sign in text):
            return parent
        entries = {"Type": "/StructElem", "S": "/Span", "K": self._pydyf.Array(), "P": parent.reference}
        span = self._object({**entries, "ActualText": self._pydyf.String(text)})
        parent["K"].append(span.reference)
        return span

    def _is_repeated_head(self, box: Any) -> bool:
        """Say whether `box` is the head of a table that began on an earlier page."""
        if box.element_tag != "thead":
            return False
        return self._heads.setdefault(id(box.element), self._page_number) != self._page_number

    def _set_aside(self, box: Any) -> None:
        """Take all painted content of `box` out of the tree."""
        box = getattr(box, "_box", box)
        if box in self._tags:
            self._artifacts.add(self._tags.pop(box)["mcid"])
        for child in getattr(box, "children", ()):
            self._set_aside(child)

    def _declare_artifacts(self, stream: Any) -> None:
        """Turn the marked content that was set aside into pagination artifacts."""
        if not self._artifacts:
            return
        operands = stream.stream
        for place, operand in enumerate(operands):
            if isinstance(operand, dict) and operand.get("MCID") in self._artifacts:
                operands[place - 1] = "/Artifact"
                operands[place] = self._pydyf.Dictionary({"Type": "/Pagination"})

    def _structure(self, kind: str, parent: Any, place: int) -> Any:
        """Give back a new structure element at `place` among the kids of `parent`."""
        element = self._object(
            {"Type": "/StructElem", "S": f"/{kind}", "K": self._pydyf.Array(), "P": parent.reference}
        )
        parent["K"].insert(place, element.reference)
        return element

    def _object(self, entries: dict[str, Any]) -> Any:
        made = self._pydyf.Dictionary(entries)
        self._pdf.add_object(made)
        return made


def _type_of(element: Any, tag: str, pseudo: str) -> str | None:
    """Give back the structure type of an element or pseudo-element; None for one that only its parent stands for."""
    if pseudo:
        return TYPES_OF_PSEUDO.get(pseudo)
    for name in (element.get("class") or "").split():
        if name in TYPES_OF_CLASS:
            return TYPES_OF_CLASS[name]
    if tag == "span" and element.get("lang"):
        return "Span"
    return TYPES.get(tag)
