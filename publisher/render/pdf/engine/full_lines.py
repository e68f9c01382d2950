"""The space at the end of a full line hangs.

WeasyPrint broke such a text after a word.
"""

from __future__ import annotations

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, restate

FITS = Upstream(
    "weasyprint.text.line_break:split_first_line",
    statements=("if resume_index is None and first_line_width <= max_width:",),
)
FITS_BUT_FOR_A_SPACE = """if resume_index is None and (
            first_line_width <= max_width or space_collapse and text[-1:] == ' ' and ' ' in text[:-1]):"""


def apply() -> None:
    """Have the last space counted out."""
    restate(FITS, FITS_BUT_FOR_A_SPACE)


FULL_LINES = Repair(
    "the last space of a line hangs",
    (FITS,),
    apply,
    report="near to Kozea/WeasyPrint#1614, lines broken beside boxes; this one not reported yet",
    goes="when WeasyPrint lets spaces hang (CSS Text 3, 4.1.2)",
)
