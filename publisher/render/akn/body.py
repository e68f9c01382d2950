"""Blocks as the hierarchy of Akoma Ntoso, in reading order.

Sections, numbered paragraphs, lists, tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from publisher.model.reading import apart
from publisher.model.resolved import Block, Cell, EndRule, Figure, Heading, Paragraph, Region, Row, Table
from publisher.render.akn.elements import Element, element
from publisher.render.akn.inlines import Inliner

_LEVELS = ("section", "subsection", "level", "level", "level")
_NEVER_CLOSED = -1  # by a heading: the depth of what is set apart
_ELEMENTS = {"chapter": "chapter"}  # kinds of headings that the schema has a name for
_SHORT = {"chapter": "chp", "section": "sec", "subsection": "subsec", "level": "level"}


@dataclass(slots=True)
class _Open:
    """A section that what follows goes into: its depth and eId."""

    element: Element
    depth: int
    id: str


@dataclass(slots=True)
class Hierarchy:
    """Builds the body of a document or of an attachment, block after block."""

    root: Element
    inliner: Inliner
    within: str = ""  # eId of the attachment
    sections: list[_Open] = field(default_factory=list)
    lists: list[tuple[Element, str]] = field(default_factory=list)  # open lists, outermost first, and their eIds
    paragraph: Element | None = None  # the last paragraph, which a list may still come under
    paragraph_id: str = ""

    def add(self, blocks: Sequence[Block], depth: int = 0) -> None:
        """Put `blocks` down in their order.

        What is set apart, in a container of its own.
        """
        for region, run in apart(blocks, depth):
            if region is None:
                for block in run:
                    self._block(block)
            else:
                self._region(region, run, depth + 1)

    def _region(self, region: Region, blocks: Sequence[Block], depth: int) -> None:
        self._leave()
        self._close_sections(region.depth)
        given = self.inliner.identifiers.give(region.kind, "", self._place, region.id)
        made = element("hcontainer", eId=given, name=region.kind)
        self._into.append(made)
        around = self.sections
        self.sections = [*around, _Open(made, _NEVER_CLOSED, given)]
        self.add(blocks, depth)
        self.sections = around
        self._leave()

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(role="item" | "bullet" | "agenda-entry") if block.number is not None:
                self._item(block)
            case Paragraph(role="close") if self.lists:
                self._close(block)
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._container("table", block.id, *self._table(block))
            case Figure():
                self._container("figure", block.id, *self._figure(block))
            case EndRule():
                pass
            case _:
                assert_never(block)

    # --- headings and paragraphs ----------------------------------------------------------------------------

    def _heading(self, block: Heading) -> None:
        self._leave()
        if block.kind == "box":
            self.inliner.identifiers.known[block.id] = self._place
            self._into.append(self.inliner.into(element("heading"), block.text))
            return
        depth = 0 if block.kind in ("annex", "summary") else block.depth
        self._close_sections(depth)
        level = min(len(self.sections), len(_LEVELS) - 1)
        name = _LEVELS[level] if block.kind == "section" else _ELEMENTS.get(block.kind, "hcontainer")
        kind = _SHORT.get(name, block.kind)
        printed = block.number.printed if block.number else ""
        given = self.inliner.identifiers.give(kind, printed, self._place, block.id)
        attributes = {"eId": given} | ({"name": block.kind} if name == "hcontainer" else {})
        made = element(name, **attributes)
        if printed:
            made.append(element("num", printed))
        made.append(self.inliner.into(element("heading"), block.text))
        self._into.append(made)
        self.sections.append(_Open(made, depth, given))

    def _close_sections(self, depth: int) -> None:
        while self.sections and self.sections[-1].depth >= depth:
            self.sections.pop()

    def _paragraph(self, block: Paragraph) -> None:
        self._leave()
        number = block.number.printed if block.number is not None else ""
        name = "paragraph" if number or block.role == "operative" else "hcontainer"
        kind = "para" if name == "paragraph" else block.role
        # numbers run through a document, so its paragraphs are named by them alone; elsewhere by where they stand
        within = self.within if block.role == "numbered" else self._place
        given = self.inliner.identifiers.give(kind, number, within, block.id)
        attributes = {"eId": given} | ({"name": block.role} if name == "hcontainer" else {})
        label = [self.inliner.into(element("inline", name="label"), block.label), " "] if block.label else []
        words = self.inliner.paragraph(block.text, *label)
        if block.language:
            words.set("{http://www.w3.org/XML/1998/namespace}lang", block.language)
        content = element("content", words, eId=f"{given}__content")
        made = element(name, element("num", number) if number else None, content, **attributes)
        self._into.append(made)
        self.paragraph, self.paragraph_id = made, given

    def _item(self, block: Paragraph) -> None:
        """A point of the list under the last paragraph; its depth is that of its number."""
        assert block.number is not None
        if self.paragraph is None:
            self._bare_list()
        while len(self.lists) > block.number.depth + 1:
            self.lists.pop()
        while len(self.lists) <= block.number.depth:
            self._open_list()
        holder, within = self.lists[-1]
        given = self.inliner.identifiers.give("point", block.number.printed, within, block.id)
        content = element("content", self.inliner.paragraph(block.text), eId=f"{given}__content")
        holder.append(element("point", element("num", block.number.printed), content, eId=given))

    def _bare_list(self) -> None:
        """A list that no paragraph leads in: an agenda under its heading."""
        given = self.inliner.identifiers.give("hcontainer", "", self._place)
        self.paragraph, self.paragraph_id = element("hcontainer", eId=given, name="list"), given
        self._into.append(self.paragraph)

    def _open_list(self) -> None:
        """Turn what the last paragraph or point says into the words that introduce a list."""
        holder: Element = self.lists[-1][0][-1] if self.lists else self.paragraph
        within = holder.get("eId")
        given = self.inliner.identifiers.give("list", "1", within)
        made = element("list", eId=given)
        content = next((child for child in holder if child.tag.endswith("}content")), None)
        if content is not None:
            holder.remove(content)
            made.append(element("intro", *content, eId=f"{given}__intro"))
        holder.append(made)
        self.lists.append((made, given))

    def _close(self, block: Paragraph) -> None:
        holder, within = self.lists[0]
        self.inliner.identifiers.known[block.id] = f"{within}__wrapUp"
        holder.append(element("wrapUp", self.inliner.paragraph(block.text), eId=f"{within}__wrapUp"))
        self._leave()

    def _leave(self) -> None:
        self.lists, self.paragraph = [], None

    @property
    def _into(self) -> Element:
        return self.sections[-1].element if self.sections else self.root

    @property
    def _place(self) -> str:
        return self.sections[-1].id if self.sections else self.within

    # --- tables and figures ---------------------------------------------------------------------------------

    def _container(self, name: str, id: str, *content: Element) -> None:
        self._leave()
        given = self.inliner.identifiers.give(name, "", self._place, id)
        made = element("hcontainer", element("content", *content, eId=f"{given}__content"), eId=given, name=name)
        self._into.append(made)

    def _table(self, block: Table) -> list[Element]:
        inliner = self.inliner
        names = {note.id: inliner.identifiers.give("note", note.mark, self._place, note.id) for note in block.notes}
        before = [element("p", block.label)] if block.label else []
        before += [inliner.paragraph(text) for text in (block.title, block.unit) if text]
        rows = [self._row(Row(cells), "th") for cells in block.head] + [self._row(row, "td") for row in block.rows]
        after = [
            inliner.into(element("p", element("sup", note.mark), " ", eId=names[note.id]), note.text)
            for note in block.notes
        ]
        after += [inliner.paragraph(block.source)] if block.source else []
        return [*before, element("table", *rows), *after]

    def _row(self, row: Row, name: str) -> Element:
        made = element("tr", class_="" if row.kind == "row" else row.kind)
        for cell in row.cells:
            made.append(self._cell(cell, name))
        return made

    def _cell(self, cell: Cell, name: str) -> Element:
        spans = {
            "colspan": str(cell.columns) if cell.columns > 1 else "",
            "rowspan": str(cell.rows) if cell.rows > 1 else "",
        }
        return element(name, self.inliner.paragraph(cell.text), **spans)

    def _figure(self, block: Figure) -> list[Element]:
        inliner = self.inliner
        alternative = "".join(getattr(part, "text", "") for part in block.alternative)
        before = [element("p", block.label)] if block.label else []
        before += [inliner.paragraph(block.title)] if block.title else []
        picture = element("p", element("img", src=block.path, alt=alternative))
        return [*before, picture, *([inliner.paragraph(block.source)] if block.source else [])]
