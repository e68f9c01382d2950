"""A decision refers to a footnote by its number.

Why: decisions are reprinted one by one; the number then leads to another note or to none.
Authority: UN Editorial Manual, footnotes in resolutions (X08): the source is given again in full.
Bad: See footnote 1 above.
Good: HSP/HA.2/13.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import cited_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """References to note numbers in decisions and in the notes called there."""
    in_decisions = {call.note for p in evidence.own if p.scope != p.division for _, call in p.calls}
    for passage in evidence.own:
        if not (passage.scope != passage.division or passage.id in in_decisions):
            continue
        for seen in cited_in(passage.text, evidence.words, "footnote-any"):
            words = passage.text[seen.start : seen.end]
            yield evidence.fault(
                passage, seen.start, seen.end, f"“{words}” in a decision", "give the source again in full"
            )
