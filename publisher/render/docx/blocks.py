"""Blocks of the page as paragraphs and tables of the Word base."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import Any

from publisher.model.fitting import IN_BOX, IN_NARROW_BOX
from publisher.model.measures import width
from publisher.model.reading import SUMMARY
from publisher.model.workspace import Workspace
from publisher.render.docx.contents import draw_contents
from publisher.render.docx.elements import Element, paragraph, properties_of, put, q, w
from publisher.render.docx.labels import draw_label
from publisher.render.docx.language import runs_rightward
from publisher.render.docx.list_number import Place, list_number
from publisher.render.docx.manuscript import CHANGES, Manuscript
from publisher.render.docx.pictures import figure
from publisher.render.docx.roles import HEADINGS, OUT_OF_OUTLINE, PARAGRAPH_STYLES, outline_level, style_of
from publisher.render.docx.runs import Ink
from publisher.render.docx.sections import BETWEEN_COLUMNS, Kind, Sections
from publisher.render.docx.tables import IN_FOOT, LINE_OF_TEXT, Inside, Reach, boxed, caption_of, draw_table, framed
from publisher.render.sources import picture_at
from publisher.render.vocabulary import OutsideVocabulary

UNIT_TO_TABLE = 120  # twips between the unit of a table and its head
ROOM_TO_SIGN = 240  # twips above the name of someone who signed
BELOW_TITLE = 240  # twips
BELOW_BOX = 120  # twips more than below a table
NARROW = 3  # from so many columns on lines are not filled
EM_OF_TEXT = 208  # twips: 10 points and what justified lines lose
LABEL_TO_TITLE = 240  # twips between “Annex II” and its title


class Story:
    """The body of the file while it is drawn, block after block."""

    def __init__(
        self,
        manuscript: Manuscript,
        sections: Sections,
        part: Any,
        workspace: Workspace,
        widths: dict[Kind, int],
        restarts: frozenset[str],
        foot_begins: int | None,
    ) -> None:
        self.content: list[Element] = []
        self._manuscript = manuscript
        self._sections = sections
        self._part = part
        self._workspace = workspace
        self._widths = widths
        self._restarts = restarts
        self._foot_begins = foot_begins  # where the foot of page one does, if above its margin
        self._new_page = False
        self._columns = 1  # that what is drawn stands in
        self._boxed = False
        self._in_box = 0  # the width in a box as narrow as the text

    def draw_main(self, main: Element) -> None:
        """Draw everything under the masthead."""
        of_record = main.getroottree().getroot().get("data-kind", "").endswith("-record")
        for child in main:
            kind = child.tag, (child.get("class") or "").split()
            match kind:
                case "h1", ["title"]:
                    self._add(child, "DocumentTitle")
                case "p", ["subtitle"]:
                    self._add(child, "DocumentSubtitle")
                case "p", ["subtitle", "light"]:
                    line = self._add(child, "SingleTxt")
                    if of_record and (child.getnext().get("class") or "") == child.get("class"):
                        put(properties_of(line), w("spacing", after=0))
                case "nav", ["contents", *looks]:
                    made = draw_contents(child, self._manuscript)
                    if "apart" in looks:
                        put(properties_of(made[0]), w("pageBreakBefore"))
                    self.content += made
                case "section", ["division", "body" | "annex" as division, *apart]:
                    self._new_page = self._new_page or bool(apart)
                    self._division(child, division == "annex")
                case _:
                    raise outside(child)
        self._part_from_title()

    def _part_from_title(self) -> None:
        """Let air between the title and a text whose style brings none."""
        styles = self._manuscript.styles
        heads = [styles.id("DocumentTitle"), styles.id("DocumentSubtitle")]
        for line, below in pairwise(self.content):
            title, text = style_named(line), style_named(below)
            if title not in heads or text in heads or not (text or below.tag == q("tbl")):
                continue
            brought = styles.measure(text, "spacing", "before") if text else 0
            if not styles.measure(title, "spacing", "after") and not brought:
                put(properties_of(line), w("spacing", after=BELOW_TITLE))

    def _division(self, section: Element, annex: bool) -> None:
        if annex:
            self._new_page = True
            self._begin_section_for(section)
        self._blocks(section)

    def _blocks(self, parent: Element) -> None:
        for block in parent:
            self._block(block)

    def _begin_section_for(self, element: Element) -> None:
        """Begin a new section where the notes restart at `element`."""
        if element.get("id") in self._restarts and self.content:
            self._sections.turn(self.content, self._sections.kind, restart_notes=True)
            self._manuscript.notes.restart()
            self._new_page = False

    def _block(self, block: Element) -> None:
        classes = (block.get("class") or "").split()
        match block.tag, classes:
            case "h2" | "h3" | "h4" | "h5" | "h6", ["heading", *kinds]:
                self._begin_section_for(block)
                self._heading(block, kinds)
            case "div", ["table-block", *looks]:
                self._table(block, looks)
            case "div", ["region", "box", *wide] if wide in ([], ["wide"]):
                self._box(block, bool(wide))
            case "div", ["region", "box", "foot"]:
                self._foot(block)
            case "div", ["region", "landscape"]:
                self._turn("landscape")
                self._blocks(block)
                self._turn("running")
            case "div", ["region", "columns", number]:
                self._in_columns(block, int(number.removeprefix("columns-")))
            case "figure", []:
                self._figure(block)
            case "hr", ["end-rule"]:
                self.content.append(paragraph(self._manuscript.styles.id("EndRule")))
            case "p", [role, *_] if role in PARAGRAPH_STYLES:
                self._paragraph(block, role)
            case _:
                raise outside(block)

    def _foot(self, block: Element) -> None:
        """Draw a box at the foot of page one: paragraphs in a frame, for LibreOffice floats no table there."""
        first = len(self.content)
        self._blocks(block)
        for line in self.content[first:]:
            framed(line, self._room, self._top_of_foot(block))

    def _top_of_foot(self, block: Element) -> int | None:
        """Where a box at the foot of page one begins whose foot would stand in the foot of the page, by its lines."""
        if self._foot_begins is None:
            return None
        lines = ceil(EM_OF_TEXT * width("".join(block.itertext())) / (self._room - 2 * IN_FOOT))
        return self._foot_begins - 4 * IN_FOOT - lines * LINE_OF_TEXT  # LibreOffice lets twice the room in as Word

    def _box(self, block: Element, wide: bool) -> None:
        """Draw a box as a table of one cell, which may go over pages.

        In one that reaches from margin to margin all stands at the indents it would have outside.
        """
        narrow = not wide and self._columns == 1
        inset, room = (self._inset, self._end_of_text - self._inset) if narrow else (0, self._room)
        inside = Inside(round(20 * IN_BOX), round(20 * IN_BOX)) if self._columns > 1 else Inside(0, 0)
        inside = Inside(*(round(20 * points) for points in IN_NARROW_BOX)) if narrow else inside
        around, self.content, self._boxed = self.content, [], True
        self._in_box = room - sum(inside) if narrow else 0
        self._blocks(block)
        inner, self.content, self._boxed, self._in_box = self.content, around, False, 0
        if inner[-1].tag != q("p"):
            inner.append(paragraph(self._manuscript.styles.id("AfterTable")))
        self.content.append(boxed(inner, Reach(inset, room, together=False), inside, self._manuscript.rightward))
        below = paragraph(self._manuscript.styles.id("AfterTable"))
        put(properties_of(below), w("spacing", after=BELOW_BOX))
        self.content.append(below)

    def _in_columns(self, block: Element, columns: int) -> None:
        """Draw a part in columns: a section of its own, on the page where the one before it ends."""
        self._sections.part(self.content, columns)
        self._columns = columns
        self._blocks(block)
        self._columns = 1
        self._sections.part(self.content, 1)

    @property
    def _room(self) -> int:
        """The width between margins, of one of the columns, or in a box as narrow as the text."""
        if self._in_box:
            return self._in_box
        width = self._widths[self._sections.kind]
        return (width - (self._columns - 1) * BETWEEN_COLUMNS) // self._columns

    @property
    def _inset(self) -> int:
        """From the margin to the column of text."""
        return 0 if self._inside else self._column_of_text("left")

    @property
    def _inside(self) -> bool:
        """Whether what is drawn begins where columns or a box do, not at the column of text."""
        return self._columns > 1 or self._in_box > 0

    def _paragraph(self, block: Element, role: str, anchor: str = "") -> None:
        name = style_of(block) or PARAGRAPH_STYLES[role]
        if role == "annex-label":
            self._label(block)
        else:
            if role == "led":
                _part_office(block)
            made = self._add(block, name, anchor=anchor)
            if role == "agenda-entry" and any(
                role_of(before) == "operative" for before in block.itersiblings(preceding=True)
            ):
                put(properties_of(made), self._under_operative(name))
            if role == "signed":
                put(properties_of(made), w("spacing", before=ROOM_TO_SIGN))
            if role == "led":
                put(properties_of(made), self._row_of_dots(name))
                if not len(block):  # neither an office nor dots: the line begins where names do
                    put(properties_of(made), w("ind", firstLine=0))
                after = {} if role_of(block.getnext()) != role else {"after": 0}
                put(properties_of(made), w("spacing", **after))
            if role == "labelled" and self._inside:
                self._label_above(made)
            if role == "bullet":
                put(properties_of(made), self._hanging(name))
            # Officers and votes stay with what introduces them; a list of States in a column may go on in the next.
            if role_of(block.getnext()) == "labelled" and not (role == "labelled" and self._inside):
                put(properties_of(made), w("keepNext"))

    def _under_operative(self, style: str) -> Element:
        """The indent of an agenda in a decision: one step further in than the operative paragraphs."""
        measure = self._manuscript.styles.measure
        step = measure("AgendaEntry2", "ind", "left") - measure("AgendaEntry1", "ind", "left")
        return w("ind", left=measure(style, "ind", "left") + step)

    def _label_above(self, made: Element) -> None:
        """Part the label of a line from its words, where there is no room beside it: a column of a record."""
        beside = next(made.iter(q("tab")))
        beside.getparent().replace(beside, w("br"))
        measure = self._manuscript.styles.measure
        step = measure("Item2", "ind", "left") - measure("Item1", "ind", "left")
        put(properties_of(made), w("ind", left=step, right=0, hanging=step))

    def _hanging(self, style: str) -> Element:
        """The indent of a point: its lines hang behind the sign, which stands where the first line of an item does."""
        measure = self._manuscript.styles.measure
        step = measure("Item2", "ind", "left") - measure("Item1", "ind", "left")
        hung = w("ind", left=measure(style, "ind", "left") + step, hanging=step)
        if self._inside:
            hung.set(q("left"), str(measure(style, "ind", "left") + step - self._column_of_text("left")))
            hung.set(q("right"), "0")
        return hung

    def _heading(self, block: Element, kinds: list[str]) -> None:
        name = style_of(block)
        if name is None:
            raise outside(block)
        made = self._add(block, name, "heading")
        properties = properties_of(made)
        if name in HEADINGS:
            self._dress(properties, list_number(block, "heading") is not None)
            if self._inside:
                put(properties, self._in_column(list_number(block, "heading") is not None))
        if role_of(block.getprevious()) == "annex-label":
            spacing = properties.find(q("spacing"))
            (put(properties, w("spacing")) if spacing is None else spacing).set(q("before"), "0")
        self._set_outline(properties, name, outline_level(block, kinds[-1]))

    def _label(self, block: Element) -> None:
        """Draw “Annex II” on its line."""
        made = self._add(block, "HCh")
        properties = properties_of(made)
        self._dress(properties, numbered=False)
        spacing = put(properties, w("spacing", after=LABEL_TO_TITLE))
        if properties.find(q("pageBreakBefore")) is not None:
            spacing.set(q("before"), "0")  # Word, unlike print, keeps the air above at the head of a page
        # The title under it stands in the outline, not the label.
        self._set_outline(properties, "HCh", OUT_OF_OUTLINE)

    def _dress(self, properties: Element, numbered: bool) -> None:
        """Set the tab stops of a heading, and its words where those of a numbered one begin."""
        if (stops := self._manuscript.styles.heading_stops()) is not None:
            put(properties, stops)
        if not numbered:
            self._start_at_words(properties)

    def _set_outline(self, properties: Element, style: str, level: int) -> None:
        """State the level in the outline where it is not that of the style."""
        if self._manuscript.styles.outline_level(style) != level:
            put(properties, w("outlineLvl", val=level))

    def _start_at_words(self, properties: Element) -> None:
        """Let a heading without a number begin where the words of a numbered one do."""
        _, begins = self._manuscript.styles.number_position()
        put(properties, w("ind", left=begins, firstLine=0))

    def _add(self, block: Element, style: str, place: Place = "text", anchor: str = "") -> Element:
        """Draw one paragraph of the page in `style` and give it back; `anchor` is what a label stands for."""
        manuscript = self._manuscript
        language = block.get("lang")
        rightward = manuscript.rightward if language is None else runs_rightward(language)
        change = CHANGES.get(block.get("data-change", ""))
        made = paragraph(manuscript.styles.id(style))
        properties = properties_of(made)
        if self._new_page:
            put(properties, w("pageBreakBefore"))
            self._new_page = False
        number = None if role_of(block) == "annex-label" else list_number(block, place)
        if (counted := manuscript.numbering.properties(style, number)) is not None:
            put(properties, counted)
            if number is None:
                put(properties, manuscript.styles.place(style))
        if self._inside:
            put(properties, self._moved(style))
            if self._columns >= NARROW:
                put(properties, w("jc", val="left"))
        elif self._boxed and style.startswith("Summary"):
            put(properties, w("pBdr", *(w(side, val="nil") for side in ("top", "left", "bottom", "right"))))
            put(properties, self._in_summary(style))
        elif style == "SingleTxt" and block.getparent().get("id") == SUMMARY:
            put(properties, self._in_summary("SummaryText"))
        if rightward != manuscript.rightward:
            put(properties, w("bidi", val=int(rightward)))
        if change:
            put(properties, w("rPr", manuscript.revisions.mark(change)))
        ink = Ink(rightward=rightward, language=language, change=change)
        made.extend(draw_label(block, anchor or block.get("id", ""), ink, manuscript))
        self.content.append(made)
        return made

    def _in_summary(self, style: str) -> Element:
        """The indents of a line of a summary: as wide as the text, the first line as in `style`."""
        first = self._manuscript.styles.measure(style, "ind", "firstLine")
        return w("ind", left=self._inset, right=self._column_of_text("right"), firstLine=first)

    def _moved(self, style: str) -> Element:
        """The indents of a style without those of the column of text: what stands in columns has none."""
        measure = self._manuscript.styles.measure
        left, right = (max(0, measure(style, "ind", side) - self._column_of_text(side)) for side in ("left", "right"))
        return w("ind", left=left, right=right)

    def _in_column(self, numbered: bool) -> Element:
        """The indent of a heading in columns, whose number does not hang outside."""
        ends, begins = self._manuscript.styles.number_position()
        step = self._manuscript.styles.measure("Item1", "ind", "left") - self._column_of_text("left")
        return w("ind", left=step if numbered else 0, right=0, hanging=begins - ends if numbered else 0)

    def _row_of_dots(self, style: str) -> Element:
        """Tab stops that let dots lead to the end of the line, past those of the style."""
        begins = self._manuscript.styles.measure(style, "ind", "left")
        passed = (w("tab", val="clear", pos=pos) for pos in self._manuscript.styles.stops(style) if pos > begins)
        return w("tabs", *passed, w("tab", val="right", leader="dot", pos=self._end_of_text))

    @property
    def _end_of_text(self) -> int:
        """From the margin to where lines of the column of text end."""
        return self._room - self._column_of_text("right")

    def _column_of_text(self, side: str) -> int:
        """From the margin to the column of text."""
        return self._manuscript.styles.measure("SingleTxt", "ind", side)

    def _table(self, block: Element, looks: list[str]) -> None:
        if "landscape" in looks:
            self._turn("landscape")
        change = hand_down_change(block)
        inset = 0 if "full" in looks or self._inside else self._manuscript.styles.table_inset() or self._inset
        inset += round(20 * IN_BOX) if "full" in looks and self._boxed else 0
        reach = Reach(inset, self._room - 2 * inset, together="small" in looks)
        start = len(self.content)
        for child in block:
            match child.tag, child.get("class"):
                case "p", "table-unit":
                    unit = self._add(child, PARAGRAPH_STYLES["table-unit"])
                    if self._manuscript.small_unit:
                        self._as_head(unit)
                    put(properties_of(unit), w("spacing", before=0, after=UNIT_TO_TABLE))
                case "p", "table-label" | "table-title" | "table-note" | "table-source" as role:
                    self._paragraph(child, role, block.get("id", "") if role == "table-label" else "")
                case "table", look if look.partition(" ")[0] == "grid":
                    table = draw_table(child, caption_of(block), reach, self._manuscript, change)
                    self.content.append(table)
                case _:
                    raise outside(child)
        self._stand_in(self.content[start:], inset - self._manuscript.styles.table_inset())
        self._mark_block(block, start)
        # Word joins two tables that follow each other, and lets no air between table and text.
        self.content.append(paragraph(self._manuscript.styles.id("AfterTable")))
        if "landscape" in looks:
            self._turn("running")

    def _as_head(self, line: Element) -> None:
        """Set a line in the size of type of heads."""
        sizes = self._manuscript.styles.sizes("TableHead")
        for run in line.iter(q("r")):
            properties = run.find(q("rPr"))
            if properties is None:
                run.insert(0, properties := w("rPr"))
            last = [
                child
                for child in properties
                if child.tag in (q("rStyle"), q("rFonts"), q("b"), q("bCs"), q("i"), q("iCs"))
            ]
            place = properties.index(last[-1]) + 1 if last else 0
            properties[place:place] = [w(name, val=size) for name, size in sizes.items()]

    def _stand_in(self, made: list[Element], further: int) -> None:
        """Let what stands above and below a table stand in as far as the table does, where its styles do not."""
        for line in made if further > 0 else ():
            if style := style_named(line):
                left = self._manuscript.styles.measure(style, "ind", "left")
                put(properties_of(line), w("ind", left=left + further, right=further))

    def _mark_block(self, block: Element, start: int) -> None:
        """Set the bookmark of a table or figure around its first paragraph."""
        first = next((made for made in self.content[start:] if made.tag.endswith("}p")), None)
        if first is not None:
            inner = list(first)[1:]
            for element in inner:
                first.remove(element)
            first.extend(self._manuscript.bookmarks.around(block.get("id", ""), inner))

    def _turn(self, kind: Kind) -> None:
        self._sections.turn(self.content, kind)
        self._new_page = False

    def _figure(self, block: Element) -> None:
        manuscript = self._manuscript
        change = hand_down_change(block)
        start = len(self.content)
        for child in block:
            match child.tag, child.get("class"):
                case "img", None:
                    manuscript.pictures += 1
                    picture = picture_at(child.get("src", ""), self._workspace)
                    width = self._room - 2 * self._inset
                    run = figure(self._part, picture, child.get("alt", ""), 100 + manuscript.pictures, width)
                    shown = manuscript.revisions.mark(change, run) if change else run
                    self.content.append(paragraph(manuscript.styles.id("Figure"), [shown]))
                case "figcaption", None:
                    self._add(child, "FigureTitle")
                case "p", "figure-label":
                    self._paragraph(child, "figure-label", block.get("id", ""))
                case "p", "table-source":
                    self._add(child, "FigureSource")
                case _:
                    raise outside(child)
        self._mark_block(block, start)


def style_named(line: Element) -> str:
    """The style of a paragraph, nothing of anything else."""
    style = line.find(f"{q('pPr')}/{q('pStyle')}")
    return "" if style is None else str(style.get(q("val")))


def hand_down_change(block: Element) -> str | None:
    """Show the parts of a block as its whole is shown; the change."""
    change = block.get("data-change")
    if change:
        for child in block:
            if child.tag in ("p", "figcaption") and child.get("data-change") is None:
                child.set("data-change", change)
    return CHANGES.get(change or "")


def _part_office(line: Element) -> None:
    """Let the office of a line without dots hang before the name, as it does where dots lead to a State."""
    if len(line) and line[0].tag == "em" and not line.text:
        line[0].tag, line[0].tail = "span", (line[0].tail or "").lstrip()
        line[0].set("class", "label")


def role_of(block: Element | None) -> str:
    """The first class of a block, nothing where there is no block."""
    return "" if block is None else (block.get("class") or "").partition(" ")[0]


def outside(element: Element) -> OutsideVocabulary:
    """The refusal of an element that has no place where it stands."""
    return OutsideVocabulary(
        f"element “{element.tag}” of class “{element.get('class')}” on line {element.sourceline} of the page"
    )
