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
    r"(?<![\w*/\\])\*{1,3}(?=[^\W\d_])"  # opens and is never closed
    r"|\[\^[^\]\s?]*(?:\]|(?=\s)|$)|\]\s?\(#[^)]*\)?|\{\{.*?(?:\}\}|$)|\}\}|\{[%#]|[\^_]\{"
    r"|(?<=[^\W_)])\^(?=[\w(+\-−])"  # a power as on a keyboard
    r"|(?<![\w/.@:\\#?&=_])_{1,2}(?=[^\W_])[^_\n]{0,80}[^\W_]_{1,2}(?![\w/.@_])"  # marks of other programs
    r"|~~(?=\S)|`(?=[^`\n]+`)|!\[(?=[^\]\n]*\]\()"
)
_HINTS = {
    "*": "close it after the last word, or write \\* for the sign itself",
    "[": "write [^name] without spaces, the note under footnotes",
    "]": "write [words](#name) without a space between the brackets",
    "{": "write {{ fact }} in the words",
    "}": "write {{ fact }} in the words",
    "_": "write *…* for emphasis, _{…} for a lowered sign",
    "~": "take the signs out: words are struck by a redline only",
    "`": "take the signs out, or write quotation marks",
    "!": "make the picture an entry of its own: figure:",
}
_OF_SHEETS = "take the signs out: in a sheet no mark is read; where rows need marks, write them in the language file"


def find(evidence: Evidence) -> Iterator[Fault]:
    """Signs of marks that are left in the printed words; of a cell of a sheet the first."""
    for passage in evidence.own:
        for hit in _UNREAD.finditer(passage.text):
            at = evidence.fault(passage, *hit.span(), "").at
            if at is not None and "\\" in evidence.sources.line(at):
                continue  # the author says that the sign itself is meant
            message = f"“{passage.text[hit.start() : hit.start() + 20]}” prints with the signs of its mark"
            hint = _OF_SHEETS if passage.of_sheet else _HINTS.get(hit.group()[0], "write ^{…} or _{…}")
            yield evidence.fault(passage, *hit.span(), message, hint)
            if passage.of_sheet:
                break
