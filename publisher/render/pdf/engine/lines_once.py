"""Lines of text set once: made ready once, painted as laid out.

WeasyPrint makes a context and a description of the face for each try at a line, and sets each line again to paint it.
Here a line is kept until it is painted, up to a number of them; a justified one is set again, its spaces have changed.
A test holds the bytes to those of WeasyPrint's own way.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream

MOST_KEPT = 10_000  # lines, of about 3 kB
PARAGRAPHS = ("\n", "\r", "\u2029")  # that end one: Pango goes on in the next line
DECLARED = "PangoAttrList *pango_attr_list_copy (PangoAttrList *list);\n"
SETS = (
    Upstream("weasyprint.text.line_break:Layout.setup", "14d4deae06744b59"),
    Upstream("weasyprint.text.line_break:Layout.set_text", "cfe290e5cf742d88"),
    Upstream("weasyprint.text.line_break:Layout.deactivate", "8c456c897e79b97b"),
    Upstream("weasyprint.text.line_break:Layout.reactivate", "da7444193c929a55"),
    Upstream("weasyprint.text.line_break:create_layout", "6587192cc0ab3ffa"),
)


class Ready(NamedTuple):
    """What Pango sets text in a style with.

    `measures` are those of lines under, over and through the text.
    """

    context: Any
    language: Any
    description: Any
    features: Any
    measures: dict[str, Any]


class Lines:
    """Counts the lines kept since the last document was begun."""

    kept = 0


def apply() -> None:
    """Have lines kept."""
    from weasyprint.text import line_break

    layout_type = line_break.Layout
    ffi, pango, gobject = line_break.ffi, line_break.pango, line_break.gobject
    ffi.cdef(DECLARED)
    whole = {name: getattr(layout_type, name) for name in ("setup", "set_text", "deactivate", "reactivate")}

    def setup(layout: Any, style: Any) -> None:
        ready = getattr(style, "ready_for_lines", None)
        if ready is None:
            ready = style.ready_for_lines = _ready(style, line_break)
        layout.style, layout.first_line_direction, layout.language = style, 0, ready.language
        layout.layout = ffi.gc(pango.pango_layout_new(ready.context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)
        pango.pango_layout_set_font_description(layout.layout, ready.description)
        for name, measure in ready.measures.items():
            setattr(layout, name, measure)
        if ready.features is not None:
            attributes = ffi.gc(pango.pango_attr_list_copy(ready.features), pango.pango_attr_list_unref)
            pango.pango_layout_set_attributes(layout.layout, attributes)  # which may change it: a copy each

    def set_text(layout: Any, text: str, justify: bool = False) -> None:
        one = not any(sign in text for sign in PARAGRAPHS)
        pango.pango_layout_set_single_paragraph_mode(layout.layout, one)  # as it will be painted
        whole["set_text"](layout, text, justify)

    def deactivate(layout: Any) -> None:
        if getattr(layout, "painted", False) or Lines.kept >= MOST_KEPT:
            del layout.layout, layout.language, layout.style
        else:
            Lines.kept += 1

    def reactivate(layout: Any, style: Any) -> None:
        layout.painted = True
        if hasattr(layout, "layout") and not layout.justification_spacing and not style["word_spacing"]:
            Lines.kept -= 1
            pango.pango_layout_set_width(layout.layout, -1)
        else:
            layout.setup(style)
            layout.set_text(layout.text, justify=True)

    layout_type.setup, layout_type.set_text = setup, set_text
    layout_type.deactivate, layout_type.reactivate = deactivate, reactivate
    layout_type.whole = whole


def _ready(style: Any, line_break: Any) -> Ready:
    """What text in `style` is set with: the first half of WeasyPrint's `Layout.setup`."""
    ffi, pango, gobject = line_break.ffi, line_break.pango, line_break.gobject
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, line_break.PANGO_DIRECTION[style["direction"]])
    override = style["font_language_override"]
    named = line_break.LST_TO_ISO.get(override.lower(), override) if override != "normal" else style["lang"]
    if named:
        pointer, _held = line_break.unicode_to_char_p(named)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    else:
        language = pango.pango_language_get_default()
    description = line_break.get_font_description(style)
    measures = _measures(style, context, language, description, line_break)
    return Ready(context, language, description, _features(style, line_break), measures)


def _features(style: Any, line_break: Any) -> Any:
    """The attributes for the features of the font that `style` wants, one list for all styles that want the same.

    WeasyPrint makes a list for each try at a line and never gives it back: 0.13 MB for each drawing of 20 pages.
    """
    kinds = (
        "kerning",
        "variant_ligatures",
        "variant_position",
        "variant_caps",
        "variant_numeric",
        "variant_alternates",
    )
    names = (*kinds, "variant_east_asian", "feature_settings")
    wanted = line_break.font_features(*(style[f"font_{name}"] for name in names))
    if not wanted:
        return None
    said = ",".join(f"{key} {value}" for key, value in wanted.items()).encode()
    known: dict[bytes, Any] = vars(style.font_config).setdefault("lists_of_features", {})
    if said not in known:
        ffi, pango = line_break.ffi, line_break.pango
        known[said] = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        pango.pango_attr_list_insert(known[said], pango.pango_attr_font_features_new(said))
    return known[said]


def _measures(style: Any, context: Any, language: Any, description: Any, line_break: Any) -> dict[str, Any]:
    """Where lines under, over and through the text run and how thick they are, in CSS pixels."""
    if style["text_decoration_line"] == "none":
        return {"ascent": None, "underline_position": None, "strikethrough_position": None}
    ffi, pango = line_break.ffi, line_break.pango
    metrics = ffi.gc(pango.pango_context_get_metrics(context, description, language), pango.pango_font_metrics_unref)
    names = ("ascent", "underline_position", "strikethrough_position", "underline_thickness", "strikethrough_thickness")
    return {name: line_break.FROM_UNITS * getattr(pango, f"pango_font_metrics_get_{name}")(metrics) for name in names}


LINES_ONCE = Repair(
    "lines set once",
    SETS,
    apply,
    report="not reported yet",
    goes="when WeasyPrint keeps the context and description of a style, and the lines it laid out",
    buys="9–11 %",
)
