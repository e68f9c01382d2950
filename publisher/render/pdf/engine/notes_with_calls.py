"""A note stays on the page of its call.

To fit one more line, WeasyPrint moves notes to the next page. It moves them away from calls that are already placed;
here the line moves.
"""

from __future__ import annotations

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, restate

MOVES_NOTES = Upstream(
    "weasyprint.layout.block:_linebox_layout",
    statements=("report = not context.in_column and can_break_now and not could_break_before",),
)


def apply() -> None:
    """Have no note reported to the next page."""
    restate(MOVES_NOTES, "report = False")


NOTES_WITH_CALLS = Repair(
    "a note stays with its call",
    (MOVES_NOTES,),
    apply,
    report="Kozea/WeasyPrint#1564 is its like, #2432 on the same step, #1833 wants notes that break",
    goes="when WeasyPrint breaks a note over pages, or never moves one from its call",
    proofs=("OUT023", "BD005"),
)
