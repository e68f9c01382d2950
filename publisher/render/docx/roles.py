"""Which style of the UN each block of the page is set in."""

from __future__ import annotations

from typing import assert_never, get_args

from publisher.model.resolved import HeadingKind, ParagraphRole
from publisher.render.docx.elements import Element


def _paragraph_style(role: ParagraphRole) -> str:
    """The UN's style of a paragraph; `item` and `agenda-entry` take their depth behind the name."""
    match role:
        case "numbered" | "unnumbered" | "close":
            return "SingleTxt"
        case "item" | "bullet":
            return "Item"
        case "agenda-entry":
            return "AgendaEntry"
        case "summary":
            return "SummaryText"
        case "signature" | "signed":
            return "Signature"
        case "led":
            return "Labelled"
        case (
            "organ" | "preambular" | "operative" | "tail" | "statement" | "quotation" | "notice" | "labelled"
            | "location" | "instruction"
        ):  # fmt: skip
            return role.capitalize()
        case _:
            assert_never(role)


def _heading_style(kind: HeadingKind) -> str:
    """The UN's style of a heading; that of a section goes by its depth (CONVENTIONS §1.6)."""
    match kind:
        case "chapter" | "annex" | "appendix" | "section":
            return "HCh"
        case "decision" | "attached":
            return "H1"
        case "box":
            return "H23"
        case "summary":
            return "SummaryHead"
        case "contents":
            return "ContentsHead"
        case _:
            assert_never(kind)


PARAGRAPH_STYLES = {role: _paragraph_style(role) for role in get_args(ParagraphRole)} | {
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
HEADINGS = ("HCh", "H1", "H23", "H4", "H56")  # as they stand under each other in the outline
HEADING_STYLES = {kind: _heading_style(kind) for kind in get_args(HeadingKind)} | {
    f"depth-{depth}": style for depth, style in enumerate(HEADINGS, 1)
}
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
    """The outline level of a heading, from 0.

    `kind` is the last of its classes.
    """
    fixed = {"chapter": 0, "annex": 0, "appendix": 1, "decision": 1, "summary": OUT_OF_OUTLINE}.get(kind)
    return fixed if fixed is not None else int(block.get("data-depth", kind.removeprefix("depth-"))) - 1
