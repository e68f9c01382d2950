"""The structure tree of a PDF, read into parts.

They know their role, their children and their marked content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass(slots=True)
class Part:
    """A structure element: its role, its children in reading order.

    After the role map; children are parts, or page and MCID.
    """

    role: str
    children: list[Part | tuple[int, int]] = field(default_factory=list)
    identifier: str = ""
    language: str = ""
    alternative: str | None = None
    actual: str = ""  # what the part says where its glyphs cannot
    page: int = 0
    scope: str = ""
    address: str = ""  # out of the document, of a link

    def walk(self) -> Iterator[Part]:
        """This part and all parts under it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Part):
                yield from child.walk()

    def content(self) -> Iterator[tuple[int, int]]:
        """The marked content under this part, in reading order, as page and MCID."""
        for child in self.children:
            if isinstance(child, Part):
                yield from child.content()
            else:
                yield child


def read_tags(pdf: pikepdf.Pdf) -> Part | None:
    """The structure tree of `pdf` as one part, or None.

    ISO 32000-1, 14.7.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return None
    roles = {str(key)[1:]: str(value)[1:] for key, value in root.get("/RoleMap", {}).items()}
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    top = Part("StructTreeRoot")
    _Reader(roles, pages).children(top, root.get("/K"), 0)
    return top


class _Reader:
    def __init__(self, roles: dict[str, str], pages: dict[tuple[int, int], int]) -> None:
        self.roles, self.pages = roles, pages
        self.seen: set[tuple[int, int]] = set()

    def children(self, part: Part, kids: Any, page: int) -> None:
        """Fill `part` with what /K lists.

        Elements, marked content, or references to marked content and objects.
        """
        if kids is None:
            return
        if isinstance(kids, int):
            part.children.append((page, kids))
        elif isinstance(kids, pikepdf.Array):
            for kid in kids:
                self.children(part, kid, page)
        elif isinstance(kids, pikepdf.Dictionary):
            kind = kids.get("/Type")
            if kind == "/MCR":
                own = kids.get("/Pg")
                part.children.append((self.pages.get(own.objgen, page) if own is not None else page, int(kids.MCID)))
            elif kind == "/OBJR":
                part.address = part.address or _address(kids.get("/Obj"))
            else:
                self.element(part, kids, page)

    def element(self, parent: Part, element: Any, page: int) -> None:
        number = element.objgen
        if number in self.seen:  # a tree that bites its own tail
            return
        if number != (0, 0):
            self.seen.add(number)
        values = dict(element.items())
        own = values.get("/Pg")
        if own is not None:
            page = self.pages.get(own.objgen, page)
        role = str(values.get("/S", "/"))[1:]
        part = Part(self.roles.get(role, role), page=page)
        if "/ID" in values:
            part.identifier = str(values["/ID"])
        if "/Lang" in values:
            part.language = str(values["/Lang"])
        if "/ActualText" in values:
            part.actual = str(values["/ActualText"])
        if "/Alt" in values:
            part.alternative = str(values["/Alt"])
        parent.children.append(part)
        self.children(part, values.get("/K"), page)


def _address(annotation: Any) -> str:
    """The web address an annotation leads to, none for one that stays in the document (ISO 32000-1, 12.6.4.7)."""
    action = annotation.get("/A") if isinstance(annotation, pikepdf.Dictionary) else None
    return str(action.get("/URI", "")) if isinstance(action, pikepdf.Dictionary) else ""
