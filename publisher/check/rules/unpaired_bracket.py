"""A bracket has no partner.

Why: the reader waits for the end of what the bracket opened.
Authority: house rule (T24).
Bad: （议程项目 8
Good: （议程项目 8）

Square brackets may hold several paragraphs: the words on a vote below a resolution, what a draft leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Brackets that are not closed, or closed without being opened.

    Marks of items such as “a)” close nothing; text that pairs with or without them is right.
    """
    pairs = evidence.words.entry("brackets", ())
    if not pairs:
        return
    marks = re.compile(evidence.words.entry("item-mark", r"(?!)"))
    brackets = re.compile("[" + re.escape("".join(pairs)) + "]")
    faults: list[tuple[Passage, int]] = []
    for passage in evidence.own:
        found = [(hit.group(), hit.start()) for hit in brackets.finditer(passage.text)]
        alone = _unpaired(found, pairs)
        if alone:
            items = {hit.end() - 1 for hit in marks.finditer(passage.text)}
            alone = _unpaired([one for one in found if one[1] not in items], pairs)
        faults += [(passage, offset) for offset in alone]
    for passage, offset in _without_spanning(faults):
        sign = passage.text[offset]
        yield evidence.fault(passage, offset, offset + 1, f"“{sign}” has no partner", "close or open the bracket")


def _without_spanning(faults: list[tuple[Passage, int]]) -> list[tuple[Passage, int]]:
    """The faults without square brackets that open in one paragraph and close in a later one of the same scope."""
    kept: list[tuple[Passage, int]] = []
    for passage, offset in faults:
        if passage.text[offset] == "]" and kept and _opens(*kept[-1], passage):
            kept.pop()
        else:
            kept.append((passage, offset))
    return kept


def _opens(before: Passage, offset: int, passage: Passage) -> bool:
    return before.text[offset] == "[" and before.scope == passage.scope and before.index < passage.index


def _unpaired(found: list[tuple[str, int]], pairs: list[str]) -> list[int]:
    closings = {pair[1]: pair[0] for pair in pairs}
    waiting: list[tuple[str, int]] = []
    alone: list[int] = []
    for sign, offset in found:
        if sign not in closings:
            waiting.append((sign, offset))
        elif waiting and waiting[-1][0] == closings[sign]:
            waiting.pop()
        else:
            alone.append(offset)
    return sorted([*alone, *(offset for _, offset in waiting)])
