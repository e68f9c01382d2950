"""A footnote begins with a small letter.

Why: a note is a sentence, however short.
Authority: UN Editorial Manual, footnotes (X06).
Bad: see HSP/HA.2/13.
Good: See HSP/HA.2/13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_ADDRESS = re.compile(r"(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+(?:/|\b))")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Notes of the text that begin with a small letter.

    Table notes may be fragments.
    """
    for passage in evidence.own:
        if (
            passage.kind == "note"
            and passage.role != "table"
            and passage.text[:1].islower()
            and not _ADDRESS.match(passage.text)
        ):
            word = re.match(r"\S+", passage.text)
            end = word.end() if word else 1
            yield evidence.fault(passage, 0, end, f"a note begins with “{passage.text[:end]}”", "begin with a capital")
