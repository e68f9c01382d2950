"""What must not part at the end of a line: figures in groups, a label and its number, the agenda items of a heading."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"
GROUPS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")  # the spaces in “1 200 000”
_ITEMS = re.compile(r"[(（][^()（）<>]*\d[^()（）<>]*(?:(?:\([^()<>]*)?\)[^()（）<>]*)?[)）]$")
_BESIDE_FIGURES = re.compile(r" (?=[\d(])|(?<=\d) ")
# Characters that may be kept on one line: more of them would tear the line before it.
LONGEST_LABEL, LONGEST_ITEMS = 24, 34


def grouped(text: str) -> str:
    """`text` with no line end between the groups of a figure."""
    return GROUPS.sub(NO_BREAK_SPACE, text)


def one_piece(markup: str) -> str:
    """The words of a reference to a number, “table 1”, with no line end in them."""
    return markup if "<" in markup or len(markup) > LONGEST_LABEL else markup.replace(" ", NO_BREAK_SPACE)


def items_held(markup: str) -> str:
    """A heading with no line end in the agenda items it closes with, “(agenda item 3 (a))”.

    In a long list of items a line may end, but not beside a figure.
    """
    found = _ITEMS.search(markup)
    if found is None:
        return markup
    items = found[0]
    short = len(items) <= LONGEST_ITEMS
    held = items.replace(" ", NO_BREAK_SPACE) if short else _BESIDE_FIGURES.sub(NO_BREAK_SPACE, items)
    return markup[: found.start()] + held
