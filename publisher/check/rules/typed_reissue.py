"""A note of page one tells of a reissue that the record does not know.

Why: a reissue that is only typed has no date to be held against, and the register and the other languages never learn of it.
Authority: UN practice for reissued documents (M07, M16, P05).
Bad: `symbol-notes: [Reissued for technical reasons on 6 August 2025.]`
Good: `reissues: [{date: 2025-08-06, reason: technical}]` in record.yaml; the note is written from it in every language
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Notes by hand on page one that say what a reissue's note says."""
    pattern, words = evidence.words.pattern("reissued"), evidence.written.words
    if pattern is None:
        return
    for note in (*words.symbol_notes, *words.front_notes.values()):
        if hit := pattern.search(note.text):
            start, end = hit.span()
            yield Fault(
                f"“{hit.group()}” is typed; the record lists {len(evidence.record.reissues)} reissues",
                evidence.sources.find(note.at, note.text, start, end),
                hit.group(),
                "put its date under reissues: in record.yaml and take the note out",
            )
