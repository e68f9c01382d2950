"""Lays a part out on sheets that have no number yet.

So parts do not wait for each other. What WeasyPrint does in `Document._render` and `layout_document` (version 70.0),
in two steps: the sheets first; what stands elsewhere, and on which page, when that is known. Heads and feet come last
of all, see `frame`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

from publisher.render.pdf.engine import Engine
from publisher.render.pdf.pages import Earlier
from publisher.render.pdf.parts.again import Again, Words, again_of, hold, words_of
from publisher.render.pdf.parts.context import context_of
from publisher.render.pdf.parts.division import Inseparable, without_elsewhere
from publisher.render.pdf.parts.sheets import Painting

FIRST, LATER = 0, 2  # the index of a part's first sheet: another part than the first begins with no `:first`
MOST_ROUNDS = 8  # as in WeasyPrint: numbers of pages can change the pages they stand on
SIDES = ("left", "right", "recto", "verso")


@dataclass(slots=True)
class LaidOut:
    """The sheets of one part.

    `strings` are those a running head shows, by name and sheet (from 1). `words`, where they were taken, and
    `stylesheets` are what a later draft is held against; `hanging` tells that something goes on from sheet to sheet
    that words do not tell of.
    """

    context: Any
    box: Any
    html: Any
    start: int
    notes: list[Any]
    stylesheets: list[Any]
    words: Words | None = None
    hanging: bool = False
    sheets: list[Any] = field(default_factory=list)
    strings: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    printed: dict[str, Any] = field(default_factory=dict)  # numbers of pages in the words
    paintings: dict[int, Painting] = field(default_factory=dict)  # by the address of a sheet

    @property
    def wanted(self) -> frozenset[str]:
        """The identifiers elsewhere whose pages are printed on these sheets."""
        return frozenset(name for name, item in self._targets().items() if isinstance(item, _Elsewhere) and item.asked)

    def refer(self, numbers: Mapping[str, int]) -> None:
        """Print the numbers of pages where other parts' things stand.

        By identifier → page.
        """
        targets = self._targets()
        for name in self.wanted & numbers.keys():
            targets[name].cached_page_counter_values = {"page": [numbers[name]]}
        if self._print_numbers():
            self.paginate()

    def paginate(self, again: Again | None = None) -> None:
        """Lay out until the numbers printed are those of the pages.

        First of all with the sheets that stand `again` as in an earlier draft.
        """
        context = self.context
        for _ in range(MOST_ROUNDS):
            context.footnotes = self.notes.copy()
            self.sheets = list(self._made(again))
            again = None
            if any(state["pages_wanted"] for *_, state in context.page_maker):
                raise Inseparable("the words say how many pages there are")
            if not self._print_numbers():
                return

    def _made(self, again: Again | None) -> Iterator[Any]:
        """The sheets, those anew that have to change: `make_all_pages`, begun at the part's first."""
        from weasyprint.layout.page import remake_page

        context, before = self.context, self.sheets
        context.rendered_notes = []
        index = self.start
        while True:
            state = context.page_maker[index][-1]
            if before and not state["content_changed"] and not state["pages_wanted"]:
                sheet, resume_at, reported = before[index - self.start], context.page_maker[index + 1][0], None
            else:
                state.update(content_changed=False, pages_wanted=False, anchors=[], content_lookups=[])
                taken = again.sheet(index) if again is not None else None
                sheet, resume_at = taken or remake_page(index, context, self.box, self.html)
                reported = context.reported_footnotes
                self.hanging = self.hanging or bool(reported or context.broken_out_of_flow)
                if index == self.start and self.start:  # what WeasyPrint notes on page one only
                    size = sheet.style["size"]
                    context.style_for.initial_page_sizes.update(box=size, area=(sheet.width, sheet.height))
            yield sheet
            index += 1
            if resume_at is None and not reported:
                context.page_maker = context.page_maker[: index + 1]
                context.broken_out_of_flow.clear()
                context.reported_footnotes.clear()
                return

    def _print_numbers(self) -> bool:
        """Write the numbers of pages into the words where they are not right; tell whether any was not.

        WeasyPrint notices by itself only that the number of all pages has changed.
        """
        numbers = {
            name: item.cached_page_counter_values.get("page")
            for name, item in self._targets().items()
            if not isinstance(item, _Elsewhere) or item.asked
        }
        lookups = self.context.target_collector.counter_lookup_items.values()
        if not lookups or numbers == self.printed:
            return False
        self.printed = numbers
        for item in lookups:
            if item.page_maker_index is not None:
                item.parse_again(item.cached_page_counter_values)
                self.context.page_maker[item.page_maker_index][-1]["content_changed"] = True
        return True

    def _targets(self) -> dict[str, Any]:
        """WeasyPrint's items for what words can refer to, by identifier."""
        targets: dict[str, Any] = self.context.target_collector.target_lookup_items
        return targets


