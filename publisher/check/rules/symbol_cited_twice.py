"""One symbol stands in brackets after two things in a sentence.

Why: two documents cannot have one symbol; one of the two is wrong.
Authority: UN Library, “UN document symbols” (X10): one document, one symbol.
Bad: 大会第 72/226 号决议（A/73/726）设立的工作组的报告（A/73/726）
Good: 大会第 72/226 号决议（A/RES/72/226）设立的工作组的报告（A/73/726）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.symbol import symbol_spans


def find(evidence: Evidence) -> Iterator[Fault]:
    """Symbols that stand in brackets a second time in one sentence."""
    for passage in evidence.own:
        if passage.text.count("/") < 2:
            continue
        seen: dict[tuple[int, str], int] = {}
        for first, last in symbol_spans(passage.text):
            if not _stands_alone_in_brackets(passage.text, first, last):
                continue
            start, _ = evidence.sentence_at(passage, first)
            symbol = passage.text[first:last]
            before = seen.get((start, symbol))
            if before is not None and _named(passage.text, before) != _named(passage.text, first):
                yield evidence.fault(
                    passage,
                    first,
                    last,
                    f"“{symbol}” stands twice in one sentence",
                    "look up which of the two documents has another symbol",
                )
            seen.setdefault((start, symbol), first)


def _named(text: str, bracket: int) -> str:
    """How the word before a bracket begins: a report named twice is one document, a resolution and a report are two."""
    words = text[:bracket].rstrip(" (（")
    last = re.search(r"[\w’'-]+$", words)
    if last is None or "\u4e00" <= words[-1] <= "\u9fff":
        return words[-2:]
    return last.group()[:5].casefold()


def _stands_alone_in_brackets(text: str, start: int, end: int) -> bool:
    return text[:start].rstrip()[-1:] in {"(", "（"} and text[end:].lstrip()[:1] in {")", "）"}
