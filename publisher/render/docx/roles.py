"""Which style of the UN each block of the page is set in."""

from __future__ import annotations

from publisher.render.docx.elements import Element

# Roles of paragraphs → the UN's style names; `item` and `agenda-entry` take their depth behind the name.
PARAGRAPH_STYLES = {
    "numbered": "SingleTxt",
    "unnumbered": "SingleTxt",
    "close": "SingleTxt",
    "item": "Item",
    "bullet": "Item",
    "agenda-entry": "AgendaEntry",
    "organ": "Organ",
    "preambular": "Preambular",
    "operative": "Operative",
    "tail": "Tail",
    "statement": "Statement",
    "quotation": "Quotation",
    "signature": "Signature",
    "signed": "Signature",
    "summary": "SummaryText",
    "notice": "Notice",
    "labelled": "Labelled",
    "location": "Location",
    "instruction": "Instruction",
    "subtitle": "DocumentSubtitle",
    "table-label": "TableLabel",
    "table-title": "TableTitle",
    "table-unit": "TableLabel",
    "table-note": "FootnoteTable",
    "table-source": "TableSource",
    "figure-label": "FigureLabel",
    "annex-label": "HCh",
}
DEEPEST = {"Item": 4, "AgendaEntry": 2}
HEADING_STYLES = {  # CONVENTIONS §1.6: 14, 12 and 10 point bold, italic, roman
    "depth-1": "HCh",
    "depth-2": "H1",
    "depth-3": "H23",
    "depth-4": "H4",
    "depth-5": "H56",
    "annex": "HCh",
    "appendix": "HCh",
    "decision": "H1",
    "summary": "SummaryHead",
    "box": "H23",
    "attached": "H1",
}
HEADINGS = ("HCh", "H1", "H23", "H4", "H56")  # as they stand under each other in the outline
OUT_OF_OUTLINE = 9  # the level of text (ECMA-376 Part 1, 17.3.1.20)


def style_of(block: Element) -> str | None:
    """The style of a paragraph or heading of the page, None for another block."""
    role, *more = (block.get("class") or "").split()
    if role == "heading":
        return HEADING_STYLES.get(more[-1]) if more else None
    name = PARAGRAPH_STYLES.get(role)
    if name is not None and (deepest := DEEPEST.get(name)):
        name += str(min(int(more[0].removeprefix("depth-")) if more else 1, deepest))
    return name


def outline_level(block: Element, kind: str) -> int:
    """The outline level of a heading, from 0; `kind` is the last of its classes."""
    fixed = {"annex": 0, "appendix": 1, "decision": 1, "summary": OUT_OF_OUTLINE}.get(kind)
    return fixed if fixed is not None else int(block.get("data-depth", kind.removeprefix("depth-"))) - 1
