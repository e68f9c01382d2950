"""Tables: fixed columns, repeated heads, rules, lettered notes.

Rules are as the base's table style has them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from publisher.model.fitting import LARGE_SCRIPTS, SMALLER, TEXT
from publisher.render.docx.elements import Element, properties_of, put, q, w
from publisher.render.docx.manuscript import CHANGES, Manuscript
from publisher.render.docx.runs import Ink, draw, words_of
from publisher.render.docx.script import has_cjk
from publisher.render.vocabulary import OutsideVocabulary

ALIGNMENT = {"start": None, "centre": "center", "end": "right"}
STYLES = {"head": "TableHead", "total": "TableTotal"}  # of other rows: TableText
DEGREE = 160  # twips that the head of a row is indented for each degree
LINES: dict[str, int] = {"small": 170, "smaller": 150}  # twips from line to line of smaller type
LINE_OF_TEXT = 240  # twips from line to line of key figures
AROUND_TEXT = 80  # twips above and below each
BETWEEN_PIECES = 60  # twips between two paragraphs of a cell
THIN = "2"  # eighths of a point: the rule under a head over others, and above a subtotal
BELOW_TABLE = 80  # twips from a table at the end of a box to its rule
IN_FOOT = 120  # twips between the rules of a box at the foot of a page and its words; above it, twice that
BESIDE_FIGURES = 240  # twips between a column of figures and one of words


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a table stands.

    Its distance from the margin and its width in twips, whether on one page.
    """

    inset: int
    width: int
    together: bool


def draw_table(element: Element, title: str, place: Reach, manuscript: Manuscript, change: str | None) -> Element:
    """The table `element` of the page.

    `title` is its caption for those who listen.
    """
    widths, size = _widths(element, place.width), _size(element, manuscript)
    rows = [(part, row) for part in element if part.tag in ("thead", "tbody") for row in part]
    low = "low" in _names(element)
    heads = sum(1 for part, _ in rows if part.tag == "thead")
    followed = element.getnext() is not None  # by a note or a source, which belong to it
    made = w("tbl", _properties(element, title, place, manuscript), w("tblGrid"))
    made[1].extend(w("gridCol", w=column) for column in widths)
    merged: dict[int, Merged] = {}
    for index, (part, row) in enumerate(rows):
        kind = _kind_of(part, row)
        rules = {} if "type-text" in _names(element) else _rules(index, heads, len(rows), kind, manuscript)
        last = index == len(rows) - 1
        keep = followed if last else place.together or kind == "group"
        made.append(_row(row, kind, widths, rules, keep, manuscript, change, merged, size, low))
    return made


class Inside(NamedTuple):
    """The room between the rules of a box and its words, where lines begin and end, in twips."""

    start: int
    end: int


def boxed(content: list[Element], place: Reach, inside: Inside, rightward: bool) -> Element:
    """A table of one cell, ruled on its four sides, around `content`.

    LibreOffice leaves out the paragraph that Word wants under a table, so the box brings the room below one.
    """
    width = place.width
    below = BELOW_TABLE if len(content) > 1 and content[-2].tag == q("tbl") else 0
    sides = (w(side, val="single", sz=4, space=0, color="auto") for side in ("top", "left", "bottom", "right"))
    properties = w("tblPr", *([w("bidiVisual")] if rightward else []), w("tblW", w=width, type="dxa"))
    properties.append(w("tblInd", w=place.inset, type="dxa"))
    properties.append(w("tblBorders", *sides))
    properties.append(w("tblLayout", type="fixed"))
    sizes = (("top", 120), ("left", inside.start), ("bottom", below), ("right", inside.end))
    margins = (w(side, w=size, type="dxa") for side, size in sizes)
    properties.append(w("tblCellMar", *margins))
    cell = w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *content)
    return w("tbl", properties, w("tblGrid", w("gridCol", w=width)), w("tr", cell))


def framed(line: Element, width: int, top: int | None) -> None:
    """Set a paragraph in a ruled frame of `width` twips at the foot of its page.

    At its bottom margin, or where the frame begins so far down the page.
    """
    properties = properties_of(line)
    sides = (w(side, val="single", sz=4, space=6, color="auto") for side in ("top", "left", "bottom", "right"))
    place: dict[str, str | int] = {"wrap": "around", "hAnchor": "margin", "xAlign": "center"}
    place |= {"vAnchor": "margin", "yAlign": "bottom"} if top is None else {"vAnchor": "page", "y": top}
    put(properties, w("framePr", w=width - 2 * IN_FOOT, hSpace=0, vSpace=2 * IN_FOOT, **place))
    put(properties, w("pBdr", *sides))
    put(properties, w("ind", left=0, right=0))
    put(properties, w("spacing", before=0, after=0))


