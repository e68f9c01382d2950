"""The parts of a DOCX file as XML, found through their relationships."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from publisher.openxml.admission import Refused, admit, unpacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TEXTPATH = "{urn:schemas-microsoft-com:vml}textpath"  # letters set as a drawing
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
)
# Names of the Strict variant (ISO/IEC 29500-1) as those of the usual, transitional one: the elements are the same.
_STRICT = re.compile(rb"""((?:xmlns(?::[\w.-]+)?|Type|uri)=["'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)""")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/\3"
Element = Any  # an lxml element; lxml carries no types


class Package:
    """A DOCX file opened for reading; a missing part is None.

    Raises Refused where the file cannot or may not be read. Nothing outside the file is ever asked for.
    """

    def __init__(self, data: bytes) -> None:
        self.archive = admit(data)
        self.names = frozenset(self.archive.namelist())
        self._parts: dict[str, Element] = {}  # heads and feet are asked for by every section
        main = self._target("_rels/.rels", "officeDocument")
        if main is None:
            raise Refused("other-format", "the archive is no Office document")
        self.main = main
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.relations = self.relations_of(main)
        found = self.part(main)
        if found is None:
            raise Refused("damaged", "no main document")
        self.document: Element = found
        self.body: Element = found.find(f"{W}body")
        if self.body is None:
            raise Refused("other-format", f"{main} is no Word document")
        self.styles = self._related("styles")
        self.numbering = self._related("numbering")
        self.settings = self._related("settings")
        self.footnotes = self._related("footnotes")
        self.endnotes = self._related("endnotes")
        self.comments = self._related("comments")
        self.core = self.part(self._target("_rels/.rels", "core-properties") or "")

    def part(self, name: str) -> Element | None:
        """The root element of part `name`, or None."""
        if name not in self.names:
            return None
        if name not in self._parts:
            self._parts[name] = _parsed(self.archive, name)
        return self._parts[name]

    def by_relation(self, identifier: str) -> Element | None:
        """The root of the part a relationship names, or None.

        `identifier` is one of the main document's.
        """
        found = self.relations.get(identifier)
        return self.part(found[1]) if found else None

    def part_of(self, root: Element) -> str:
        """The name of the part that `root` is the root of."""
        return next(name for name, found in self._parts.items() if found is root)

    def addresses(self, kind: str = "") -> dict[str, str]:
        """Where the links out of the main document lead, by relationship.

        Or out of its related part of `kind`.
        """
        name = next((target for of, target in self.relations.values() if of == kind), self.main)
        return {
            identifier: target
            for identifier, (of, target) in self.relations_of(name).items()
            if of == "hyperlink" or of.startswith("external ")
        }

    def _related(self, kind: str) -> Element | None:
        return next((self.part(target) for of, target in self.relations.values() if of == kind), None)

    def relations_of(self, name: str) -> dict[str, tuple[str, str]]:
        """What part `name` points to, by identifier.

        The kind, and the part or the address outside the package.
        """
        if name not in self._relations:
            folder, file = posixpath.split(name)
            root = self.part(f"{folder}/_rels/{file}.rels")
            items = root.iter(_RELATIONSHIP) if root is not None else ()
            self._relations[name] = {item.get("Id"): _pointed(item, folder) for item in items}
        return self._relations[name]

    def _target(self, relations: str, kind: str) -> str | None:
        root = self.part(relations)
        if root is None:
            return None
        found = (item.get("Target") for item in root.iter(_RELATIONSHIP) if item.get("Type").endswith(f"/{kind}"))
        target: str | None = next(found, None)
        return target.lstrip("/") if target else None


def _pointed(item: Element, folder: str) -> tuple[str, str]:
    kind, target = item.get("Type").rsplit("/", 1)[-1], item.get("Target")
    if item.get("TargetMode") == "External":
        return ("hyperlink" if kind == "hyperlink" else f"external {kind}"), target
    return kind, posixpath.normpath(posixpath.join("/" + folder, target))[1:]


def _parsed(archive: zipfile.ZipFile, name: str) -> Element:
    """A document type, where entities are declared, has no place in a package (ISO/IEC 29500-2, 8.1.4)."""
    try:
        root = etree.fromstring(_STRICT.sub(_TRANSITIONAL, unpacked(archive, name)), _PARSER)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):  # the parser stops at 256
            raise Refused("hostile", f"elements of {name} stand hundreds of levels inside each other") from error
        raise Refused("damaged", f"{name}: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("hostile", f"{name} declares a document type, as files made to do harm do")
    return root


def value(element: Element | None, name: str, attribute: str = "val") -> str | None:
    """Attribute w:`attribute` of child w:`name`, or None.

    None where either is missing.
    """
    if element is None:
        return None
    for child in element.iterchildren(W + name):  # half the time of `find`, and asked for six times a paragraph
        found: str | None = child.get(W + attribute)
        return found
    return None


def switched_on(element: Element | None, name: str) -> bool:
    """Say whether the property w:`name` is there and not turned off."""
    child = element.find(W + name) if element is not None else None
    return child is not None and child.get(W + "val", "true") not in ("0", "false", "off")


def chosen(alternatives: Element) -> Element:
    """The branch of mc:AlternateContent that is read (ISO/IEC 29500-3, 9.3): the first that readers of today draw.

    Some newer forms are drawn by their own programs alone; what is kept for all others is read in their place.
    """
    branches = list(alternatives.iterchildren(f"{MC}Choice", f"{MC}Fallback"))
    drawn = (one for one in branches if not set((one.get("Requires") or "").split()) & _DRAWN_BY_OTHERS)
    found = next(drawn, branches[0] if branches else ())
    return found if len(found) or not branches else max(branches, key=len)


def is_passed_over(element: Element) -> bool:
    """Whether `element` is a branch of mc:AlternateContent in whose place another is read."""
    return element.tag in (f"{MC}Choice", f"{MC}Fallback") and chosen(element.getparent()) is not element


# Prefixes of charts of 2016 and later, models in three dimensions and ink.
_DRAWN_BY_OTHERS = {*(f"cx{number}" for number in range(1, 9)), "cx", "am3d", "aink", "wpi"}


def parts_elsewhere(package: Package) -> Iterator[str]:
    """The files that Word would put into the body when it opens the document.

    Other formats, subdocuments.
    """
    for element in package.body.iter(f"{W}altChunk", f"{W}subDoc"):
        yield package.relations.get(element.get(f"{R}id"), ("", ""))[1]


def diagram_lines(package: Package) -> Iterator[Element]:
    """The lines in the boxes of the diagrams (SmartArt) of the body (ISO/IEC 29500-1, 21.4.3.5)."""
    diagram = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
    for one in package.body.iter(f"{diagram}relIds"):
        root = package.part(package.relations.get(one.get(f"{R}dm"), ("", ""))[1])
        if root is not None and not any(map(is_passed_over, one.iterancestors())):
            yield from root.iterfind(f"{diagram}ptLst/{diagram}pt/{diagram}t/{A}p")


def readings(package: Package) -> Iterator[Element]:
    """The runs that tell how the characters under them are read (ruby)."""
    for reading in package.body.iter(f"{W}rt"):
        yield from reading.iter(f"{W}r")
