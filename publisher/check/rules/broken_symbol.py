"""A symbol in the text is cut off or malformed.

Why: nobody finds “HSP/HA.2/” or “HSP/HA.2/13/add.1”.
Authority: UN Library, “UN document symbols” (M02, X09).
Bad: （HSP/HA.2/）
Good: （HSP/HA.2/13）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.symbol import Symbol, beginnings, symbol_spans


def find(evidence: Evidence) -> Iterator[Fault]:
    """What begins like a symbol and is none.

    Placeholders have a code of their own.
    """
    for passage in evidence.own:
        if "/" not in passage.text:
            continue
        whole = dict(symbol_spans(passage.text))
        for start, end in beginnings(passage.text):
            found = passage.text[start:end].rstrip(".,;*")
            after = passage.text[end : end + 1]
            if (
                "[" in found
                or after == "["
                or whole.get(start, 0) >= start + len(found)
                or after == "-"
                or _double(found)
            ):
                continue
            yield evidence.fault(
                passage,
                start,
                start + len(found),
                f"“{found}” is no document symbol",
                "parts of capitals and figures joined by strokes: HSP/HA.2/13/Add.1",
            )


def _double(found: str) -> bool:
    """True for the symbols of two organs joined by a hyphen: A/80/74-E/2025/53."""
    parts = re.split(r"-(?=[A-Z]+/)", found)
    return len(parts) > 1 and all(Symbol.parse(part) for part in parts)
