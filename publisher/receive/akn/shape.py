"""Brings the tree of a record into the one shape that is read.

Other versions of the schema, other kinds of document, markup of the web, text outside paragraphs: all of it is said in the
elements that the Secretariat uses, and counted as tolerated. No word is left out, and none changes its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_AKN = f"{{{NAMESPACE}}}"
_EXTENSION = "http://un.org/akn4un"
Element = Any  # an lxml element; lxml carries no types

_SPANS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
_LISTS = {"list", "blockList", "ol", "ul"}
_POINTS = {"point", "item", "li", "indent", "subparagraph", "alinea", "clause", "subclause", "paragraph"}
_TABLE_PARTS = {"thead", "tbody", "tfoot", "colgroup"}
_NUMBERED = {  # what has a number, a heading, and words under them
    "section", "subsection", "article", "chapter", "subchapter", "part", "subpart", "title", "subtitle", "book", "tome",
    "level", "division", "rule", "subrule", "proviso", "transitional", "hcontainer", "clause", "point", "indent", "list",
    "subparagraph", "subclause", "item", "alinea", "debateSection", "speech", "question", "answer", "crossHeading",
}  # fmt: skip
_TEXTS = {  # kinds of document, and how their bodies are called
    "statement", "doc", "amendment", "judgment", "bill", "act", "debateReport", "debate", "officialGazette", "portion",
}  # fmt: skip
_BODIES = {"body", "amendmentBody", "judgmentBody", "debateBody", "portionBody"}
_ROWS = {"td", "th", "caption"}
_LINES = {"p", "block", "heading", "subheading", "crossHeading", "listIntroduction", "listWrapUp", "tocItem"}
BLOCKS = (  # what stands on lines of its own
    _LINES | _LISTS | _POINTS | _NUMBERED | _ROWS | {"table", "tr", "num", "intro", "wrapUp", "content", "container"}
    | {"embeddedStructure", "quotedStructure", "embeddedText", "div", "blockquote", "tblock", "toc", "event"}
)  # fmt: skip
_EMBEDDED = {"embeddedStructure", "quotedStructure", "embeddedText", "mod", "div", "blockquote"}


class Shaping:
    """Changes one tree; what was found that wanted it is in `tolerated`."""

    def __init__(self, root: Element, tolerated: Counter[str]) -> None:
        """Begin with the tree as it came."""
        self.root, self.tolerated = root, tolerated

    def shape(self) -> None:
        """Change the tree from its namespace to its paragraphs."""
        self._one_namespace()
        self._one_markup()
        self._notes_where_called()
        self._one_kind()
        for body in list(self.root.iter(f"{_AKN}mainBody")):
            self._fill(body, list(self._body(body)))
        for preamble in list(self.root.iter(f"{_AKN}preamble")):
            self._fill(preamble, list(self._preamble(preamble)))
        for name in ("coverPage", "preface", "conclusions"):
            for element in list(self.root.iter(f"{_AKN}{name}")):
                self._fill(element, list(self._pieces(element)))

    # The whole file

    def _one_namespace(self) -> None:
        for element in self.root.iter(etree.Element):
            name = etree.QName(element)
            if name.namespace != NAMESPACE:
                element.tag = _AKN + name.localname
                if name.namespace != _EXTENSION:
                    self.tolerated["element of another namespace"] += 1

    def _one_markup(self) -> None:
        """Bold and italic as spans, new lines as such, tables without parts, empty elements of pages gone."""
        for element in list(self.root.iter(etree.Element)):
            name = tag(element)
            if name in _SPANS:
                element.tag, element.attrib["class"] = f"{_AKN}span", _SPANS[name]
            elif name == "br":
                element.tag = f"{_AKN}eol"
            elif name in _TABLE_PARTS:
                dissolve(element)
            else:
                continue
            self.tolerated["markup of the web"] += 1

    def _notes_where_called(self) -> None:
        """A note that is kept apart, or called by a reference, put where it is called first."""
        apart = {note.get("eId"): note for note in self.root.iter(f"{_AKN}note") if note.get("eId")}
        for call in list(self.root.iter(f"{_AKN}noteRef")):
            note = apart.pop(call.get("href", "").lstrip("#"), None)
            self.tolerated["note called by a reference" if note is not None else "reference to no note"] += 1
            if note is not None:
                call.extend(note)
                call.text = note.text
                note.getparent().remove(note)
                call.tag = f"{_AKN}authorialNote"
            elif marker := call.get("marker", ""):
                call.tag, call.text = f"{_AKN}sup", marker
        for note in self.root.iter(f"{_AKN}authorialNote"):
            if (note.text or "").strip() or any((one.tail or "").strip() for one in note):
                self._fill(note, list(self._pieces(note)))
            if tag(number := note.getparent()) == "num":
                self._noted(number, note)

    def _noted(self, number: Element, note: Element) -> None:
        """A note at a number goes to the words that are numbered."""
        self.tolerated["note at a number"] += 1
        before = note.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + (note.tail or "")
        else:
            number.text = (number.text or "") + (note.tail or "")
        words = next((one for one in number.getparent().iter(f"{_AKN}p") if number not in one.iterancestors()), None)
        if words is None:
            number.addnext(words := made("content", made("p")))
            words = words[0]
        note.tail, words.text = words.text, None
        words.insert(0, note)

    def _one_kind(self) -> None:
        """The names of bodies and of kinds of document, and a page one, where there is none."""
        for element in list(self.root.iter(etree.Element)):
            name, above = tag(element), tag(element.getparent())
            if name in _BODIES:
                element.tag = f"{_AKN}mainBody"
            elif name == "header" and above in _TEXTS | {"statement"}:
                element.tag = f"{_AKN}preface"
            elif name in _TEXTS and above in ("akomaNtoso", "component", "attachment"):
                wanted = "doc" if above == "attachment" else "statement"
                if name != wanted:
                    self.tolerated[f"kind of document: {name}"] += 1
                    element.tag = _AKN + wanted
        if self.root.find(f".//{_AKN}coverPage") is None:
            self.tolerated["no page one"] += 1
            first = next((one for one in self.root if tag(one) in ("statement", "documentCollection")), self.root)
            first.insert(0, made("coverPage"))
        for attachment in self.root.iter(f"{_AKN}attachment"):
            self._attachment(attachment)

    def _attachment(self, attachment: Element) -> None:
        """Heading, preface, preamble and end of an attachment as lines of its body."""
        document = attachment.find(f"{_AKN}doc")
        if document is None:
            document = made("doc")
            attachment.append(document)
        body = document.find(f"{_AKN}mainBody")
        if body is None:
            body = made("mainBody")
            document.append(body)
        before = [one for one in attachment if one is not document and tag(one) not in ("meta", "")]
        parts = [one for one in document if one is not body and tag(one) not in ("meta", "")]
        place = document.index(body)
        ahead = [one for one in parts if document.index(one) < place]
        behind = [one for one in parts if one not in ahead]
        for at, one in enumerate((*before, *ahead)):
            body.insert(at, one)
        body.extend(behind)

    # Bodies and paragraphs

    def _body(self, holder: Element) -> Iterator[Element]:
        """What stands in a body: paragraphs, containers, tables, lines."""
        for piece in self._pieces(holder):
            name = tag(piece)
            if name == "paragraph":
                yield from self._paragraph(piece)
            elif name == "table":
                yield from self._table(piece)
            elif name in _LISTS:
                yield made("paragraph", self._list(piece))
            elif name in _NUMBERED and _first(piece, "num", "heading", "subheading", "content", "intro", *_POINTS):
                yield from self._paragraph(piece)
            elif name == "container" or (name not in _LINES and holds_blocks(piece)):
                yield from self._body(piece)
            elif name in _LINES or len(piece) or (piece.text or "").strip():
                yield piece

    def _paragraph(self, given: Element) -> Iterator[Element]:
        """A paragraph of number, headings, contents and lists; what else stood in it follows it."""
        if tag(given) != "paragraph":
            self.tolerated[f"{tag(given)} read as a paragraph"] += 1
        paragraph = made("paragraph")
        paragraph.attrib.update(given.attrib)
        points: list[Element] = []
        after: list[Element] = []
        for piece in self._pieces(given):
            name = tag(piece)
            if name in _POINTS - {"paragraph"} or (name == tag(given) and piece.find(f"{_AKN}num") is not None):
                points.append(piece)
                continue
            if points:
                paragraph.append(self._list(made("list", *points)))
                points = []
            if name == "num" and paragraph.find(f"{_AKN}num") is None and not after:
                paragraph.append(piece)
            elif name in ("heading", "subheading"):
                piece.tag = f"{_AKN}subheading"
                paragraph.append(piece)
            elif name in ("content", "intro", "wrapUp"):
                paragraph.extend(self._contents(piece))
            elif name in _LISTS:
                paragraph.append(self._list(piece))
            elif name in _NUMBERED | {"paragraph"} or (name not in BLOCKS and holds_blocks(piece)):
                after += self._body(made("mainBody", piece))
            else:
                paragraph.extend(self._contents(made("content", piece)))
        if points:
            paragraph.append(self._list(made("list", *points)))
        yield paragraph
        yield from after

    def _contents(self, given: Element) -> Iterator[Element]:
        """A content, cut where a list stands in it, for that is one of the paragraph."""
        content = made("content")
        for piece in self._lines(given):
            if tag(piece) in _LISTS:
                yield content
                yield self._list(piece)
                content = made("content")
            else:
                content.append(piece)
        if len(content):
            yield content

    def _lines(self, given: Element) -> Iterator[Element]:
        """The lines of a content: paragraphs, tables and lists; a line is cut where a table or a list stands in it."""
        for piece in self._pieces(given):
            name = tag(piece)
            if name == "table":
                yield from self._table(piece)
            elif name in _LINES - {"heading"}:
                yield from self._line(piece)
            elif name in _LISTS or (name not in _EMBEDDED and not holds_blocks(piece)):
                yield piece
            elif name in _EMBEDDED:
                yield from self._line(made("p", piece))
            else:
                yield from self._lines(piece)

    def _line(self, line: Element) -> Iterator[Element]:
        for inner in list(line):
            if tag(inner) in _EMBEDDED and holds_blocks(inner):
                inner.tag = f"{_AKN}embeddedStructure"
                self._fill(inner, list(self._body(inner)))
        cuts = [one for one in line if tag(one) in {"table", *_LISTS}]
        if not cuts:
            yield line
            return
        self.tolerated["table or list within a line"] += 1
        for cut in cuts:
            before = made("p")
            before.attrib.update(line.attrib)
            before.text, line.text = line.text, cut.tail
            cut.tail = None
            before.extend(list(line)[: line.index(cut)])
            if len(before) or (before.text or "").strip():
                yield before
            yield from self._table(cut) if tag(cut) == "table" else (cut,)
        if len(line) or (line.text or "").strip():
            yield line

    def _list(self, given: Element) -> Element:
        """A list of points, its introduction before them."""
        given.tag = f"{_AKN}list"
        pieces: list[Element] = []
        for piece in self._pieces(given):
            if tag(piece) == "listIntroduction":
                piece.tag = f"{_AKN}intro"
            pieces.append(self._point(piece) if tag(piece) in _POINTS else piece)
        self._fill(given, pieces)
        return given

    def _point(self, given: Element) -> Element:
        """A point of number, contents and lists under it."""
        given.tag = f"{_AKN}point"
        pieces: list[Element] = []
        for piece in self._pieces(given):
            name = tag(piece)
            if name in ("content", "intro", "p") and any(tag(one) in _LISTS for one in piece.iter()):
                inside = list(self._contents(piece if name != "p" else made("content", piece)))
            elif name in _POINTS:
                inside = [made("list", piece)]
            else:
                inside = [piece]
            for one in inside:
                if tag(one) in _LISTS:
                    intro = one.find(f"{_AKN}intro") if tag(one) != "sublist" else None
                    if intro is not None:
                        intro.tag = f"{_AKN}content"
                        pieces.append(intro)
                    self._list(one).tag = f"{_AKN}sublist"
                pieces.append(one)
        self._fill(given, pieces)
        return given

    def _table(self, table: Element) -> Iterator[Element]:
        """A table of rows, what stood above them as a line before it."""
        for piece in self._pieces(table):
            if tag(piece) == "tr":
                self._fill(piece, [one if tag(one) in _ROWS else made("td", one) for one in self._pieces(piece)])
                for cell in piece:
                    if holds_blocks(cell):
                        self._fill(cell, list(self._pieces(cell)))
            else:
                table.remove(piece) if piece.getparent() is table else None
                yield made("p", piece) if tag(piece) not in ("p", "heading") else piece
        self._fill(table, [one for one in table if tag(one) == "tr"])
        yield table

    def _preamble(self, preamble: Element) -> Iterator[Element]:
        """What stands in a preamble: the formula, and a container for each paragraph."""
        for piece in self._pieces(preamble):
            name = tag(piece)
            if name == "formula":
                self._fill(piece, list(self._pieces(piece)))
                yield piece
            elif name in _LINES or name in {"table", *_LISTS} or not holds_blocks(piece):
                yield made("container", *self._preambular(made("container", piece)))
            elif name == "container" and not any(
                holds_blocks(one) for one in piece if tag(one) not in BLOCKS - _EMBEDDED
            ):
                self._fill(piece, list(self._preambular(piece)))
                yield piece
            else:
                yield from self._preamble(piece)

    def _preambular(self, container: Element) -> Iterator[Element]:
        for piece in self._lines(container):
            if tag(piece) in _LISTS:
                self._list(piece).tag = f"{_AKN}blockList"
                for intro in piece.iterfind(f"{_AKN}intro"):
                    intro.tag = f"{_AKN}listIntroduction"
            yield piece

    # Pieces

    def _pieces(self, holder: Element) -> Iterator[Element]:
        """The elements in `holder`, text between them as lines."""
        for text, element in [(holder.text, None), *((one.tail, one) for one in holder)]:
            if element is not None and tag(element):
                yield element if tag(element) != "authorialNote" else made("p", element)
            if text and text.strip():
                self.tolerated["text outside a paragraph"] += 1
                line = made("p")
                line.text, line.sourceline = text, holder.sourceline
                yield line

    @staticmethod
    def _fill(holder: Element, pieces: Iterable[Element]) -> None:
        """Put `pieces` in the place of all that `holder` holds."""
        pieces = list(pieces)
        for one in list(holder):
            holder.remove(one)
        holder.text = None
        for piece in pieces:
            piece.tail = None
            holder.append(piece)


def tag(element: Element | None) -> str:
    """The name of an element without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


def made(name: str, *children: Element) -> Element:
    """A new element with these in it, whose tails stay where they were."""
    element = etree.Element(_AKN + name)
    for child in children:
        child.tail = None
        element.append(child)
    return element


def dissolve(element: Element) -> None:
    """Put what an element holds in its place."""
    holder = element.getparent()
    place = holder.index(element)
    for at, one in enumerate(list(element)):
        holder.insert(place + at, one)
    holder.remove(element)


def holds_blocks(element: Element) -> bool:
    """True where anything under an element stands on a line of its own, notes apart."""
    return any(tag(one) in BLOCKS or (tag(one) != "authorialNote" and holds_blocks(one)) for one in element)


def _first(element: Element, *names: str) -> bool:
    return any(tag(one) in names for one in element)
