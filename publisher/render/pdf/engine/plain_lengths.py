"""Gives a box a length that is said in pixels, or left to the layout, without asking what it is a share of.

WeasyPrint sets thirteen lengths of every box each time it is laid out, and for each asks whether it is a formula or a
share of another length. Of those that are it is still asked itself, with the same result.
"""

from __future__ import annotations

from typing import Any

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream

ASKED = Upstream("weasyprint.layout.percent:resolve_one_percentage", "4cfaa9ad134e4f7b")
SHARED = Upstream("weasyprint.layout.percent:percentage", "ebe404ccd9da50bf")
_LEAST = ("min_width", "min_height")  # have none where they are left to the layout


def apply() -> None:
    """Have plain lengths set here."""
    from weasyprint.layout import percent

    whole = percent.resolve_one_percentage

    def resolve(box: Any, name: str, refer_to: Any) -> None:
        value = box.style[name]
        if value.__class__ is str and value == "auto":
            setattr(box, name, 0 if name in _LEAST else value)
        elif getattr(value, "unit", None) == "px":
            setattr(box, name, value.value)
        else:
            whole(box, name, refer_to)

    resolve.whole = whole  # type: ignore[attr-defined]  # what the tests hold it against
    percent.resolve_one_percentage = resolve


PLAIN_LENGTHS = Repair(
    "plain lengths of boxes",
    (ASKED, SHARED),
    apply,
    report="not reported yet",
    goes="when WeasyPrint sets a length in pixels in one step",
    buys="5 %",
)
