"""Reads the whole content of a Word package.

Runs with looks, cells with spans, notes, pictures, heads. It shares the numbering and the notes' rules with
`reading`, which tells the plain story, and walks the file anew: so the one can be held against the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from publisher.openxml.content import (
    Block,
    Cell,
    Change,
    Comment,
    Content,
    Note,
    NoteCall,
    NoteKind,
    Paragraph,
    Piece,
    Row,
    Run,
    Section,
    Table,
)  # fmt: skip
from publisher.openxml.counting import counted
from publisher.openxml.fields import unfinished
from publisher.openxml.formulas import linear
from publisher.openxml.looks import Looks
from publisher.openxml.numbering import Numbering
from publisher.openxml.package import Element, Package, R, W, chosen, switched_on, value
from publisher.openxml.pictures import pictures
from publisher.openxml.reading import HIDDEN, View, in_run, is_struck, reads_on
from publisher.openxml.sections import NOTE_KINDS, note_rules, sections
from publisher.openxml.styles import Styles
from publisher.openxml.symbols import shown, symbol

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_MOST_COLUMNS = 63  # of a table of Word
_UNSEEN = ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "fldChar", "annotationRef", "proofErr",
           "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "lastRenderedPageBreak", "tcPr")  # fmt: skip


def read_content(package: Package, view: View = "accepted") -> Content:
    """Everything `package` holds, changes all accepted or rejected."""
    return _Reader(package, view).content()


class _Reader:
    def __init__(self, package: Package, view: View) -> None:
        self.package, self.hidden = package, HIDDEN[view]
        self.struck = "delText" if view == "rejected" else ""
        self.numbering = Numbering(package)
        self.rules = {kind: note_rules(package, kind) for kind in NOTE_KINDS}
        self.looks = Looks(self.numbering.styles)
        self.names = dict(_built_in(self.numbering.styles))
        self.section = 0
        self.note_counts: dict[NoteKind, int] = dict.fromkeys(NOTE_KINDS, 0)
        self.fields: list[list[Any]] = []  # of each open field: whether its result has begun, its instruction
        self.unfinished: set[Element] = set()
        self.instructions: list[Element] = []  # runs whose words belong to the instruction of a field
        self.relations = package.relations_of(package.main)

    def content(self) -> Content:
        body = self._story(self.package.body)
        found = sections(self.package)
        notes = {(note.kind, note.id): note for note in self._notes()}
        return Content(
            body, notes, self._heads(found), [_section(one) for one in found], list(self._comments()),
            list(self._changes()), self._variables(), self.numbering.unknown, self.instructions,
        )  # fmt: skip

    # Blocks

    def _story(self, root: Element) -> list[Block]:
        """The blocks of a story: its fields are its own."""
        self.fields, self.unfinished = [], unfinished(root, self.hidden)
        return list(self._blocks(root))

    def _blocks(self, parent: Element) -> Iterator[Block]:
        before: list[Piece] = []
        for child in parent:
            match child.tag.rpartition("}")[2] if isinstance(child.tag, str) else "":
                case "p" if reads_on(child, self.hidden):
                    before = [*before, *self._pieces(child, "", self._style(child))]
                case "p":
                    yield self._paragraph(child, before)
                    before = []
                case "tbl":
                    yield self._table(child)
                case "AlternateContent":
                    yield from self._blocks(chosen(child))
                case _ if child.tag not in self.hidden:  # what Word does not know it passes over, not what is in it
                    yield from self._blocks(child)
                case _:
                    pass

    def _style(self, paragraph: Element) -> str:
        return value(paragraph.find(f"{W}pPr"), "pStyle") or ""

    def _paragraph(self, paragraph: Element, before: list[Piece]) -> Paragraph:
        properties = paragraph.find(f"{W}pPr")
        style = self._style(paragraph)
        named = self.names.get(style, style)
        place = self.numbering.place(paragraph)
        number = self.numbering.number(paragraph)
        read = Paragraph(
            paragraph,
            named,
            number,
            place[1] if place else 0,
            [*before, *self._pieces(paragraph, "", style)],
            self.section,
        )
        read.left = _whole(self.numbering.left(paragraph))
        if properties is not None:
            read.align = value(properties, "jc") or ""
            read.first = _whole(value(properties, "ind", "firstLine")) - _whole(value(properties, "ind", "hanging"))
            read.framed = properties.find(f"{W}framePr") is not None
            if properties.find(f"{W}sectPr") is not None:
                self.section += 1
                for kind in self.note_counts:
                    if self.rules[kind].restart(self.section) == "eachSect":
                        self.note_counts[kind] = 0
        return read

    def _table(self, table: Element) -> Table:
        grid = table.find(f"{W}tblGrid")
        widths = tuple(_whole(one.get(f"{W}w")) for one in grid.iterchildren(f"{W}gridCol")) if grid is not None else ()
        floating = table.find(f"{W}tblPr/{W}tblpPr") is not None
        own = (row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table)
        rows = [self._row(row) for row in own if not is_struck(row, self.hidden)]
        return Table(table, rows, widths, self.section, floating)

    def _row(self, row: Element) -> Row:
        properties = row.find(f"{W}trPr")
        column = min(max(0, _whole(value(properties, "gridBefore"))), _MOST_COLUMNS)
        cells = []
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue  # of a table inside
            cells.append(self._cell(cell, column))
            column += cells[-1].span
        return Row(row, cells, switched_on(properties, "tblHeader"))

    def _cell(self, cell: Element, column: int) -> Cell:
        properties = cell.find(f"{W}tcPr")
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        merged = "" if merge is None else "begins" if merge.get(f"{W}val") == "restart" else "goes on"
        borders = properties.find(f"{W}tcBorders") if properties is not None else None
        rules = frozenset(side for side in ("top", "bottom") if (value(borders, side) or "nil") not in ("nil", "none"))
        span = min(max(1, _whole(value(properties, "gridSpan"))), _MOST_COLUMNS)
        return Cell(cell, list(self._blocks(cell)), column, span, merged, rules)  # type: ignore[arg-type]

    # Pieces

    def _pieces(self, parent: Element, link: str, style: str) -> list[Piece]:
        pieces: list[Piece] = []
        for child in parent:
            if child.tag in self.hidden or not isinstance(child.tag, str):
                continue
            match child.tag.rpartition("}")[2]:
                case "r":
                    pieces += self._run(child, link, style)
                case "hyperlink":
                    target = self.relations.get(child.get(f"{R}id"), ("", ""))[1] or link
                    pieces += self._pieces(child, target, style)
                case "fldSimple":
                    self.fields.append([True, child.get(f"{W}instr") or ""])
                    pieces += self._pieces(child, link, style)
                    self.fields.pop()
                case "AlternateContent":
                    pieces += self._pieces(chosen(child), link, style)
                case "oMath" | "oMathPara":
                    words = linear(child, self.hidden)
                    pieces += [Run(words, self.looks.look(child, style), child, link)] if words else []
                case name if name not in _UNSEEN:
                    pieces += self._pieces(child, link, style)
                case _:
                    pass
        return pieces

    def _run(self, run: Element, link: str, style: str) -> Iterator[Piece]:
        look = self.looks.look(run, style)
        text, custom = "", None
        for child in in_run(run):
            name = child.tag.rpartition("}")[2]
            match name:
                case "fldChar":
                    yield from self._shown(text, look, run, link)
                    text = ""
                    self._field_sign(child)
                case "instrText" if self.fields:
                    self.fields[-1][1] += child.text or ""
                case "footnoteReference" | "endnoteReference":
                    if child.get(f"{W}customMarkFollows") in ("1", "true", "on"):
                        custom = child
                    else:
                        yield self._call(child, None)
                case "drawing" | "pict" | "object":
                    yield from self._shown(text, look, run, link)
                    text = ""
                    yield from pictures(child, self.package, self.relations, lambda box: list(self._blocks(box)))
                case "ruby":  # characters, and above them how they are read
                    yield from self._shown(text, look, run, link)
                    text = ""
                    yield from self._pieces(child.find(f"{W}rubyBase"), link, style)
                case _ if sign := self._sign(child, name):
                    text += sign
                case _:
                    pass
        if custom is not None and text:
            yield self._call(custom, text)
        elif text:
            yield from self._shown(text, look, run, link)

    def _shown(self, text: str, look: Any, run: Element, link: str) -> Iterator[Run]:
        """The words of a run; none where they stand in the instruction of a field, which is not printed."""
        if text and all(begun for begun, _ in self.fields):
            yield self._words(text, look, run, link)
        elif text:
            self.instructions.append(run)

    def _words(self, text: str, look: Any, run: Element, link: str) -> Run:
        instruction = self.fields[-1][1].split() if self.fields else []
        if instruction and instruction[0].upper() == "HYPERLINK" and len(instruction) > 1 and not link:
            link = instruction[1].strip('"')
        return Run(text, look, run, link, " ".join(instruction[:2]))

    def _sign(self, element: Element, name: str) -> str:
        if name in ("t", self.struck):
            return shown(element.text or "", element.getparent())
        if name == "sym":
            return symbol(element)
        return _SIGNS.get(name, "")

    def _field_sign(self, sign: Element) -> None:
        match sign.get(f"{W}fldCharType"):
            case "begin" if sign not in self.unfinished:
                self.fields.append([False, ""])
            case "separate" if self.fields:
                self.fields[-1][0] = True
            case "end" if self.fields:
                self.fields.pop()
            case _:
                pass

    def _call(self, reference: Element, custom: str | None) -> NoteCall:
        kind: NoteKind = "endnote" if reference.tag == f"{W}endnoteReference" else "footnote"
        mark = custom
        if mark is None:
            form, start = self.rules[kind].form(self.section)
            mark = counted(self.note_counts[kind] + start, form) or "?"
            self.note_counts[kind] += 1
        return NoteCall(kind, reference.get(f"{W}id"), mark, custom is not None, reference)

    # What stands beside the body

    def _notes(self) -> Iterator[Note]:
        for kind, root in (("footnote", self.package.footnotes), ("endnote", self.package.endnotes)):
            if root is None:
                continue
            self.relations = self.package.relations_of(self.package.part_of(root))
            for note in root.iterchildren(f"{W}{kind}"):
                if note.get(f"{W}type") in (None, "normal"):
                    yield Note(kind, note.get(f"{W}id"), self._story(note), note)  # type: ignore[arg-type]

    def _heads(self, found: list[Element]) -> dict[Any, list[Block]]:
        heads: dict[Any, list[Block]] = {}
        for number, section in enumerate(found):
            for place in ("header", "footer"):
                for reference in section.findall(f"{W}{place}Reference"):
                    target = self.package.relations.get(reference.get(f"{R}id"))
                    root = self.package.part(target[1]) if target else None
                    if target and root is not None:
                        self.relations = self.package.relations_of(target[1])
                        heads[number, place, reference.get(f"{W}type") or "default"] = self._story(root)
        return heads

    def _comments(self) -> Iterator[Comment]:
        if self.package.comments is None:
            return
        for comment in self.package.comments.iterchildren(f"{W}comment"):
            text = "\n".join(["".join(paragraph.itertext(f"{W}t")) for paragraph in comment.iter(f"{W}p")])
            on = self._commented(comment.get(f"{W}id"))
            yield Comment(comment.get(f"{W}author") or "", comment.get(f"{W}date") or "", text, on, comment)

    def _commented(self, identifier: str) -> str:
        """The words between the begin and the end of a comment, or those of the paragraph it is anchored in."""
        words, inside = "", False
        for element in self.package.body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
            if element.tag == f"{W}t":
                words += element.text or "" if inside else ""
            elif element.get(f"{W}id") == identifier:
                inside = element.tag == f"{W}commentRangeStart"
                if not inside:
                    return words
        return words

    def _changes(self) -> Iterator[Change]:
        roots = [
            root for root in (self.package.body, self.package.footnotes, self.package.endnotes) if root is not None
        ]
        for root in roots:
            for element in root.iter(*_CHANGES):
                words = "".join(element.itertext(f"{W}t", f"{W}delText"))
                kind = _CHANGES[element.tag]
                yield Change(kind, element.get(f"{W}author") or "", element.get(f"{W}date") or "", words, element)  # type: ignore[arg-type]

    def _variables(self) -> dict[str, str]:
        settings = self.package.settings
        found = settings.iter(f"{W}docVar") if settings is not None else ()
        return {one.get(f"{W}name"): one.get(f"{W}val") or "" for one in found}


_CHANGES = {
    f"{W}ins": "inserted", f"{W}del": "deleted", f"{W}moveFrom": "moved", f"{W}moveTo": "moved",
    f"{W}rPrChange": "formatted", f"{W}pPrChange": "formatted", f"{W}tblPrChange": "formatted",
    f"{W}tcPrChange": "formatted", f"{W}trPrChange": "formatted", f"{W}sectPrChange": "formatted",
}  # fmt: skip


def _built_in(styles: Styles) -> Iterator[tuple[str | None, str]]:
    """The identifiers of Word's own headings, titles and contents where they are others than their English names.

    Word in Chinese and WPS call “heading 1” 1, and German Word berschrift1; the name within is English in all.
    """
    return ((identifier, name.replace(" ", "")) for identifier, name in styles.names() if _BUILT_IN.fullmatch(name))


_BUILT_IN = re.compile(r"(?:heading|toc) [1-9]|title|subtitle|caption|(?:intense )?quote", re.IGNORECASE)


def _section(section: Element) -> Section:
    columns = value(section, "cols", "num")
    return Section(value(section, "pgSz", "orient") == "landscape", _whole(columns) or 1)


def _whole(said: str | None) -> int:
    try:
        return round(float(said)) if said else 0
    except ValueError:
        return 0
