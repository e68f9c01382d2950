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
_OF_SHEETS = "write the rows in the language file, where a cell calls a note of the table: [^name]"
_LEGEND = re.compile(r"[(（]\*{1,3} ?\w")  # “(* estimate)”: the signs of a line that explains them
_PATH = re.compile(r"[/\\][\w.]*$|(?:^|[\s*])\.$")  # of a symbol, an address, the name of a file
_OPENED = re.compile(r"\*\S*$|(?<![\w*])\*{1,3}\w[^*]*$")  # emphasis that is not read as such is told of by itself
# What has a power: a unit, the ten of a number, a variable.
_BASES = re.compile(
    _WORD + r"(?:[kdcmnµμ]?m|[kmµμ]?[gls]|ft|in|yd|mi|ha|[kMG]?W|Pa|[кдсм]?м|кг|[гсл])$"
    r"|(?:米|公里|厘米|毫米|秒|متر|م)$|(?<![\d.,])10$|" + _WORD + r"[^\W\d_]$"
)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Marks of notes typed at the end of words; powers are left."""
    for passage in evidence.own:
        for hit in typed_in(passage.text):
            at = evidence.fault(passage, *hit.span(), "").at
            if hit.group().startswith("*") and at is not None and "\\*" in evidence.sources.line(at):
                continue  # the author says that the sign itself is meant
            message = f"the mark “{hit.group()}” is typed"
            hint = _OF_SHEETS if passage.of_sheet else _hint(evidence, hit.group())
            yield evidence.fault(passage, *hit.span(), message, hint)


def _hint(evidence: Evidence, mark: str) -> str:
    """How the note is called: by its name where one note only waits for it."""
    called = {call.note for passage in evidence.passages for _, call in passage.calls}
    waiting = [name for name in evidence.written.words.footnotes if name not in called]
    name = waiting[0] if len(waiting) == 1 else "name"
    itself = "; write \\* where the sign itself is meant" if mark.startswith("*") else ""
    return f"call the note: [^{name}]{itself}"


def typed_in(text: str) -> Iterator[re.Match[str]]:
    """The marks typed in a text: neither powers (m², 10⁻³) nor the asterisks of symbols and file names."""
    explained = _LEGEND.search(text) is not None
    for hit in _TYPED.finditer(text):
        mark, before = hit.group(), text[: hit.start()]
        if explained and mark.startswith("*"):
            continue
        if mark[0] not in "*[" and mark != "¹" and _BASES.search(before):
            continue
        if mark.startswith("*") and (_PATH.search(before) or _OPENED.search(before)):
            continue
        yield hit
