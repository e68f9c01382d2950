"""An AKN4UN file as it came, every text of it in the accounts.

Parsed without asking for anything outside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from publisher.catalogue import finding
from publisher.language.codes import THREE_LETTERS
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.receive.accounts import Accounts, Position, PositionKind

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
LARGEST = 20_000_000  # bytes; the longest resolutions take less than one hundredth of it
LANGUAGES = {three: two for two, three in THREE_LETTERS.items()} | {"chi": "zh", "fre": "fr"}  # and of ISO 639-2/B
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
_UNUSED = ("meta", "img")  # what holds no words of the document
MARKS = ("mark in the text", "mark at the note")  # where the mark of a note stands
_KINDS: dict[str, PositionKind] = {"td": "cell", "th": "cell", "authorialNote": "note"}
Element = Any  # an lxml element; lxml carries no types


class Refused(Exception):
    """The file cannot be brought in; the finding says why."""

    def __init__(self, why: Diagnostic) -> None:
        super().__init__(why.message)
        self.why = why


@dataclass(slots=True)
class Source:
    """One language version: its tree, and what became of its texts.

    And what was tolerated in it, by kind.
    """

    name: str
    root: Element
    language: str
    symbol: str
    accounts: Accounts
    tolerated: Counter[str] = field(default_factory=Counter)
    findings: list[Diagnostic] = field(default_factory=list)

    def use(self, element: Element, part: str = "text") -> str:
        """The characters of a text of the source, noted as used."""
        self.accounts.use((self.name, element, part))
        return getattr(element, part) or ""

    def use_all(self, element: Element) -> None:
        """Note every text under `element` as used, taken as a whole."""
        for inner, part in texts(element):
            self.accounts.use((self.name, inner, part))

    def use_mark(self, note: Element) -> None:
        """Note that the mark of a note is the one that is counted."""
        self.accounts.use(*((self.name, note, place) for place in MARKS))

    def leave_out_mark(self, reason: str, note: Element) -> None:
        """Note that the mark of a note is another one in the folder, at its call and before its words, and why."""
        self.accounts.leave_out(reason, *((self.name, note, place) for place in MARKS))

    def leave_out(self, reason: str, element: Element) -> None:
        """Note that the texts under `element` are not in the folder, and why."""
        for inner, part in texts(element):
            self.accounts.leave_out(reason, (self.name, inner, part))

    def tolerate(self, kind: str) -> None:
        """Count a fault of the source that was read over."""
        self.tolerated[kind] += 1

    def slip(self, message: str, words: str = "") -> None:
        """Tell of a gap or slip of the source, which is kept as it stands."""
        self.findings.append(finding("IM013", message, PagePosition(self.name), span=words))


def read(name: str, data: bytes, accounts: Accounts) -> Source:
    """The file opened and entered in the accounts.

    Refused where it is none of the Secretariat's records.
    """
    at = PagePosition(name)
    if len(data) > LARGEST:
        raise Refused(finding("IM001", f"the file is larger than {LARGEST // 1_000_000} MB", at))
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise Refused(finding("IM005", "the file declares entities, which a record has no use for", at))
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as fault:
        raise Refused(finding("IM001", f"the file is not well-formed XML: {fault.msg}", at)) from fault
    if root.tag != f"{AKN}akomaNtoso":
        hint = "records of the Secretariat begin with <akomaNtoso>"
        raise Refused(finding("IM002", "the file is no AKN4UN record", at, hint=hint))
    symbol = plain(root.find(f".//{AKN}coverPage//{AKN}docNumber"))
    if not symbol:
        raise Refused(finding("IM002", "the file names no document symbol on its cover page", at))
    language = _language(root)
    if language is None:
        raise Refused(finding("IM002", "the file does not say its language", at))
    source = Source(name, root, language, symbol, accounts)
    for element, part in texts(root):
        kind: PositionKind = next((_KINDS[name] for name in _ancestry(element) if name in _KINDS), "run")
        where = f"{name}, line {element.sourceline}"
        accounts.enter((name, element, part), Position(kind, where, getattr(element, part)))
    for note in root.iter(f"{AKN}authorialNote"):
        if (mark := note.get("marker", "").strip()) and not any(above in _UNUSED for above in _ancestry(note)):
            for place in MARKS:
                accounts.enter((name, note, place), Position("note", f"{name}, line {note.sourceline}, {place}", mark))
    return source


def texts(element: Element) -> Iterator[tuple[Element, str]]:
    """Every text under `element` that has a character to see.

    With the element it belongs to, “text” or “tail”.
    """
    if not isinstance(element.tag, str) or tag(element) in _UNUSED:
        return
    if (element.text or "").strip():
        yield element, "text"
    for child in element:
        yield from texts(child)
        if (child.tail or "").strip():
            yield child, "tail"


def plain(element: Element | None) -> str:
    """The words under `element` without its notes; nothing for None.

    White space as single spaces.
    """
    if element is None:
        return ""
    pieces = [part for part in element.itertext() if isinstance(part, str)]
    return re.sub(r"[ \t\r\n]+", " ", "".join(pieces)).strip()


def tag(element: Element) -> str:
    """The name of an element without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _ancestry(element: Element) -> Iterator[str]:
    while element is not None:
        yield tag(element)
        element = element.getparent()


def _language(root: Element) -> str | None:
    """The language the record says; of files that say another than they hold, the script of the words decides."""
    said = root.find(f".//{AKN}FRBRExpression/{AKN}FRBRlanguage")
    code = LANGUAGES.get(said.get("language", "") if said is not None else "")
    words = plain(root.find(f".//{AKN}preamble")) or plain(root.find(f".//{AKN}mainBody"))
    script = next((name for name, form in _SCRIPTS.items() if len(form.findall(words)) > len(words) / 4), None)
    if script is not None:
        return script
    return None if code in _SCRIPTS and words else code


_SCRIPTS = {
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
}
