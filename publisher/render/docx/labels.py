"""Labels that are typed: “Annex II”, “Table 3”, “Decision 2/6”.

A SEQ field counts where Word counts the same.
"""

from __future__ import annotations

from publisher.render.docx.elements import Element
from publisher.render.docx.fields import field
from publisher.render.docx.list_number import numeral
from publisher.render.docx.manuscript import Manuscript
from publisher.render.docx.runs import Ink, draw, draw_text
from publisher.render.docx.targets import Value, label_value

# ECMA-376 Part 1, 17.16.4.3.1: how a field writes a number. LibreOffice does not know the Chinese ones.
SEQUENCE_FORMATS = {
    "decimal": "ARABIC",
    "lower-letter": "alphabetic",
    "upper-letter": "ALPHABETIC",
    "lower-roman": "roman",
    "upper-roman": "ROMAN",
}


def draw_label(block: Element, anchor: str, ink: Ink, manuscript: Manuscript) -> list[Element]:
    """The runs of a label, its number alone in the bookmark `anchor`.

    So REF shows just that.
    """
    value = label_value(block)
    if value is None or not value.shown:
        return manuscript.bookmarks.around(anchor, draw(block, ink, manuscript))
    made = draw_text(value.before, ink, manuscript) if value.before else []
    made += manuscript.bookmarks.around(anchor, _counted(value, ink, manuscript))
    block.text = value.after or None
    return made + draw(block, ink, manuscript)


def _counted(value: Value, ink: Ink, manuscript: Manuscript) -> list[Element]:
    shown = draw_text(value.shown, ink, manuscript)
    count = manuscript.sequences.get(value.sequence, 0) + 1
    if ink.change or value.form not in SEQUENCE_FORMATS or numeral(value.form, count) != value.shown:
        return shown
    manuscript.sequences[value.sequence] = count
    return field(f"SEQ {value.sequence} \\* {SEQUENCE_FORMATS[value.form]}", shown)
