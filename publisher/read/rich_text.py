"""The text of a cell not set in one way: italics, raised signs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from publisher.model.inline import Emphasis, Inline, Inlines, LineBreak, Text

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def parts_of(value: Any, clean: Callable[[str], str]) -> Inlines:
    """The inline parts of a cell with text set in several ways, or none."""
    if not hasattr(value, "as_list"):
        return ()
    parts: list[Inline] = []
    for run in value:
        font = getattr(run, "font", None)
        text = clean(str(getattr(run, "text", run)))
        match getattr(font, "vertAlign", None):
            case "superscript":
                text = text.translate(_RAISED)
            case "subscript":
                text = text.translate(_LOWERED)
            case _:
                pass
        lines: list[Inline] = []
        for number, line in enumerate(text.split("\n")):
            lines += [LineBreak()] if number else []
            lines += [Text(line)] if line else []
        parts += [Emphasis(tuple(lines))] if getattr(font, "i", None) and lines else lines
    return tuple(parts)
