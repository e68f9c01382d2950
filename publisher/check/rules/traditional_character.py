"""A traditional character stands in simplified text.

Why: the Chinese of the United Nations is simplified; a traditional character comes from another source.
Authority: house rule (T25); the list is in characters.yaml.
Bad: 未來、决定通过的決定
Good: 未来、决定
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Characters of the list, with their simplified form."""
    simplified = evidence.words.simplified
    for passage in evidence.own if simplified else ():
        if simplified.keys().isdisjoint(passage.text):
            continue
        for offset in [place for place, character in enumerate(passage.text) if character in simplified]:
            character = passage.text[offset]
            yield evidence.fault(
                passage,
                offset,
                offset + 1,
                f"“{character}” is a traditional character",
                f"write “{simplified[character]}”",
                simplified[character],
            )
