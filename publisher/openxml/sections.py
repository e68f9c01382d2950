"""Sections of a DOCX: their notes, and whether page one stands apart."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.openxml.content import NoteKind
from publisher.openxml.package import Element, Package, W, switched_on, value

NOTE_KINDS: tuple[NoteKind, ...] = ("footnote", "endnote")
_USUAL_FORM = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(slots=True)
class NoteRules:
    """How notes of a kind are counted: by the document, and by sections."""

    kind: NoteKind
    document: Element | None
    sections: list[Element | None]

    def restart(self, section: int) -> str:
        """When the count begins again: continuous, eachSect or eachPage."""
        return self._property(section, "numRestart") or "continuous"

    def form(self, section: int) -> tuple[str, int]:
        """Number format and first number of the notes of a section."""
        return self._property(section, "numFmt") or _USUAL_FORM[self.kind], int(
            self._property(section, "numStart") or 1
        )

    def _property(self, section: int, name: str) -> str | None:
        own = self.sections[section] if section < len(self.sections) else None
        return value(own, name) or value(self.document, name)


def sections(package: Package) -> list[Element]:
    """The section properties of the body, in order."""
    return list(package.body.iter(f"{W}sectPr"))


def first_page_differs(section: Element) -> bool:
    """Say whether a section has a first page of its own."""
    return switched_on(section, "titlePg")


def note_rules(package: Package, kind: NoteKind = "footnote") -> NoteRules:
    """How the notes of a kind are counted in `package`."""
    name = f"{W}{kind}Pr"
    document = package.settings.find(name) if package.settings is not None else None
    return NoteRules(kind, document, [section.find(name) for section in sections(package)])


def tables_across(package: Package) -> set[Element]:
    """The tables of the body whose pages lie across."""
    found: set[Element] = set()
    waiting: list[Element] = []  # tables whose section has not ended yet
    for element in package.body:
        if element.tag == f"{W}tbl":
            waiting.append(element)
        for section in element.iter(f"{W}sectPr"):
            if value(section, "pgSz", "orient") == "landscape":
                found.update(waiting)
            waiting = []
    return found
