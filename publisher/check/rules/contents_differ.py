"""The table of contents and the headings differ.

Why: a contents line that leads to another heading sends the reader astray.
Authority: UN Editorial Manual, contents (N13).
Bad: contents “Attendance”, heading “Participation”
Good: the same words in both
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.inline import plain
from publisher.model.resolved import Heading


def find(evidence: Evidence) -> Iterator[Fault]:
    """Contents lines whose target is no heading or carries other words."""
    headings = {block.id: block for block in evidence.blocks if isinstance(block, Heading)}
    for entry in evidence.resolved.contents:
        heading = headings.get(entry.target)
        if heading is None or plain(heading.text) != plain(entry.text):
            yield Fault(
                f"the contents line “{plain(entry.text)}” is not its heading",
                heading.at if heading else None,
                plain(entry.text),
                "a fault of the program: please report it",
            )
