"""Finds what did not fit.

Words off the page, words out of their cell, a note away from its call. WeasyPrint does not say so itself. Where its
boxes are other than known, nothing is found here; the file is read back all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from publisher.render.pdf.engine.note_links import PAGE, marks
from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream

TOLERANCE = 1.0  # CSS pixels
BOXES = Upstream("weasyprint.formatting_structure.boxes:Box.border_box_x", "9c1d27fe32bb6016")
Said = tuple[str, tuple[int, ...]]  # a message, and the pages it names by their place in it


def overflows(pages: Iterable[Any]) -> list[Said]:
    """What to say of each block, table or note that does not fit.

    On `pages` (weasyprint.Page).
    """
    said: dict[Said, None] = {}
    calls: dict[str, int] = {}
    notes: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for box, block in _texts_and_rows(page._page_box, "the page"):
            if hasattr(box, "text"):
                if _is_off(box, page):
                    said[f"“{block}” runs off page {{}}: it is longer or wider than the page", (number,)] = None
            elif _overlaps(box):
                message = f"the table “{block}” has more or wider columns than page {{}} is wide"
                said[message, (number,)] = None
        for box in marks(page._page_box):
            name = str(box.element.get("id")).removeprefix("note-")
            (calls if box.element_tag.endswith("call") else notes)[name] = number
    for name, number in notes.items():
        if calls.get(name, number) != number:
            said[f"the note “{name}” stands on page {{}}, its call on page {{}}", (number, calls[name])] = None
    return list(said)


def in_words(said: Said, before: int) -> str:
    """A message about pages that `before` others stand before."""
    message, numbers = said
    return message.format(*(before + number for number in numbers)) if numbers else message


def _is_off(box: Any, page: Any) -> bool:
    """Say whether a piece of text lies outside its page."""
    return bool(
        min(box.position_x, box.position_y) < -TOLERANCE
        or box.position_x + box.width > page.width + TOLERANCE
        or box.position_y + box.height > page.height + TOLERANCE
    )


def _overlaps(row: Any) -> bool:
    """Say whether words of a cell of `row` reach out of the cell."""
    for cell in row.children:
        left, right = cell.border_box_x() - TOLERANCE, cell.border_box_x() + cell.border_width() + TOLERANCE
        for box in cell.descendants():
            if hasattr(box, "text") and (box.position_x < left or box.position_x + box.width > right):
                return True
    return False


def _texts_and_rows(box: Any, block: str) -> Iterator[tuple[Any, str]]:
    """Yield each piece of text and each table row with the identifier of the block it stands in."""
    box = getattr(box, "_box", box)
    element = box.element
    if element is not None and element.tag in ("p", "div", "figure", "span", "h1", "h2", "h3", "h4", "h5", "h6"):
        block = (element.get("id") or block).replace("{", "{{").replace("}", "}}")
    if hasattr(box, "text") or box.element_tag == "tr":
        yield box, block
    for child in getattr(box, "children", ()):
        yield from _texts_and_rows(child, block)


OVERFLOW = Repair(
    "what does not fit is told",
    (PAGE, BOXES),
    lambda: None,
    report="not reported: nobody but who reads the page knows that it is a fault",
    goes="when WeasyPrint reports overflow",
)
