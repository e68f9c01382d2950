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

_BRACKETS = re.compile(r"[(（]\s*(?P<symbol>[A-Z]{1,6}/[\w./*-]+)\s*[)）]")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Symbols that stand in brackets a second time in one sentence."""
    for passage in evidence.own:
        if passage.text.count("/") < 2:
            continue
        seen: dict[tuple[int, str], int] = {}
        for hit in _BRACKETS.finditer(passage.text):
            start, _ = evidence.sentence_at(passage, hit.start())
            symbol = hit["symbol"]
            if (start, symbol) in seen:
                yield evidence.fault(
                    passage,
                    hit.start("symbol"),
                    hit.end("symbol"),
                    f"“{symbol}” stands twice in one sentence",
                    "look up which of the two documents has another symbol",
                )
            seen[start, symbol] = hit.start()
