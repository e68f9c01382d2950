"""Links between a footnote call and its note, both ways: CSS has no property that makes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


def add_note_links(pages: Iterable[Any]) -> None:
    """Make each footnote mark on `pages` (weasyprint.Page) a link to its note, and the mark of the note a link back."""
    for page in pages:
        # words inside a link inherit it: one annotation for the whole link is enough, and the only one that is tagged
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
