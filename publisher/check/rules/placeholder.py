"""A placeholder is left in the text.

Why: a reader cannot follow “HSP/OECPR.2025/[--]”; it is the commonest slip of a late edit.
Authority: house rule (M03). `[…]` in a quotation marks words left out and is right there.
Bad: 载于 HSP/OECPR.2025/[--]号文件
Good: 载于 HSP/OECPR.2025/6 号文件
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.sought import Sought

_PATTERN = Sought(
    r"/\[[^\]]{0,6}\]|\[(?:-{1,4}|–{1,4}|—{1,4}|_{1,9}|x{1,4}|X{1,4}|\?{1,4}|\s?|tbd|TBD|tbc|TBC)\]"
    r"|(?<![A-Za-z])(?:TBC|TBD|XXXX+|FIXME|TODO)(?![A-Za-z])|(?<![A-Za-z(])XXX(?![A-Za-z)]|[-‑]\d)|\?{2,}|[Ll]orem ipsum|_{3,}"
)
_NUMBERED = ("numbered", "item", "operative")
_SYMBOL_BEFORE = re.compile(r"[A-Z][A-Za-z0-9./]{0,40}$")
_CUT = re.compile(r"\[(?:…|\.{3})\]")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|「[^」]*」|”[^“]*“")


def find(evidence: Evidence) -> Iterator[Fault]:
    """The placeholders that stand in the text, and numbered lines in which nothing stands."""
    for passage in evidence.passages:
        if passage.role in _NUMBERED and not passage.text.strip():
            yield evidence.fault(passage, 0, 0, "nothing stands in this line", "put in what is meant, or take it out")
    for passage in evidence.own:
        for hit in _PATTERN.finditer(passage.text):
            start, end = hit.span()
            if hit.group().startswith("/"):
                before = _SYMBOL_BEFORE.search(passage.text[max(0, start - 40) : start])
                start -= len(before.group()) if before else 0
            yield _fault(evidence, passage, start, end)
        if passage.quoted or "[" not in passage.text:
            continue
        quoted = [hit.span() for hit in _QUOTED.finditer(passage.text)]
        for hit in _CUT.finditer(passage.text):
            if not any(start < hit.start() < end for start, end in quoted):
                yield _fault(evidence, passage, *hit.span())


def _fault(evidence: Evidence, passage: Passage, start: int, end: int) -> Fault:
    words = passage.text[start:end]
    return evidence.fault(passage, start, end, f"“{words}” is a placeholder", "put in what is meant, or take it out")