class _Elsewhere:
    """What stands in another part, for WeasyPrint's collector of targets; notes whether its page is `asked` for."""

    def __init__(self) -> None:
        self.state = "up-to-date"
        self.target_box = SimpleNamespace(cached_counter_values={})
        self.parse_again_functions: dict[Any, Any] = {}
        self.page_maker_index: int | None = None
        self.asked = False
        self._numbers: dict[str, list[int]] = {}

    @property
    def cached_page_counter_values(self) -> dict[str, list[int]]:
        """The number of its page, under the name `page`."""
        self.asked = True
        return self._numbers

    @cached_page_counter_values.setter
    def cached_page_counter_values(self, numbers: dict[str, list[int]]) -> None:
        self._numbers = numbers


def lay_out(
    drawing: Engine,
    part: Element,
    base: str,
    sources: Any,
    stylesheets: list[Any],
    *,
    first: bool,
    elsewhere: Iterable[str],
    earlier: Earlier | None = None,
    number: int = 0,
) -> LaidOut:
    """The sheets of `part`.

    `elsewhere` are the identifiers of the other parts; `earlier` holds the part, by its `number`, as it was before.
    Inseparable says why not.
    """
    from weasyprint.formatting_structure.build import build_formatting_structure
    from weasyprint.layout import initialize_page_maker

    html = drawing.document(part, base, sources)
    context, counters = context_of(drawing, html, stylesheets)
    context.target_collector.target_lookup_items.update((name, _Elsewhere()) for name in elsewhere)
    without_elsewhere(part)
    words = words_of(part) if earlier is not None else None
    box = build_formatting_structure(
        html.etree_element, context.style_for, context.get_image_from_uri, base, context.target_collector, counters,
        context.footnotes,
    )  # fmt: skip
    initialize_page_maker(context, box)
    start = FIRST if first else LATER
    context.page_maker = [_nothing() for _ in range(start)] + context.page_maker
    laid = LaidOut(context, box, html, start, context.footnotes.copy(), stylesheets, words)
    laid.paginate(again_of(earlier.parts.get(number), laid) if earlier is not None else None)
    _refuse_dependence(laid)
    if earlier is not None:
        hold(earlier, number, laid)
    return laid


def finished(laid: LaidOut) -> Iterator[Any]:
    """The pages (weasyprint.Page) of a part in order, without heads and feet.

    Notes its strings.
    """
    from weasyprint.document import Page
    from weasyprint.layout import layout_backgrounds

    outlined: set[tuple[int, str]] = set()
    for number, sheet in enumerate(laid.sheets, 1):
        for box in sheet.descendants():
            if box.bookmark_label:
                key = (id(box.element), str(box.element_tag).partition("::")[2])
                if key in outlined:  # an entry of the outline leads to where its heading begins
                    box.bookmark_label = ""
                outlined.add(key)
            for name, text in box.string_set if box.string_set and box.string_set != "none" else ():
                laid.strings.setdefault(name, {}).setdefault(number, []).append(text)
        root, *areas = sheet.children
        sheet.children = (root, *(area for area in areas if area.children))
        layout_backgrounds(sheet, laid.context.get_image_from_uri)
        yield Page(sheet)


def _refuse_dependence(laid: LaidOut) -> None:
    """Raise Inseparable where a sheet needs to know more of others than the pages things stand on."""
    context = laid.context
    if any(context.running_elements.values()):
        raise Inseparable("elements run in the head of other pages")
    if any(sheet.fixed_boxes for sheet in laid.sheets):
        raise Inseparable("a box stands on every page")
    if any(following["break"] in SIDES for _, following, *_ in context.page_maker[laid.start :]):
        raise Inseparable("something begins on a right or left page")
    lookups = context.target_collector.counter_lookup_items
    if any(use != "content" for _, use in lookups) or (lookups and laid.start):
        raise Inseparable("words show numbers of pages, but not on the first pages")


def _nothing() -> tuple[Any, ...]:
    """The place of a page that is not there."""
    state = {"content_changed": False, "pages_wanted": False, "anchors": [], "content_lookups": []}
    return None, {"break": "any", "page": ""}, True, ([0], {"pages": [0]}, [{"pages"}], []), state
