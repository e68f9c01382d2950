"""A footnote mark stands on the wrong side of the punctuation.

Why: each language has its place; a mark on the wrong side is the first thing a reviser sees.
Authority: UN Editorial Manual, footnotes (X05): after the mark in English, Chinese and Arabic, before it in French and
Spanish; Russian likewise before. Before a dash everywhere.
Bad: 核准战略计划[^plan]；
Good: 核准战略计划；[^plan]
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage

_BETWEEN = (",", "،", "，", "、")  # two marks
_MARKS = ",.;:!?，。；：！？、،؛؟…"


def find(evidence: Evidence) -> Iterator[Fault]:
    """Calls on the wrong side of punctuation for the language."""
    after = evidence.words.entry("note-mark", "after") == "after"
    if _otherwise(evidence, after):
        return
    for passage in evidence.own:
        for place, (offset, call) in enumerate(passage.calls):
            if call.series != "text" or _in_a_row(passage, place):
                continue
            before, following = passage.text[:offset].rstrip()[-1:], passage.text[offset : offset + 1]
            wrong = following in _MARKS and following != "" if after else before in _MARKS and before != ""
            if wrong and not (not after and passage.text[:offset].rstrip().endswith("..")):
                shown = passage.text[max(0, offset - 8) : offset + 1]
                yield evidence.fault(
                    passage,
                    max(0, offset - 8),
                    offset + (1 if after else 0),
                    f"the call of note “{call.mark}” stands {'before' if after else 'after'} the mark in “{shown}”",
                    f"put [^{call.note}] {'after' if after else 'before'} the mark of punctuation",
                )


def _in_a_row(passage: Passage, place: int) -> bool:
    """True where nothing but the comma between two marks stands behind a call, or before it: “session¹, ²”."""
    calls = passage.calls
    before, after = calls[max(0, place - 1) : place + 1], calls[place : place + 2]
    return any(passage.text[one[0] : two[0]].strip() in _BETWEEN for one, two in (*pairwise(before), *pairwise(after)))


def _otherwise(evidence: Evidence, after: bool) -> bool:
    """True where most calls beside punctuation stand on the other side: some organs do so throughout (HRC, in Chinese)."""
    before_mark = after_mark = 0
    for passage in evidence.own:
        for offset, call in passage.calls:
            if call.series == "text":
                before_mark += passage.text[offset : offset + 1] in tuple(_MARKS)
                after_mark += passage.text[:offset].rstrip()[-1:] in tuple(_MARKS)
    wrong, right = (before_mark, after_mark) if after else (after_mark, before_mark)
    return wrong > right and (wrong > 3 or (wrong > 1 and not right))
