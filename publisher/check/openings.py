"""Hold the first words of preambular and operative paragraphs against the lists that editors own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def faults_of_openings(evidence: Evidence, role: str, name: str) -> Iterator[Fault]:
    """Paragraphs of `role` that open with none of the words of list `name`, or open without emphasis."""
    openings = evidence.words.entry(name, ())
    if not openings:
        return
    # Folded by hand: expressions that ignore case take far longer to compile.
    pattern = re.compile("(?:" + "|".join(opening.lower() for opening in openings) + ")")
    for passage in evidence.own:
        if passage.role != role or not passage.text.strip():
            continue
        first = re.match(r"[^\s，。,;；]+", passage.text)
        end = first.end() if first else min(6, len(passage.text))
        shown = passage.text[:end][:24]
        if not pattern.match(passage.text[:80].lower()):
            yield evidence.fault(
                passage,
                0,
                min(end, 24),
                f"“{shown}” opens no {role} paragraph",
                "begin with a word of the list, or add the word to the list in terms.yaml",
            )
        elif evidence.words.entry("marked-openings") and not any(start == 0 for start, _ in passage.emphasis):
            yield evidence.fault(
                passage, 0, min(end, 24), f"the opening word “{shown}” does not stand out", f"write *{shown}*"
            )
