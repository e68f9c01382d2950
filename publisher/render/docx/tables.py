"""Tables: fixed columns, repeated heads, rules as the base's table style has them, notes with letters below."""

from __future__ import annotations

from itertools import pairwise

from publisher.render.docx.elements import Element, properties_of, put, q, w
from publisher.render.docx.manuscript import Manuscript
from publisher.render.docx.runs import Ink, draw, words_of
from publisher.render.vocabulary import OutsideVocabulary

ALIGNMENT = {"start": None, "centre": "center", "end": "right"}
STYLES = {"head": "TableHead", "total": "TableTotal", "text": "TableText"}
BESIDE_FIGURES = 240  # twips between a column of figures and one of words


def draw_table(
    element: Element, title: str, width: int, manuscript: Manuscript, change: str | None, *, together: bool
) -> Element:
    """The table `element` of the page over `width` twips; `title` is its caption for those who listen."""
    widths = _widths(element, width)
    rows = [(part, row) for part in element if part.tag in ("thead", "tbody") for row in part]
    heads = sum(1 for part, _ in rows if part.tag == "thead")
    followed = element.getnext() is not None  # by a note or a source, which belong to it
    made = w("tbl", _properties(element, title, sum(widths), manuscript), w("tblGrid"))
    made[1].extend(w("gridCol", w=column) for column in widths)
    for index, (part, row) in enumerate(rows):
        kind = "head" if part.tag == "thead" else "total" if part.get("class") == "total" else "text"
        rules = _rules(index, heads, len(rows), kind, manuscript)
        last = index == len(rows) - 1
        keep = followed if last else together
        made.append(_row(row, kind, widths, rules, keep, manuscript, change))
    return made


def _widths(element: Element, width: int) -> list[int]:
    """The columns' widths in twips, which sum to `width`."""
    shares = [float(column.get("style", "").partition("width:")[2].strip(" %;") or 1) for column in element.iter("col")]
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + share)
    scale = width / edges[-1]
    return [round(end * scale) - round(start * scale) for start, end in pairwise(edges)]


def _properties(element: Element, title: str, width: int, manuscript: Manuscript) -> Element:
    made = w("tblPr", w("tblStyle", val="UNTable"))
    if manuscript.rightward:
        made.append(w("bidiVisual"))
    made.append(w("tblW", w=width, type="dxa"))
    made.append(w("tblInd", w=manuscript.styles.table_inset(), type="dxa"))
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
) -> Element:
    row_change = {"inserted": "ins", "deleted": "del"}.get(row.get("data-change", ""), change)
    properties = w("trPr", w("cantSplit"))
    if kind == "head":
        properties.append(w("tblHeader"))
    if row_change:
        properties.append(manuscript.revisions.mark(row_change))
    made = w("tr", properties)
    column = 0
    before = None
    for cell in row:
        if cell.tag not in ("td", "th"):
            raise OutsideVocabulary(f"“{cell.tag}” in a table row on line {cell.sourceline} of the page")
        span = int(cell.get("colspan", "1"))
        width = sum(widths[column : column + span])
        column += span
        made.append(_cell(cell, kind, width, span, rules, keep, manuscript, row_change))
        if cell.get("class") == "start" and before == "end":
            _stand_off(made[-1], kind, manuscript)
        before = cell.get("class")
    return made


def _cell(
    cell: Element,
    kind: str,
    width: int,
    span: int,
    rules: dict[str, str],
    keep: bool,
    manuscript: Manuscript,
    change: str | None,
) -> Element:
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(w("gridSpan", val=span))
    if rules:
        sides = [
            w(side, val="single", sz=rules[side], space=0, color="auto") for side in ("top", "bottom") if side in rules
        ]
        properties.append(w("tcBorders", *sides))
    if kind != "head" and cell.get("class") == "end":
        properties.append(w("noWrap"))
    if kind == "head":
        properties.append(w("vAlign", val="bottom"))
    style = STYLES[kind]
    content = draw(cell, Ink(rightward=manuscript.rightward, change=change), manuscript)
    inner = w("p", w("pPr", w("pStyle", val=style)), *content)
    if keep:
        put(properties_of(inner), w("keepNext"))
    alignment = ALIGNMENT[cell.get("class") or "start"]
    # Figures are written left to right in every script: unit stands under unit only flush right, where an Arabic line
    # begins; Word takes “left” for the side where a line begins.
    if alignment == ALIGNMENT["end"] and manuscript.rightward:
        alignment = "left"
    if alignment:
        put(properties_of(inner), w("jc", val=alignment))
    return w("tc", properties, inner)


def _stand_off(cell: Element, kind: str, manuscript: Manuscript) -> None:
    """Keep words apart from the figures that end flush beside them."""
    left = manuscript.styles.measure(STYLES[kind], "ind", "left") + BESIDE_FIGURES
    put(properties_of(cell.find(q("p"))), w("ind", left=left))


def caption_of(block: Element) -> str:
    """Label and title of a table block in one line."""
    parts = [words_of(p) for p in block if p.tag == "p" and p.get("class") in ("table-label", "table-title")]
    return ". ".join(part.strip() for part in parts if part.strip())
