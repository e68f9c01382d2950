"""What the tag tree has to know of a page, from its boxes.

Plain data that can be sent and kept.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Protocol, assert_never, get_args, runtime_checkable

from publisher.model.characters import has_vowel_signs
from publisher.model.resolved import ParagraphRole

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


def _type_of_role(role: ParagraphRole) -> str:
    """The structure type of a paragraph."""
    match role:
        case "item" | "bullet" | "agenda-entry":
            return "LI"
        case "quotation":
            return "BlockQuote"
        case (
            "numbered" | "unnumbered" | "close" | "organ" | "preambular" | "operative" | "tail" | "statement"
            | "signature" | "signed" | "summary" | "notice" | "labelled" | "led" | "location" | "instruction"
        ):  # fmt: skip
            return TYPES["p"]
        case _:
            assert_never(role)


TYPES_OF_CLASS = {role: kind for role in get_args(ParagraphRole) if (kind := _type_of_role(role)) != TYPES["p"]} | {
    "contents-list": "TOC",
    "contents-entry": "TOCI",
    "table-note": "Note",
    "mark": "Lbl",
    "note": "Note",
    "table-call": "Reference",
    "again": "Reference",
}
TYPES_OF_PSEUDO = {"footnote-call": "Reference", "footnote-marker": "Lbl"}
NUMBER = "number"  # of an item: its label, where it stands in a list
POINTS = 0.75  # in a CSS pixel


@dataclass(slots=True)
class Painted:
    """A piece of painted content, by its number in the page's content.

    `says` is what its glyphs cannot tell.
    """

    mcid: int
    says: str = ""


@dataclass(slots=True)
class Marked:
    """A box that has a part in the tag tree.

    `element` numbers the element of the page it stands for; `kind` is the structure type, empty for a link's pieces.
    `attributes` say of a new element: identifier, language, alternative text, place, scope, span, summary, depth.
    `link` is the place of its annotation among the links of the page, from 0.
    """

    element: int
    pseudo: str
    kind: str
    attributes: dict[str, Any] = field(default_factory=dict)
    link: int | None = None
    inside: list[Marked | Painted] = field(default_factory=list)


@runtime_checkable
class MarkedPage(Protocol):
    """A page whose marks were taken when it was painted.

    `part` numbers the part of the document it belongs to.
    """

    part: int
    marks: list[Marked | Painted]
    links: list[Any]


class Marking:
    """Takes the marks of the pages of one part.

    An element has the same number on all of them.
    """

    def __init__(self) -> None:
        self._numbers: dict[int, tuple[int, Any]] = {}  # the element is held, or another could get its address
        self._heads: dict[int, int] = {}
        self._page = 0

    def take(self, page: Any, tags: dict[Any, Any]) -> tuple[list[Marked | Painted], set[int]]:
        """What is marked on `page`, and which content is only pagination.

        `tags` are the boxes painted and their numbers, as WeasyPrint's stream notes them.
        """
        self._page += 1
        self._height = page.height * POINTS
        self._tags, self._artifacts = tags, set[int]()
        self._links = {id(link[3]): place for place, link in enumerate(page.links)}
        found: list[Marked | Painted] = []
        for child in page._page_box.children:
            self._add(child, found)
        return found, self._artifacts

    def _add(self, box: Any, found: list[Marked | Painted]) -> None:
        """Add `box` and what it holds to what was `found`."""
        from weasyprint.formatting_structure import boxes

        box = getattr(box, "_box", box)
        if isinstance(box, boxes.TextBox):
            says = box.text if has_vowel_signs(box.text) else ""
            found.append(Painted(self._tags.pop(box)["mcid"], says))
            return
        if isinstance(box, boxes.MarginBox) or box.is_leader or self._is_repeated_head(box):
            self._set_aside(box)
            return
        inside = found
        if (marked := self._marked(box)) is not None:
            found.append(marked)
            inside = marked.inside
        if isinstance(box, boxes.ReplacedBox):
            inside.append(Painted(self._tags.pop(box)["mcid"]))
        for child in getattr(box, "children", ()):
            self._add(child, inside)

    def _marked(self, box: Any) -> Marked | None:
        """What marks `box` itself; None where only what is around it counts."""
        link = self._links.get(id(box))
        if box.element is None:
            return None if link is None else Marked(-1, "", "", link=link)
        tag, _, pseudo = str(box.element_tag).partition("::")
        kind = type_of(box.element, tag, pseudo) or ""
        if not kind and not pseudo and box.element.get("class") == NUMBER:
            kind = NUMBER
        if not kind and link is None:
            return None
        attributes = {} if pseudo else self._attributes(box, kind)
        return Marked(self._number(box.element), pseudo, kind, attributes, link)

    def _number(self, element: Any) -> int:
        return self._numbers.setdefault(id(element), (len(self._numbers), element))[0]

    def _attributes(self, box: Any, kind: str) -> dict[str, Any]:
        """What the element of `box` says of itself."""
        html = box.element
        said: dict[str, Any] = {"identifier": html.get("id"), "language": html.get("lang")}
        if kind == "Figure":
            said |= {"alternative": html.get("alt", ""), "place": self._place(box)}
        elif kind == "TH":
            said["scope"] = "Row" if html.get("scope") == "row" else "Column"
        elif kind == "Table":
            said["summary"] = html.get("aria-label")
        elif kind == "LI":
            names = html.get("class", "").split()
            said["depth"] = next((int(name[6:]) for name in names if name.startswith("depth-")), 1)
        if kind in ("TH", "TD") and box.colspan != 1:
            said["columns"] = box.colspan
        if kind in ("TH", "TD") and box.rowspan != 1:
            said["rows"] = box.rowspan
        return {name: value for name, value in said.items() if value is not None}

    def _place(self, box: Any) -> list[float]:
        """The rectangle of `box` in PDF points from the bottom left of its page."""
        left, top = box.content_box_x() * POINTS, self._height - box.content_box_y() * POINTS
        return [left, top - box.height * POINTS, left + box.width * POINTS, top]

    def _is_repeated_head(self, box: Any) -> bool:
        """Say whether `box` is the head of a table that began on an earlier page."""
        if box.element_tag != "thead":
            return False
        return self._heads.setdefault(self._number(box.element), self._page) != self._page

    def _set_aside(self, box: Any) -> None:
        """Take all painted content of `box` out of the tree."""
        box = getattr(box, "_box", box)
        if box in self._tags:
            self._artifacts.add(self._tags.pop(box)["mcid"])
        for child in getattr(box, "children", ()):
            self._set_aside(child)


def type_of(element: Any, tag: str, pseudo: str) -> str | None:
    """The structure type of an element or pseudo-element.

    None for one that only its parent stands for.
    """
    if pseudo:
        return TYPES_OF_PSEUDO.get(pseudo)
    for name in (element.get("class") or "").split():
        if name in TYPES_OF_CLASS:
            return TYPES_OF_CLASS[name]
    if tag == "span" and element.get("lang"):
        return "Span"
    return TYPES.get(tag)


def set_aside(operands: list[Any], artifacts: Collection[int], pydyf: Any) -> list[Any]:
    """Painting `operands` with what is in `artifacts` as pagination."""
    changed = list(operands)
    for place, operand in enumerate(operands if artifacts else ()):
        if isinstance(operand, dict) and operand.get("MCID") in artifacts:
            changed[place - 1] = "/Artifact"
            changed[place] = pydyf.Dictionary({"Type": "/Pagination"})
    return changed
