"""A resolution or decision says why and decides nothing.

Why: the operative part is what is adopted; without it a preamble leads nowhere.
Authority: UN Editorial Manual, resolutions and decisions (N17).
Bad: `preamble:` with all paragraphs, and nothing under `operative:`
Good: `operative:` with “*Decides* …” and what follows
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.document import Resolving


def find(evidence: Evidence) -> Iterator[Fault]:
    """Texts, or their parts, that have a preamble and no operative paragraph."""
    for number, text in evidence.written.words.decisions.items():
        if text.parts and not any(part.operative for part in text.parts) and not text.operative:
            yield _fault(evidence, number, text)
        for one in text.parts or (text,):
            if one.preamble and not one.operative:
                yield _fault(evidence, number, one)


def _fault(evidence: Evidence, number: str, text: Resolving) -> Fault:
    hint = "write its paragraphs under operative:"
    return Fault(
        f"the text of {number} has no operative paragraph", evidence.sources.key(text.at, "preamble"), number, hint
    )
