"""A mark was meant and is not one.

Why: “*Recalling its decision”, “[^note” or “{{ symbol }” prints with its signs.
Authority: house rule: the marks of the words are pairs, and each prints as what it marks or not at all.
Bad: *Recalling its decision, and [the annex] (#annex)
Good: *Recalling* its decision, and [the annex](#annex)
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.sought import Sought

_UNREAD = Sought(
    r"(?<![\w*/\\])\*{1,2}(?=[^\W\d_])"  # opens and is never closed
    r"|\[\^[^\]\s]*\]?|\]\s?\(#[^)]*\)?|\{\{|\}\}|\{%|[\^_]\{"
)
_HINTS = {
    "*": "close it after the last word, or write \\* for the sign itself",
    "[": "write [^name] without spaces, the note under footnotes",
    "]": "write [words](#name) without a space between the brackets",
    "{": "write {{ fact }} in the words; in a sheet it is not worked out",
    "}": "write {{ fact }} in the words; in a sheet it is not worked out",
}


def find(evidence: Evidence) -> Iterator[Fault]:
    """Signs of marks that are left in the printed words."""
    for passage in evidence.own:
        for hit in _UNREAD.finditer(passage.text):
            at = evidence.fault(passage, *hit.span(), "").at
            if at is not None and "\\" in evidence.sources.line(at):
                continue  # the author says that the sign itself is meant
            message = f"“{passage.text[hit.start() : hit.start() + 20]}” prints with the signs of its mark"
            yield evidence.fault(passage, *hit.span(), message, _HINTS.get(hit.group()[0], "write ^{…} or _{…}"))
