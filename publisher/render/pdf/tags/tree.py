"""The tag tree: one structure element for each element of the page.

However many pages it runs over. WeasyPrint 70 builds its own tree from boxes, with a paragraph twice where a page
breaks it, notes without a role and running heads among the words. This one takes its place, see `engine/tag_tree`.
Notes stand where they are called (ISO 32000-1, 14.8.4.4.2); running heads, page numbers, repeated table heads and
leaders are artifacts (14.8.2.2).
"""

from __future__ import annotations

from typing import Any

from publisher.render.pdf.tags.lists import Lists
from publisher.render.pdf.tags.marks import NUMBER, Marked, MarkedPage, Marking, Painted, set_aside


def add_tags(pdf: Any, document: Any, pdf_version: Any, page_streams: list[Any]) -> None:
    """Add the tag tree of `document` to `pdf` (the signature is WeasyPrint's)."""
    import pydyf

    tree = TagTree(pdf, pydyf)
    whole = Marking()
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        if isinstance(page, MarkedPage):
            tree.add_page(number, page.part, page.marks, page.links)
        else:
            marks, artifacts = whole.take(page, stream._tags)
            stream.stream[:] = set_aside(stream.stream, artifacts, pydyf)
            tree.add_page(number, 0, marks, page.links)
    tree.finish()


class TagTree:
    """The structure elements made so far.

    By part of the document and element of the page they stand for.
    """

    def __init__(self, pdf: Any, pydyf: Any) -> None:
        self._pdf, self._pydyf = pdf, pydyf
        self._root = self._object({"Type": "/StructTreeRoot"})
        self._document = self._object(
            {"Type": "/StructElem", "S": "/Document", "K": pydyf.Array(), "P": self._root.reference}
        )
        self._elements: dict[tuple[int, int, str], Any] = {}
        self._calls: dict[tuple[int, int], tuple[Any, Any]] = {}  # by the note: its Reference and where that stands
        self._lists = Lists(self._structure)
        self._identifiers: dict[str, str] = {}
        self._parents: Any = pydyf.Array()
        self._annotations: list[tuple[Any, Any]] = []

    def add_page(self, number: int, part: int, marks: list[Marked | Painted], links: list[Any]) -> None:
        """Add what is marked on one page of a part.

        `links` are WeasyPrint's, the last of each holds its annotation.
        """
        self._page, self._page_number = self._pdf.page_references[number], number
        self._part, self._links = part, links
        self._owners: dict[int, str] = {}
        for mark in marks:
            self._add(mark, self._document)
        owners = self._pydyf.Array(self._owners.get(mcid, "null") for mcid in range(max(self._owners, default=-1) + 1))
        self._parents.extend((number, owners))

    def finish(self) -> None:
        """Complete the catalogue.

        Parent tree, identifiers, language, what a viewer shows as title.
        """
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

    def _add(self, mark: Marked | Painted, parent: Any) -> None:
        """Add `mark` and what is inside it below the structure element `parent`."""
        if isinstance(mark, Painted):
            self._content(self._as_written(mark.says, parent), mark.mcid)
            return
        element = self._element_of(mark, parent)
        if mark.link is not None and (annotation := self._links[mark.link][3].link_annotation):
            element = self._link(annotation, element)
        for inner in mark.inside:
            self._add(inner, element)

    def _element_of(self, mark: Marked, parent: Any) -> Any:
        """The structure element of `mark`: the one made before, a new one, or `parent` if it has none."""
        key = (self._part, mark.element, mark.pseudo)
        if key in self._elements:
            return self._elements[key]
        if not mark.kind:
            return parent
        if mark.kind == NUMBER:
            return self._elements.setdefault(key, self._lists.label(parent) or parent)
        if mark.kind == "LI":
            item, body = self._lists.item(mark.attributes["depth"], parent)
            self._describe(item, mark.attributes)
            return self._elements.setdefault(key, body)
        place = len(parent["K"])
        if mark.kind == "Note" and (call := self._calls.get((self._part, mark.element))):
            reference, parent = call
            place = parent["K"].index(reference.reference) + 1
        element = self._structure(mark.kind, parent, place)
        self._elements[key] = element
        if mark.pseudo == "footnote-call":
            self._calls[self._part, mark.element] = element, parent
        self._describe(element, mark.attributes)
        return element

    def _describe(self, element: Any, said: dict[str, Any]) -> None:
        """Write down what the element says of itself: identifier, language, alternative text, place, scope."""
        pydyf = self._pydyf
        if identifier := said.get("identifier"):
            element["ID"] = pydyf.String(identifier)
            self._identifiers[identifier] = element.reference
        if "language" in said:
            element["Lang"] = pydyf.String(said["language"])
        if "place" in said:
            element["Alt"] = pydyf.String(said["alternative"])
            element["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array(said["place"])})
        elif element["S"] in ("/TH", "/TD"):
            attributes = {"O": "/Table"}
            if "scope" in said:
                attributes["Scope"] = f"/{said['scope']}"
            if "columns" in said:
                attributes["ColSpan"] = said["columns"]
            if "rows" in said:
                attributes["RowSpan"] = said["rows"]
            element["A"] = pydyf.Dictionary(attributes)
        elif summary := said.get("summary"):
            element["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(summary)})

    def _link(self, annotation: Any, parent: Any) -> Any:
        """A Link element that holds `annotation`: `parent` itself where it is one."""
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

    def _as_written(self, says: str, parent: Any) -> Any:
        """A Span for a text that says itself where the font cannot: vowel signs share a glyph with theirs."""
        if not says:
            return parent
        entries = {"Type": "/StructElem", "S": "/Span", "K": self._pydyf.Array(), "P": parent.reference}
        span = self._object({**entries, "ActualText": self._pydyf.String(says)})
        parent["K"].append(span.reference)
        return span

    def _structure(self, kind: str, parent: Any, place: int) -> Any:
        """A new structure element at `place` among the kids of `parent`."""
        element = self._object(
            {"Type": "/StructElem", "S": f"/{kind}", "K": self._pydyf.Array(), "P": parent.reference}
        )
        parent["K"].insert(place, element.reference)
        return element

    def _object(self, entries: dict[str, Any]) -> Any:
        made = self._pydyf.Dictionary(entries)
        self._pdf.add_object(made)
        return made
