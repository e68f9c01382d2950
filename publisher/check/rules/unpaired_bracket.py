"""A bracket has no partner.

Why: the reader waits for the end of what the bracket opened.
Authority: house rule (T24).
Bad: （议程项目 8
Good: （议程项目 8）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Give back brackets that are not closed, or closed without being opened; marks of items such as “a)” are left."""
    pairs = evidence.words.entry("brackets", ())
    openings = {pair[0]: pair[1] for pair in pairs}
    closings = {pair[1]: pair[0] for pair in pairs}
    marks = re.compile(evidence.words.entry("item-mark", r"(?!)"))
    brackets = re.compile("[" + re.escape("".join(pairs)) + "]") if pairs else re.compile(r"(?!)")
    for passage in evidence.own:
        found = list(brackets.finditer(passage.text))
        if not found:
            continue
        items = {hit.end() - 1 for hit in marks.finditer(passage.text)}
        waiting: list[tuple[str, int]] = []
        for hit in found:
            sign, offset = hit.group(), hit.start()
            if sign in openings:
                waiting.append((sign, offset))
            elif waiting and waiting[-1][0] == closings[sign]:
                waiting.pop()
            elif offset not in items:
                yield _fault(evidence, passage, offset)
        for _, offset in waiting:
            yield _fault(evidence, passage, offset)


def _fault(evidence: Evidence, passage: Passage, offset: int) -> Fault:
    return evidence.fault(passage, offset, offset + 1, f"“{passage.text[offset]}” has no partner", "close or open the bracket")
