"""A footnote mark is typed instead of called.

Why: a typed mark has no note, is not counted, and stays when notes are added.
Authority: UN Editorial Manual, footnotes (X04): marks and notes one to one.
Bad: the strategic plan¹
Good: the strategic plan[^plan]

In a list of names an asterisk behind several of them is a sign that a line of the list explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.sought import Sought
from publisher.model.kind import Trait

EXCEPT: tuple[Trait, ...] = ("names",)
_TYPED = Sought(
    r"(?<![⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=[\w.,;:，。；”»])\*{1,3}(?=\s|$|[.,;](?!\w)|[，。；])|(?<=[a-zа-я\u0621-\u064a\u4e00-\u9fff.,;。；，”»])\[\d{1,2}\]"
)
_WORD = r"(?<![^\W\d_])"  # a figure may stand before a unit, a letter not
# What has a power: a unit, the ten of a number, a variable.
_BASES = re.compile(
    _WORD + r"(?:[kdcmnµμ]?m|[kmµμ]?[gls]|ft|in|yd|mi|ha|[kMG]?W|Pa|[кдсм]?м|кг|[гсл])$"
    r"|(?:米|公里|厘米|毫米|秒|متر|م)$|(?<![\d.,])10$|" + _WORD + r"[^\W\d_]$"
)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Marks of notes typed at the end of words; powers are left."""
    for passage in evidence.own:
        for hit in typed_in(passage.text):
            message = f"the mark “{hit.group()}” is typed"
            yield evidence.fault(passage, *hit.span(), message, "call a footnote: [^name]")


def typed_in(text: str) -> Iterator[re.Match[str]]:
    """The marks typed in a text: neither powers (m², 10⁻³) nor the asterisks of symbols and file names."""
    for hit in _TYPED.finditer(text):
        mark, before = hit.group(), text[: hit.start()]
        if mark[0] not in "*[" and mark != "¹" and _BASES.search(before):
            continue
        if mark.startswith("*") and re.search(r"/[\w.]+$", before):
            continue
        yield hit