@dataclass(slots=True)
class Merged:
    """A cell that reaches into rows below: rows left, columns."""

    left: int
    columns: int


def _kind_of(part: Element, row: Element) -> str:
    if part.tag == "thead":
        return "head"
    if part.get("class") == "total":
        return "total"
    return next((name for name in (row.get("class") or "").split() if name in ("group", "subtotal")), "text")


def _widths(element: Element, width: int) -> list[int]:
    """The columns' widths in twips, which sum to `width`."""
    shares = [float(column.get("style", "").partition("width:")[2].strip(" %;") or 1) for column in element.iter("col")]
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + share)
    scale = width / edges[-1]
    return [round(end * scale) - round(start * scale) for start, end in pairwise(edges)]


@dataclass(frozen=True, slots=True)
class Size:
    """Other type than that of the style: half-points of cells and of heads, twips from line to line.

    Twips above and below each row, where that is not as in the style.
    """

    cell: int
    head: int
    line: int
    around: int | None = None


def _size(element: Element, manuscript: Manuscript) -> Size | None:
    """The type of a table that is set as text, or would not fit in that of its style."""
    name = next((size for size in SMALLER if f"type-{size}" in _names(element)), None)
    if name is None and "type-text" not in _names(element):
        return None
    large = LARGE_SCRIPTS if manuscript.rightward or has_cjk("".join(element.itertext())) else 1
    cell, head, line = (TEXT, TEXT, LINE_OF_TEXT) if name is None else (*SMALLER[name], LINES[name])
    size = Size(*(round(measure * large) for measure in (2 * cell, 2 * head, line)))
    return replace(size, around=AROUND_TEXT) if name is None else size


def _properties(element: Element, title: str, place: Reach, manuscript: Manuscript) -> Element:
    made = w("tblPr", w("tblStyle", val="UNTable"))
    if manuscript.rightward:
        made.append(w("bidiVisual"))
    made.append(w("tblW", w=place.width, type="dxa"))
    made.append(w("tblInd", w=place.inset, type="dxa"))
    made.append(w("tblLayout", type="fixed"))
    made.append(w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1))
    summary = element.get("aria-label", "")
    if title or summary:
        made.append(w("tblCaption", val=title or summary))
    if summary:
        made.append(w("tblDescription", val=summary))
    return made


def _rules(index: int, heads: int, rows: int, kind: str, manuscript: Manuscript) -> dict[str, str]:
    """The weights of the rules above and below a row."""
    rule = manuscript.styles.table_rule
    made = {}
    if index == 0:
        made["top"] = rule("firstRow", "top")
    if index == heads - 1:
        made["bottom"] = rule("firstRow", "bottom")
    if kind == "total":
        made["top"] = rule("lastRow", "top")
    if kind == "subtotal":
        made["top"] = THIN
    if index == rows - 1:
        made["bottom"] = rule("firstRow" if kind == "total" else "lastRow", "bottom")
    return made


def _row(
    row: Element,
    kind: str,
    widths: list[int],
    rules: dict[str, str],
    keep: bool,
    manuscript: Manuscript,
    change: str | None,
    merged: dict[int, Merged],
    size: Size | None,
    low: bool,
) -> Element:
    row_change = CHANGES.get(row.get("data-change", ""), change)
    properties = w("trPr", *([] if "long" in _names(row) else [w("cantSplit")]))
    if kind == "head":
        properties.append(w("tblHeader"))
    if row_change:
        properties.append(manuscript.revisions.mark(row_change))
    made = w("tr", properties)
    drawing = _Drawing(kind, rules, keep, manuscript, row_change, _degree(row), size, low)
    room = {"beside-figures": BESIDE_FIGURES, "beside-words": manuscript.beside_words}
    column = 0
    for cell in row:
        if cell.tag not in ("td", "th"):
            raise OutsideVocabulary(f"“{cell.tag}” in a table row on line {cell.sourceline} of the page")
        column = _go_on(column, made, widths, merged, drawing)
        columns, deep = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
        made.append(drawing.cell(cell, sum(widths[column : column + columns]), columns, deep, first=column == 0))
        if deep > 1:
            merged[column] = Merged(deep - 1, columns)
        _, *beside = _names(cell)
        if beside and room[beside[0]]:
            _stand_off(made[-1], kind, manuscript, room[beside[0]])
        column += columns
    _go_on(column, made, widths, merged, drawing)
    return made


def _degree(row: Element) -> int:
    return next((int(name.removeprefix("indent-")) for name in _names(row) if name.startswith("indent-")), 0)


def _names(part: Element) -> list[str]:
    return (part.get("class") or "").split()


