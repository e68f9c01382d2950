"""A footnote does not end with a full stop.

Why: a note is a sentence, however short.
Authority: UN Editorial Manual, footnotes (X06).
Bad: HSP/HA.2/13
Good: HSP/HA.2/13.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Notes without a closing mark."""
    for passage in evidence.own:
        text = passage.text.rstrip().rstrip("”»“’)）")
        if passage.kind == "note" and text and not text.endswith((".", "。", "!", "?", "！", "？", "؟", "…")):
            yield evidence.fault(
                passage,
                max(0, len(text) - 10),
                len(text),
                f"the note “{text[-24:]}” has no full stop",
                "add a full stop",
            )
