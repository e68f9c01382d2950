"""What stands around the words of every page: sheets, head, foot.

Head and foot say the page's number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from publisher.render.pdf.engine import Engine
from publisher.render.pdf.pages import Earlier
from publisher.render.pdf.parts.context import context_of
from publisher.render.pdf.parts.division import Inseparable, as_text, sections, skeleton

FORCED = ("page", "always")


def frame_of(
    drawing: Engine, page: Element, base: str, sources: Any, stylesheets: list[Any], earlier: Earlier | None
) -> Frame:
    """The frame of a page: that of the draft before, where it is made of the same."""
    bare = skeleton(page)
    made_of = (as_text(bare), stylesheets)
    if earlier is not None and earlier.frame[0] == made_of:
        known: Frame = earlier.frame[1]
        return known
    frame = Frame(drawing, bare, base, sources, stylesheets)
    if earlier is not None:
        earlier.frame = (made_of, frame)
    return frame


class Frame:
    """The styles of a page without its words.

    Inseparable where sheets differ in more than their heads and feet.
    """

    def __init__(self, drawing: Engine, bare: Element, base: str, sources: Any, stylesheets: list[Any]) -> None:
        self.html = drawing.document(bare, base, sources)
        self._context, _ = context_of(drawing, self.html, stylesheets)
        self._rightward = self._context.style_for(bare)["direction"] == "ltr"
        # The first section goes on where the title and the contents end, whatever its style says.
        self.starts = tuple(place for place, section in sections(bare) if self._begins_sheet(section))
        self._refuse_sides()
        self._heads: dict[Any, Any] = {}  # by all that they say

    def heads(self, kinds: Sequence[tuple[str, Any]], strings: Mapping[str, Mapping[int, list[str]]]) -> list[Any]:
        """For each page, by its name and groups, a page box that holds its head and foot.

        Heads show `strings` (name → page → texts). What they showed in the draft before is not laid out again.
        """
        self._context.string_set.clear()
        for name, texts in strings.items():
            self._context.string_set[name].update(texts)
        known, self._heads = self._heads, {}
        before: dict[str, str] = {}
        for number, kind in enumerate(kinds, 1):
            own = {name: texts[number] for name, texts in strings.items() if number in texts}
            key = (number, len(kinds), kind, str(sorted(own.items())), str(sorted(before.items())))
            self._heads[key] = known[key] if key in known else self._head(number, len(kinds), kind)
            before.update({name: texts[-1] for name, texts in own.items()})
        return list(self._heads.values())

    def _head(self, number: int, page_count: int, kind: tuple[str, Any]) -> Any:
        """The page box that holds the head and foot of page `number`."""
        from weasyprint.layout.background import layout_box_backgrounds
        from weasyprint.layout.page import make_margin_boxes

        context = self._context
        box = self._page(number, *kind)
        state: tuple[Any, ...] = ([0], {"page": [number], "pages": [page_count]}, [{"page", "pages"}], [])
        context.current_page, context.page_bottom = number, box.content_box_y() + box.height
        box.children = tuple(make_margin_boxes(context, box, state))
        for child in box.children:
            layout_box_backgrounds(box, child, context.get_image_from_uri)
        box.background = box.canvas_background = None  # painted below the words
        return box

    def _page(self, number: int, name: str, groups: Any) -> Any:
        """Page `number` with its measures and no children."""
        from weasyprint.formatting_structure.boxes import PageBox
        from weasyprint.layout.page import page_height, page_width
        from weasyprint.layout.percent import resolve_percentages

        kind = self._kind(number, name, groups)
        style = self._context.style_for(kind)
        style["overflow"] = "visible"
        box = PageBox(kind, style)
        width, height = style["size"]
        resolve_percentages(box, (width, height))
        box.position_x = box.position_y = 0
        page_width(box, self._context, width)
        page_height(box, self._context, height)
        return box

    def _kind(self, number: int, name: str, groups: Any = ()) -> Any:
        """The type of page `number`, its styles computed."""
        from weasyprint.layout.page import PageType, set_page_type_computed_styles

        right = (number % 2 == 1) == self._rightward
        kind = PageType("right" if right else "left", False, name, number - 1, groups)
        if self._context.style_for(kind) is None:
            set_page_type_computed_styles(kind, self.html, self._context.style_for)
        return kind

    def _begins_sheet(self, section: Element) -> bool:
        return self._context.style_for(section)["break_before"] in FORCED

    def _refuse_sides(self) -> None:
        """Raise Inseparable where the measures of a left page are not those of a right one."""
        style_for = self._context.style_for
        left, right = (self._kind(number, "") for number in (2, 3))
        for area in (None, "@footnote"):
            pair = [getattr(style_for(kind, area), "cascaded", None) for kind in (left, right)]
            if pair[0] != pair[1]:
                raise Inseparable("left and right pages have other measures")
