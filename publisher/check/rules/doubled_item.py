"""The same item stands twice in a list.

Why: one of the two was to be another, and is missing.
Authority: house rule (T27).
Bad: (a) Adequate housing; (b) Land; (c) Adequate housing.
Good: (a) Adequate housing; (b) Land; (c) Basic services.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_LEAST = 8  # letters: “Yes;” may be said twice


def find(evidence: Evidence) -> Iterator[Fault]:
    """Subparagraphs of one list that say the same, marks of punctuation aside."""
    seen: dict[tuple[str, int], set[str]] = {}
    for passage in evidence.own:
        if passage.role != "item" or passage.number is None or passage.quoted:
            seen = {} if passage.kind in ("paragraph", "heading") else seen
            continue
        plain = re.sub(r"\W+", " ", passage.text).strip().casefold()
        items = seen.setdefault((passage.scope, passage.number.depth), set())
        if plain in items and len(plain) >= _LEAST:
            yield evidence.fault(
                passage, 0, len(passage.text), f"“{passage.text[:60]}” is an item of this list already",
                "put the item here that was meant",
            )  # fmt: skip
        items.add(plain)
