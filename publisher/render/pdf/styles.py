"""Gives a property on which no rule speaks its value at once: the initial one, or that of the element around it.

WeasyPrint asks for eight thousand values in a document of two pages, each through the questions that a property with
a rule, a variable, a formula or a logical name raises. Of all those it is still asked itself, with the same result.
And it computes the styles of each page, with its margins, anew.
"""

from __future__ import annotations

from typing import Any

APART = ("page", "position", "float", "display")  # are computed from other values than those of the same name


def quicken_styles(css: Any, page: Any) -> None:
    """Apply this to `weasyprint.css` and `weasyprint.layout.page`."""
    is_formula = css.check_math
    style_type = css.ComputedStyle
    if hasattr(style_type, "whole"):
        return
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
            if key in inherited and style.parent_style is not None:
                value = style.parent_style[key]
                if not is_formula(value):
                    style[key] = value
                    return value
        return whole(style, key)

    style_type.__missing__, style_type.whole = missing, whole
    page.set_page_type_computed_styles = styles_of_pages(page.set_page_type_computed_styles)


def styles_of_pages(whole: Any) -> Any:
    """WeasyPrint's `set_page_type_computed_styles` (`whole`), but for pages on which the same rules speak.

    Most pages differ in their number alone: they share their styles, and the rules of pages before are not gone through.
    """

    def set_page_type_computed_styles(kind: Any, html: Any, style_for: Any) -> None:
        rules, computed = style_for.get_cascaded_styles(), style_for.get_computed_styles()
        known: list[tuple[Any, dict[Any, Any]]] = vars(style_for).setdefault("known_pages", [])
        rules.clear()  # those of elements and of other pages are computed
        style_for.add_page_declarations(kind)
        own = {area: said for (_, area), said in rules.items()}
        for alike, said in known:
            if said == own:
                computed.update({(kind, area): computed[alike, area] for area in (None, *own)})
                return
        rules.clear()
        whole(kind, html, style_for)
        known.append((kind, own))

    return set_page_type_computed_styles