def _go_on(column: int, made: Element, widths: list[int], merged: dict[int, Merged], drawing: _Drawing) -> int:
    """Go on with the cells that reach into this row from above; the next column that is free.

    Word wants each of them repeated, empty, in every row it covers (ECMA-376 Part 1, 17.4.84).
    """
    while (above := merged.get(column)) is not None:
        made.append(drawing.covered(sum(widths[column : column + above.columns]), above.columns))
        above.left -= 1
        if not above.left:
            del merged[column]
        column += above.columns
    return column


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What the cells of one row share."""

    kind: str
    rules: dict[str, str]
    keep: bool
    manuscript: Manuscript
    change: str | None
    degree: int
    size: Size | None
    low: bool

    @property
    def style(self) -> str:
        return STYLES.get(self.kind, "TableText")

    def cell(self, cell: Element, width: int, columns: int, deep: int, *, first: bool) -> Element:
        """A cell with its paragraphs."""
        over = self.kind == "head" and columns > 1
        properties = self._properties(width, columns, "restart" if deep > 1 else None, {"bottom": THIN} if over else {})
        align = _names(cell)[0]
        if self.kind != "head" and align == "end":
            properties.append(w("noWrap"))
        if self.kind == "head" or (self.low and not first):
            properties.append(w("vAlign", val="bottom"))
        made = w("tc", properties)
        pieces = [child for child in cell if child.get("class") == "piece"] or [cell]
        for place, piece in enumerate(pieces):
            made.append(self._paragraph(piece, align, place > 0))
        if self.kind == "total" and not first:  # the style lets only the words at the head of the row stand in
            left = self.manuscript.styles.measure("TableText", "ind", "left")
            for inner in made.iter(q("p")):
                put(properties_of(inner), w("ind", left=left))
        if first and self.degree:
            left = self.manuscript.styles.measure(self.style, "ind", "left") + DEGREE * self.degree
            for inner in made.iter(q("p")):
                put(properties_of(inner), w("ind", left=left))
        return made

    def covered(self, width: int, columns: int) -> Element:
        """What stands for a cell of a row above that reaches into this one."""
        return w("tc", self._properties(width, columns, "continue", {}), w("p", w("pPr", w("pStyle", val=self.style))))

    def _properties(self, width: int, columns: int, merge: str | None, rules: dict[str, str]) -> Element:
        properties = w("tcPr", w("tcW", w=width, type="dxa"))
        if columns > 1:
            properties.append(w("gridSpan", val=columns))
        if merge:
            properties.append(w("vMerge", val=merge))
        if rules := rules | self.rules:
            sides = [side for side in ("top", "bottom") if side in rules]
            borders = [w(side, val="single", sz=rules[side], space=0, color="auto") for side in sides]
            properties.append(w("tcBorders", *borders))
        return properties

    def _paragraph(self, words: Element, align: str, further: bool) -> Element:
        manuscript, bold = self.manuscript, self.kind in ("group", "subtotal")
        size = None if self.size is None else self.size.head if self.kind == "head" else self.size.cell
        ink = Ink(rightward=manuscript.rightward, change=self.change, bold=bold, size=size)
        content = draw(words, ink, manuscript)
        inner = w("p", w("pPr", w("pStyle", val=self.style)), *content)
        if self.keep:
            put(properties_of(inner), w("keepNext"))
        if further or self.size:
            spacing: dict[str, str | int] = {"before": BETWEEN_PIECES} if further else {}
            if self.size and self.size.around is not None:
                spacing = {"before": self.size.around, "after": self.size.around}
            spacing |= {"line": self.size.line, "lineRule": "exact"} if self.size else {}
            put(properties_of(inner), w("spacing", **spacing))
        alignment = ALIGNMENT[align]
        # Figures are written left to right in every script: unit stands under unit only flush right, where an Arabic
        # line begins; Word takes “left” for the side where a line begins.
        if alignment == ALIGNMENT["end"] and manuscript.rightward:
            alignment = "left"
        if alignment:
            put(properties_of(inner), w("jc", val=alignment))
        return inner


def _stand_off(cell: Element, kind: str, manuscript: Manuscript, room: int) -> None:
    """Keep words apart from what stands before them: figures that end flush, other words."""
    style = "TableHead" if kind == "head" else "TableText"
    left = manuscript.styles.measure(style, "ind", "left") + room
    for inner in cell.iter(q("p")):
        put(properties_of(inner), w("ind", left=left))


def caption_of(block: Element) -> str:
    """Label and title of a table block in one line."""
    parts = [words_of(p) for p in block if p.tag == "p" and p.get("class") in ("table-label", "table-title")]
    return ". ".join(part.strip() for part in parts if part.strip())
