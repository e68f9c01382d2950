"""A symbol in the text is cut off or malformed.

Why: nobody finds “HSP/HA.2/” or “HSP/HA.2/13/add.1”.
Authority: UN Library, “UN document symbols” (M02, X09).
Bad: （HSP/HA.2/）
Good: （HSP/HA.2/13）
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import LIKE_SYMBOL, STRICT


def find(evidence: Evidence) -> Iterator[Fault]:
    """What begins like a symbol and is none; placeholders have a code of their own."""
    for passage in evidence.own:
        if "/" not in passage.text:
            continue
        for hit in LIKE_SYMBOL.finditer(passage.text):
            found = hit.group().rstrip(".,;*")
            if "[" in found or passage.text[hit.end() : hit.end() + 1] == "[" or STRICT.fullmatch(found):
                continue
            if passage.text[hit.end() : hit.end() + 1] in "-" and passage.text[hit.end() :]:
                continue
            yield evidence.fault(
                passage,
                hit.start(),
                hit.start() + len(found),
                f"“{found}” is no document symbol",
                "parts of capitals and figures joined by strokes: HSP/HA.2/13/Add.1",
            )
