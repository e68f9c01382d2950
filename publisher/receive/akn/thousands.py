"""Thousands of Arabic records, typed in the order of the page, in the order they are read in.

Among Arabic words “92 738 500” is typed as “500 738 92”, for a plain space turns the groups round when they are shown.
The groups themselves tell: only the first has fewer than three figures, and it begins with no nought. Where they do not,
the other figures of the record do; without any, words are taken to be typed so, and cells as they read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from publisher.receive.akn.shape import tag

Element = Any  # an lxml element; lxml carries no types

_GAP = "[ \u00a0\u202f]"
_GROUPS = re.compile(rf"(?<![\d.,/:–-])\d{{1,3}}(?:{_GAP}\d{{1,3}})+(?![\d/:–-]|[.,]\d)")
_CELLS = ("td", "th")


def turned(texts: list[tuple[Element, str]]) -> Iterator[tuple[str, str]]:
    """Turn the figures typed in the order of the page; each as it was typed and as it is read now."""
    of_cells = [any(tag(above) in _CELLS for above in (element, *element.iterancestors())) for element, _ in texts]
    places = Counter[tuple[bool, bool]]()
    for (element, part), of_cell in zip(texts, of_cells, strict=True):
        clear = (_is_turned(found[0]) for found in _GROUPS.finditer(getattr(element, part)))
        places.update((of_cell, one) for one in clear if one is not None)
    habit = {of_cell: places[of_cell, True] - places[of_cell, False] + (not of_cell) > 0 for of_cell in (True, False)}
    for (element, part), of_cell in zip(texts, of_cells, strict=True):
        typed = getattr(element, part)
        read = _GROUPS.sub(partial(_read, habit=habit[of_cell]), typed)
        if read != typed:
            pairs = zip(_GROUPS.findall(typed), _GROUPS.findall(read), strict=True)
            yield from (pair for pair in pairs if pair[0] != pair[1])
            setattr(element, part, read)


def _is_turned(figure: str) -> bool | None:
    """Whether the groups of a figure stand the other way round; None where they tell nothing."""
    groups = re.split(_GAP, figure)
    forwards, backwards = _is_a_figure(groups), _is_a_figure(groups[::-1])
    return backwards if forwards != backwards else None


def _is_a_figure(groups: list[str]) -> bool:
    return all(len(group) == 3 for group in groups[1:]) and not groups[0].startswith("0")


def _read(found: re.Match[str], habit: bool) -> str:
    """A figure in the order it is read in; what is none either way stays."""
    figure = found[0]
    is_turned = _is_turned(figure)
    if is_turned is None:
        is_turned = habit and _is_a_figure(re.split(_GAP, figure))
    return "".join(re.split(f"({_GAP})", figure)[::-1]) if is_turned else figure
