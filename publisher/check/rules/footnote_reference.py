"""A reference typed by hand names a footnote that is not there.

Why: footnotes are renumbered with every new one; typed numbers stay behind.
Authority: UN Editorial Manual, footnotes (X04, X08).
Bad: “see footnote 9 above” (of two notes)
Good: “see footnote [](#plan) above”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import cited_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Typed numbers of notes that no note carries."""
    marks = {note.mark for note in evidence.resolved.notes if note.series == "text"}
    for passage in evidence.own:
        linked = [span for *span, reference in passage.references if reference.shows == "note"]
        for seen in cited_in(passage.text, evidence.words, "footnote"):
            if any(start >= seen.start and end <= seen.end for start, end in linked):
                continue
            if not all(str(number) in marks for number in seen.numbers):
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage,
                    seen.start,
                    seen.end,
                    f"“{words}”: there is no such note",
                    "refer with [](#identifier of the note)",
                )
