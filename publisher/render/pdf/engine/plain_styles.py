"""Gives a property on which no rule speaks its value at once.

The initial one, or that of the element around it; no width for a border without a line. WeasyPrint asks for eight
thousand values in a document of two pages, each through the questions that a property with a rule, a variable, a
formula or a logical name raises. Of all those it is still asked itself, with the same result.
"""

from __future__ import annotations

from typing import Any

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream

ASKED = Upstream("weasyprint.css:ComputedStyle.__missing__", "5b34f190d6dc227f")
BOXES = Upstream("weasyprint.css:AnonymousStyle.__missing__", "0bc65c63fd635a74")
BORDER = Upstream("weasyprint.css.computed_values:border_width", "37eb5e362ae9cc54")
LINELESS = ("none", "hidden")
APART = ("page", "position", "float", "display")  # are computed from other values than those of the same name


def apply() -> None:
    """Have plain values looked up here."""
    from weasyprint import css

    is_formula = css.check_math
    style_type = css.ComputedStyle
    whole = style_type.__missing__
    logical = {
        key: tuple(function(block="ttb", inline=direction) for direction in ("ltr", "rtl"))
        for key, function in css.PHYSICAL_FUNCTIONS.items()
    }
    plain = {key for key in css.INITIAL_VALUES if key not in APART and not key.startswith("text_decoration_")}
    inherited = {key for key in plain if key in css.INHERITED and key not in logical}
    initial = {
        key: (css.INITIAL_VALUES[key], logical.get(key, ()))
        for key in plain - css.INHERITED - css.INITIAL_NOT_COMPUTED
        if not is_formula(css.INITIAL_VALUES[key])
    }

    widths = {
        key: (key.replace("width", "style"), logical.get(key, ()))
        for key in css.INITIAL_NOT_COMPUTED
        if css.COMPUTER_FUNCTIONS.get(key) is css.computed_values.border_width
    }

    def missing(style: Any, key: str) -> Any:
        cascaded = style.cascaded
        if key not in cascaded:
            if key in initial:
                value, names = initial[key]
                for name in names:
                    if name in cascaded:
                        return whole(style, key)
                style[key] = value
                return value
            if key in widths:
                line, names = widths[key]
                for name in names:
                    if name in cascaded:
                        return whole(style, key)
                if style[line] in LINELESS:
                    style[key] = 0
                    return 0
            elif key in inherited and style.parent_style is not None:
                value = style.parent_style[key]
                if not is_formula(value):
                    style[key] = value
                    return value
        return whole(style, key)

    style_type.__missing__, style_type.whole = missing, whole
    _of_boxes(css, plain)


def _of_boxes(css: Any, plain: set[str]) -> None:
    """The same for boxes that no element has made: no rule speaks on any property of theirs."""
    style_type = css.AnonymousStyle
    whole = style_type.__missing__
    initial = {key: css.INITIAL_VALUES[key] for key in plain - css.INHERITED - css.INITIAL_NOT_COMPUTED}
    inherited = plain & css.INHERITED

    def missing(style: Any, key: str) -> Any:
        if key in initial:
            value = initial[key]
        elif key in inherited:
            value = style.parent_style[key]
        else:
            return whole(style, key)
        style[key] = value
        return value

    style_type.__missing__, style_type.whole = missing, whole


PLAIN_STYLES = Repair(
    "plain values of styles",
    (ASKED, BOXES, BORDER),
    apply,
    report="not reported yet",
    goes="when WeasyPrint looks up a property without a rule in one step",
    buys="11–20 %",
)
