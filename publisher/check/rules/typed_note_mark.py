"""A footnote mark is typed instead of called.

Why: a typed mark has no note, is not counted, and stays when notes are added.
Authority: UN Editorial Manual, footnotes (X04): marks and notes one to one.
Bad: the strategic plan¹
Good: the strategic plan[^plan]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.sought import Sought

_TYPED = Sought(
    r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=[\w.,;:，。；”»])\*{1,3}(?=\s|$|[.,;，。；])|(?<=[a-zа-я\u0621-\u064a\u4e00-\u9fff.,;。；，”»])\[\d{1,2}\]"
)
_UNITS = re.compile(r"(?:m|km|cm|mm|ha|м|км|м)$|(?:米|公里)$")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Marks of notes typed at the end of words; powers of units are left."""
    for passage in evidence.own:
        for hit in _TYPED.finditer(passage.text):
            mark = hit.group()
            if mark in "²³" and _UNITS.search(passage.text[: hit.start()]):
                continue
            if mark.startswith("*") and re.search(r"/[\w.]+$", passage.text[: hit.start()]):
                continue
            yield evidence.fault(passage, *hit.span(), f"the mark “{mark}” is typed", "call a footnote: [^name]")
