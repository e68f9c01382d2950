"""Head and foot from page two on, and how high the head is: a title of many lines pushes the text down, as in Word."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import replace

from publisher.model.inline import plain
from publisher.model.layout import Layout, Sheet
from publisher.model.resolved import RunningMatter
from publisher.resolve.drafting import Drafting
from publisher.resolve.phrases import without_calls

# Of the title in templates/style/new-york-resolution.css.
_SHARE, _SIZE = 0.6, 8.5  # of the width; points
_LINE, _BELOW, _ABOVE = (
    11.4,
    13.6,
    21.6,
)  # points: a line, those of Chinese being the highest; rule and air under, above
_LETTER, _IDEOGRAPH = 0.58, 1.0  # of the size: bold Cyrillic, the widest of the alphabets, and a little for line ends


def running(drafting: Drafting) -> RunningMatter:
    """Head and foot from page two on: the symbol without asterisk.

    The job number and the title of a resolution where the profile says so (§1.4; LAYOUT_FACTS §5).
    """
    document = drafting.document
    job = document.record.job
    number = job.number if job is not None and document.profile.job.running else ""
    title = _running_title(drafting)
    head = document.words.running_head
    symbol = document.record.symbol if head is None else plain(without_calls(drafting.inlines(head)))
    return RunningMatter(symbol, number, title, _top(title, document.profile.layout.sheet))


def under(layout: Layout, running: RunningMatter) -> Layout:
    """`layout` with the top margin that the running head needs."""
    return layout if running.top is None else replace(layout, sheet=replace(layout.sheet, top=running.top))


def _running_title(drafting: Drafting) -> str:
    document = drafting.document
    adoptions = document.record.adoptions
    if not document.profile.running_title or not document.kind.is_adopted or not adoptions:
        return ""
    words = document.words.decisions.get(adoptions[0].number)
    return plain(without_calls(drafting.inlines(words.title))) if words and words.title else ""


def _top(title: str, sheet: Sheet) -> float | None:
    """The margin from page two on where the usual one has not room for the lines of the title."""
    width = sum([_IDEOGRAPH if unicodedata.east_asian_width(one) in "WF" else _LETTER for one in title]) * _SIZE
    lines = math.ceil(width / (_SHARE * (sheet.width - sheet.left - sheet.right)))
    needed = lines * _LINE + _BELOW
    return round(needed + _ABOVE, 1) if needed > sheet.top else None
