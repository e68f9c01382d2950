"""Links between a footnote call and its note, both ways.

CSS has no property that makes them. Words inside a link inherit it in WeasyPrint, and each gets an annotation: one
for the whole link is enough, and the only one that is tagged (ISO 14289-1, 7.18.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, put

PAGE = Upstream("weasyprint.document:Page.__init__", "1e09c7b86a6f6471")
ANCHORS = Upstream("weasyprint.anchors:gather_anchors", "373f8c676f27da3b")


def apply() -> None:
    """Have each page laid out hold the links."""
    made = PAGE.function()

    def with_links(page: Any, box: Any) -> None:
        made(page, box)
        add_note_links(page)

    put(PAGE, with_links)


def add_note_links(page: Any) -> None:
    """Link each footnote mark on `page` and its note to each other.

    `page` is a weasyprint.Page.
    """
    page.links[:] = [link for link in page.links if link[3].element_tag == "a"]
    for box in marks(page._page_box):
        note = box.element.get("id", "").removeprefix("note-")
        target = f"note-{note}" if box.element_tag.endswith("call") else f"call-{note}"
        x, y, width, height = box.hit_area()
        page.links.append(("internal", target, (x, y, x + width, y + height), box))


def marks(box: Any) -> Iterator[Any]:
    """Yield the boxes of footnote calls and footnote markers below `box`."""
    box = getattr(box, "_box", box)
    if str(box.element_tag).endswith(("::footnote-call", "::footnote-marker")):
        yield box
    else:
        for child in getattr(box, "children", ()):
            yield from marks(child)


NOTE_LINKS = Repair(
    "links between calls and notes",
    (PAGE, ANCHORS),
    apply,
    report="WeasyPrint 70 begins on CSS Notes (`position: note()`), with links of its own",
    goes="when notes can be `position: note()`",
    proofs=("OUT078",),
)
