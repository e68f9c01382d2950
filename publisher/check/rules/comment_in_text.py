"""Words behind a # are a comment and are not printed.

Why: “- Item # 5 was closed” prints “Item”; what follows a space and a # is for those who read the file.
Authority: house rule (T24): what is typed is printed.
Bad: - The meeting on item # 5 was closed.
Good: - "The meeting on item # 5 was closed."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.diagnostic import Position

_BEHIND = re.compile(  # one space before it: a comment that is meant as one stands apart
    r"""^ *+(?:- ++)*+(?:[\w-]++: ++)?+[^\s"'|>\[{#&*!%@`].*[^\s.;:,!?。；：，、] (?P<comment>\#.*\S)""", re.MULTILINE
)
_SHOWN = 40


def find(evidence: Evidence) -> Iterator[Fault]:
    """Comments that break a sentence off: a text in the midst of which one begins."""
    for file, text in evidence.sources.texts.items():
        if file != f"{evidence.language}.yaml" or " #" not in text:
            continue
        printed = {one.at.line: one.text for one in evidence.own if one.at is not None and one.at.file == file}
        for hit in _BEHIND.finditer(text):
            line, said = text.count("\n", 0, hit.start("comment")) + 1, hit["comment"][:_SHOWN]
            if line in printed and hit["comment"] not in printed[line]:
                at = Position(file, line, hit.start("comment") - text.rfind("\n", 0, hit.start("comment")))
                hint = "put the whole text in quotation marks, or the comment on a line of its own"
                yield Fault(f"“{said}” is read as a comment and not printed", at, said, hint)
