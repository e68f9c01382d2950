"""A DOCX read back, with numbers and marks resolved.

Paragraphs, notes, fields, bookmarks, heads and feet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Literal

from publisher.model.characters import CALL_CLOSE, CALL_OPEN
from publisher.openxml.content import NoteKind
from publisher.openxml.counting import counted
from publisher.openxml.fields import unfinished
from publisher.openxml.formulas import linear
from publisher.openxml.numbering import Numbering
from publisher.openxml.package import MC, Element, Package, R, W, chosen, is_passed_over, value
from publisher.openxml.sections import NOTE_KINDS, NoteRules, note_rules
from publisher.openxml.symbols import shown, symbol
from publisher.openxml.told import Field, Link, Telling, Told, ToldNote

View = Literal["accepted", "rejected"]  # of tracked changes

HIDDEN: dict[View, frozenset[str]] = {
    "accepted": frozenset({f"{W}del", f"{W}moveFrom"}),
    "rejected": frozenset({f"{W}ins", f"{W}moveTo"}),
}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
    f"{W}ptab": "\t",
}
_INSTRUCTION = re.compile(r'"[^"]*"|\S+')


def read_docx(package: Package, view: View = "accepted") -> Telling:
    """What body and notes of `package` tell, changes taken or refused."""
    return _Reader(package, view).read()


def read_story(package: Package, root: Element) -> list[str]:
    """The text of each paragraph of a head or foot that has any.

    Fields by their stored results.
    """
    reader = _Reader(package, "accepted")
    texts = [reader.text(paragraph) for paragraph in _shown(root)]
    return [text for text in texts if text.strip()]


class _Reader:
    def __init__(self, package: Package, view: View) -> None:
        self.package, self.view, self.hidden = package, view, HIDDEN[view]
        self.tracked = next(package.body.iter(*self.hidden), None) is not None
        self.told = Telling()
        self.section = 0
        self.note_counts: dict[NoteKind, int] = dict.fromkeys(NOTE_KINDS, 0)
        self.open_fields: list[list[str]] = []  # [state, instruction, result]
        self.unfinished: set[Element] = set()
        self.open_bookmarks: dict[str, str] = {}
        self.told_now: list[Element] = []  # the notes that are being read

    # Heads and feet have neither numbers nor notes: what these take to read is read when it is asked for.

    @cached_property
    def numbering(self) -> Numbering:
        return Numbering(self.package)

    @cached_property
    def notes(self) -> dict[tuple[str, str], Element]:
        return dict(_notes(self.package))

    @cached_property
    def rules(self) -> dict[NoteKind, NoteRules]:
        return {kind: note_rules(self.package, kind) for kind in NOTE_KINDS}

    def read(self) -> Telling:
        self.unfinished = unfinished(self.package.body, self.hidden)
        self.blocks(self.package.body)
        self.told.unknown_formats = self.numbering.unknown
        return self.told

    def blocks(self, parent: Element, merged: str = "") -> None:
        """Read paragraphs and tables.

        A paragraph whose mark is deleted reads on into the next.
        """
        for child in parent:
            match child.tag.rpartition("}")[2]:
                case "p":
                    if self._gone(child):
                        merged += self.text(child)
                        continue
                    self.paragraph(child, merged)
                    merged = ""
                case "tbl":
                    self.table(child)
                case "sdt" | "sdtContent" | "customXml" | "smartTag":
                    self.blocks(child)
                case "AlternateContent":
                    self.blocks(chosen(child))
                case "bookmarkStart" | "bookmarkEnd":
                    self.marks(child)
                case _ if child.tag not in self.hidden:  # what Word does not know it passes over, not what is in it
                    self.blocks(child)
                case _:
                    pass

    def paragraph(self, paragraph: Element, before: str = "") -> None:
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle")
        if style:
            self.told.styles.add(style)
        number = self.numbering.number(paragraph)
        text = before + self.text(paragraph)
        self.told.paragraphs.append(
            Told(number, text, "paragraph", style, self.section, self.numbering.is_counted(paragraph))
        )
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self.section += 1
            for kind in NOTE_KINDS:
                if self.rules[kind].restart(self.section) == "eachSect":
                    self.note_counts[kind] = 0

    def table(self, table: Element) -> None:
        style = value(table.find(f"{W}tblPr"), "tblStyle")
        if style:
            self.told.styles.add(style)
        for row in table.iter(f"{W}tr"):  # those in content controls as well, those of tables inside not
            if next(row.iterancestors(f"{W}tbl")) is not table or self._row_gone(row):
                continue
            for cell in row.iter(f"{W}tc"):
                if next(cell.iterancestors(f"{W}tr")) is row:
                    self.cell(cell)

    def cell(self, cell: Element) -> None:
        first = len(self.told.paragraphs)
        self.blocks(cell)
        for told in self.told.paragraphs[first:]:
            told.kind = "cell"

    def text(self, parent: Element) -> str:
        """The characters of a paragraph as the reader sees them.

        Notes as marks, fields as results.
        """
        return "".join(self._pieces(parent))

    def _pieces(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag in self.hidden or not isinstance(child.tag, str):
                continue
            match child.tag.rpartition("}")[2]:
                case "r":
                    yield from self._run(child)
                case "hyperlink":
                    words = "".join(self._pieces(child))
                    if anchor := child.get(f"{W}anchor"):
                        self.told.links.append(Link(anchor, words, len(self.told.paragraphs)))
                    elif relation := child.get(f"{R}id"):
                        self.told.addresses.append((self._address(child, relation), words))
                    yield words
                case "fldSimple":
                    result = "".join(self._pieces(child))
                    self._field(child.get(f"{W}instr") or "", result)
                    yield result
                case "AlternateContent":
                    yield from self._pieces(chosen(child))
                case "oMath" | "oMathPara":
                    yield self._seen(linear(child, self.hidden))
                case "pPr" | "rPr" | "sdtPr":
                    pass
                case "bookmarkStart" | "bookmarkEnd":
                    self.marks(child)
                case _:
                    yield from self._pieces(child)

    def _address(self, link: Element, relation: str) -> str:
        """Where a link leads, by the relations of the part it stands in."""
        in_note = self.package.footnotes is not None and link.getroottree().getroot() is self.package.footnotes
        return self.package.addresses("footnotes" if in_note else "").get(relation, "")

    def marks(self, element: Element) -> None:
        """Take note of the begin or end of a bookmark."""
        if element.tag == f"{W}bookmarkStart":
            name = element.get(f"{W}name")
            if name in self.told.bookmarks:
                self.told.doubled_bookmarks.append(name)
            self.told.bookmarks[name] = len(self.told.paragraphs)
            self.told.bookmark_text[name] = ""
            self.open_bookmarks[element.get(f"{W}id")] = name
        elif element.tag == f"{W}bookmarkEnd":
            self.open_bookmarks.pop(element.get(f"{W}id"), None)

    def _run(self, run: Element) -> Iterator[str]:
        style = value(run.find(f"{W}rPr"), "rStyle")
        if style:
            self.told.styles.add(style)
        custom: Element | None = None
        for child in in_run(run):
            name = child.tag.rpartition("}")[2]
            if name == "fldChar":
                self._field_sign(child)
                continue
            if name in ("instrText", "delInstrText"):
                if self.open_fields:
                    self.open_fields[-1][1] += child.text or ""
                continue
            if name in ("footnoteReference", "endnoteReference"):
                if child.get(f"{W}customMarkFollows") in ("1", "true", "on"):
                    custom = child
                    continue
                yield self._seen(self._call(child, None))
                continue
            if name == "ruby":  # what stands above the characters tells how they are read
                yield from self._pieces(child.find(f"{W}rubyBase"))
                continue
            text = self._sign(child, name)
            if text and custom is not None:
                text, custom = self._call(custom, text), None
            if text:
                yield self._seen(text)

    def _sign(self, element: Element, name: str) -> str:
        if name == "t" or (name == "delText" and self.view == "rejected"):
            return shown(element.text or "", element.getparent())
        if name == "sym":
            return symbol(element)
        return _SIGNS.get(element.tag, "")

    def _seen(self, text: str) -> str:
        """Hand text on to the fields and bookmarks it stands in; what stands in an instruction is not seen."""
        for field_parts in self.open_fields:
            if field_parts[0] == "result":
                field_parts[2] += text
        if any(parts[0] == "instruction" for parts in self.open_fields):
            return ""
        for name in self.open_bookmarks.values():
            self.told.bookmark_text[name] += text
        return text

    def _field_sign(self, sign: Element) -> None:
        match sign.get(f"{W}fldCharType"):
            case "begin" if sign not in self.unfinished:
                self.open_fields.append(["instruction", "", ""])
            case "separate" if self.open_fields:
                self.open_fields[-1][0] = "result"
            case "end" if self.open_fields:
                _, instruction, result = self.open_fields.pop()
                self._field(instruction, result)
            case _:
                pass

    def _field(self, instruction: str, result: str) -> None:
        words = tuple(word.strip('"') for word in _INSTRUCTION.findall(instruction))
        self.told.fields.append(Field(words, result, len(self.told.paragraphs)))

    def _call(self, reference: Element, custom: str | None) -> str:
        kind: NoteKind = "endnote" if reference.tag == f"{W}endnoteReference" else "footnote"
        identifier = reference.get(f"{W}id")
        if custom is None:
            form, start = self.rules[kind].form(self.section)
            mark = counted(self.note_counts[kind] + start, form) or "?"
            self.note_counts[kind] += 1
        else:
            mark = custom
        body = self.notes.get((kind, identifier))
        if body is not None and body in self.told_now:
            return f"{CALL_OPEN}{mark}{CALL_CLOSE}"
        if body is None:
            self.told.missing_notes.append(mark)
        else:
            text = self._apart(body)
            if custom is not None:
                text = text.lstrip().removeprefix(custom)
            self.told.notes.append(ToldNote(identifier, mark, text.strip(), custom is not None))
        return f"{CALL_OPEN}{mark}{CALL_CLOSE}"

    def _apart(self, body: Element) -> str:
        """The words of a note: they are no part of the field or bookmark its call stands in."""
        fields, self.open_fields = self.open_fields, []
        self.unfinished |= unfinished(body, self.hidden)
        bookmarks, self.open_bookmarks = self.open_bookmarks, {}
        self.told_now.append(body)  # a note may call itself
        text = "\n".join([self.text(paragraph) for paragraph in _shown(body)])
        self.told_now.pop()
        self.open_fields, self.open_bookmarks = fields, bookmarks
        return text

    def _gone(self, paragraph: Element) -> bool:
        """Say whether the paragraph mark is not there in this view."""
        return self.tracked and reads_on(paragraph, self.hidden)

    def _row_gone(self, row: Element) -> bool:
        return self.tracked and is_struck(row, self.hidden)


def _shown(story: Element) -> Iterator[Element]:
    """The paragraphs of a story and of its boxes, without the old form of what has a new one."""
    for paragraph in story.iter(f"{W}p"):
        above = paragraph.getparent()
        while above is not None and above is not story and not is_passed_over(above):
            above = above.getparent()
        if above is None or above is story or paragraph is story:
            yield paragraph


def in_run(run: Element) -> Iterator[Element]:
    """What stands in a run: of what it holds in several forms the one that is read."""
    for child in run:
        if child.tag == f"{MC}AlternateContent":
            yield from in_run(chosen(child))
        elif isinstance(child.tag, str):
            yield child


def is_struck(row: Element, hidden: Collection[str]) -> bool:
    """Whether a row of a table is not there in the view that hides changes of these kinds."""
    properties = row.find(f"{W}trPr")
    return properties is not None and any(properties.find(tag) is not None for tag in hidden)


def reads_on(paragraph: Element, hidden: Collection[str]) -> bool:
    """Whether the mark of a paragraph is not there, so that it reads on into the one that follows."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    if mark is None or not any(mark.find(tag) is not None for tag in hidden):
        return False
    after = paragraph.getnext()
    while after is not None and after.tag not in _BLOCKS:
        after = after.getnext()
    return after is not None and after.tag == f"{W}p"


_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}sectPr")


def _notes(package: Package) -> Iterator[tuple[tuple[str, str], Element]]:
    for kind, root in (("footnote", package.footnotes), ("endnote", package.endnotes)):
        for note in root.iterchildren(f"{W}{kind}") if root is not None else ():
            if note.get(f"{W}type") in (None, "normal"):
                yield (kind, note.get(f"{W}id")), note
