"""An AKN4UN file as it came, every text of it in the accounts.

Parsed without asking for anything outside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import Any

from lxml import etree

from publisher.catalogue import finding
from publisher.language.codes import THREE_LETTERS
from publisher.language.recognising import OF_SCRIPT, language_of, other_language
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.symbol import Symbol
from publisher.receive.accounts import Accounts, Position, PositionKind
from publisher.receive.akn.shape import NAMESPACE, Shaping, tag
from publisher.receive.akn.thousands import turned

AKN = f"{{{NAMESPACE}}}"
LARGEST = 20_000_000  # bytes; the longest resolutions take less than one hundredth of it
LANGUAGES = {three: two for two, three in THREE_LETTERS.items()} | {"chi": "zh", "fre": "fr"}  # and of ISO 639-2/B
LANGUAGES |= {two: two for two in THREE_LETTERS} | {"english": "en", "french": "fr", "spanish": "es", "russian": "ru"}
LANGUAGES |= {"arabic": "ar", "chinese": "zh"}
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
    headings: set[Element] = field(default_factory=set)  # lines that other versions set as headings
    emphasized: set[Element] = field(default_factory=set)  # lines set as headings that are text in other versions
    bulleted: set[Element] = field(default_factory=set)  # lines that have a bullet in other versions
    preambular: set[Element] = field(default_factory=set)  # lines that are preamble in other versions
    operative: set[Element] = field(default_factory=set)  # lines of the preamble that are not in other versions

    def use(self, element: Element, part: str = "text") -> str:
        """The characters of a text of the source, noted as used."""
        self.accounts.use((self.name, element, part))
        return getattr(element, part) or ""

    def use_all(self, element: Element) -> None:
        """Note every text under `element` as used, taken as a whole.

        Notes have words of their own.
        """
        noted = {inner for note in element.iter(f"{AKN}authorialNote") for inner in note.iter()}
        for inner, part in texts(element):
            if inner not in noted or (part == "tail" and tag(inner) == "authorialNote"):
                self.accounts.use((self.name, inner, part))

    def use_mark(self, note: Element) -> None:
        """Note that the mark of a note is the one that is counted."""
        self.accounts.use(*((self.name, note, place) for place in MARKS))

    def leave_out_mark(self, reason: str, note: Element, instead: str = "") -> None:
        """Note that the mark of a note is another one in the folder, at its call and before its words, and why."""
        for place in MARKS:
            self.accounts.leave_out(reason, (self.name, note, place), instead=instead)

    def leave_out(self, reason: str, element: Element, instead: str = "") -> None:
        """Note that the texts under `element` are not in the folder, why, and what is printed in their place."""
        self.accounts.leave_out(reason, *((self.name, *text) for text in texts(element)), instead=instead)

    def reletter(self, said: str, printed: str) -> None:
        """Note that a subparagraph lettered `said` among its words is lettered otherwise in the folder."""
        key = (self.name, said, str(len(self.accounts.entered)))
        self.accounts.enter(key, Position("run", f"{self.name}, {said}", said))
        self.accounts.leave_out(f"the subparagraph is lettered {printed}", key, instead=printed)
        self.tolerate("letter of another script")

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
    tolerated: Counter[str] = Counter()
    root = _parsed(data, at, tolerated)
    if tag(root) != "akomaNtoso":
        hint = "records of the Secretariat begin with <akomaNtoso>"
        raise Refused(finding("IM002", "the file is no AKN4UN record", at, hint=hint))
    Shaping(root, tolerated).shape()
    symbol, language = _symbol(root, name), _language(root, name)
    if symbol is None:
        raise Refused(finding("IM002", "the file names no document symbol", at, hint="write it into <docNumber>"))
    concluded = [finding("IM011", said, at, span=words) for words, said in (symbol, language) if said]
    source = Source(name, root, language[0], symbol[0], accounts, tolerated, concluded)
    if source.language == "ar" and (figures := list(turned(list(texts(root))))):
        typed, figure = figures[0]
        tolerated[f"thousands typed in the order of the page, as “{typed}” for {figure}"] += len(figures)
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
    return re.sub(r"[ \t\r\n]+", " ", "".join(_plain(element))).strip() if element is not None else ""


def _plain(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and tag(child) != "authorialNote":
            yield from _plain(child)
        yield child.tail or ""


def _ancestry(element: Element) -> Iterator[str]:
    while element is not None:
        yield tag(element)
        element = element.getparent()


def _parsed(data: bytes, at: PagePosition, tolerated: Counter[str]) -> Element:
    """The root of a file, entities of HTML read as their characters; refused where it declares others."""
    named = [name for name in set(_ENTITY.findall(data)) if f"{name.decode()};" in html5 and name not in _OF_XML]
    for name in named:
        tolerated["entity of HTML"] += 1
        data = data.replace(b"&%s;" % name, html5[f"{name.decode()};"].encode("ascii", "xmlcharrefreplace"))
    declaring = Refused(finding("IM005", "the file declares entities, which a record has no use for", at))
    if b"<!ENTITY" in data:
        raise declaring
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Refused(finding("IM001", f"the file is not well-formed XML: {fault}", at)) from fault
    types = root.getroottree().docinfo.internalDTD
    if types is not None and any(True for _ in types.iterentities()):  # of a file in UTF-16
        raise declaring
    return root


def _symbol(root: Element, name: str) -> tuple[str, str] | None:
    """The symbol, and on what it was concluded where page one does not name it; None where nothing does."""
    for place in (f".//{AKN}coverPage//{AKN}docNumber", f".//{AKN}docNumber[@refersTo='#symbol']"):
        printed = plain(root.find(place))
        if symbol := printed.rstrip("* "):
            return symbol, "the text was issued again: write the day under `reissues`" if symbol != printed else ""
    named = [element.get("value", "") for element in root.iter(f"{AKN}FRBRnumber", f"{AKN}FRBRalias")]
    if symbol := next((one for one in named if Symbol.parse(one)), ""):
        return symbol, "page one names no symbol; it is taken from the meta"
    stem = re.sub(r"(?:-\d{7})?[ACEFRS]?\.xml$", "", name, flags=re.IGNORECASE).replace("_", "/")
    return (stem, "page one names no symbol; it is taken from the name of the file") if Symbol.parse(stem) else None


def _language(root: Element, name: str) -> tuple[str, str]:
    """The language, and on what it was concluded: in scripts of its own by the words, else as the record says."""
    said = root.find(f".//{AKN}FRBRExpression/{AKN}FRBRlanguage")
    given = (said.get("language", "") if said is not None else "") or root.get(_XML_LANGUAGE, "")
    code = LANGUAGES.get(given.lower().partition("-")[0])
    words = plain(root.find(f".//{AKN}preamble")) or plain(root.find(f".//{AKN}mainBody")) or plain(root)
    by_words = language_of(words)
    is_another = bool({by_words, code} & OF_SCRIPT) or (code is not None and bool(other_language(words, code)))
    if code is not None and (code == by_words or not is_another):  # files lie under a wrong language now and then
        return code, ""
    why = f"the record says “{given}”" if given else "the record does not say its language"
    return by_words, f"the language is concluded from the words: {why}"


_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTITY = re.compile(rb"&(\w+);")
_OF_XML = {b"amp", b"lt", b"gt", b"quot", b"apos"}
