"""The organ's line above a decision has no comma, or names another organ.

Why: the line is the subject of the decision: “The Assembly, … Decides”.
Where no preamble follows, the verb does, and the line has no comma.
Authority: UN Editorial Manual, resolutions and decisions (N20).
Bad: `organ: 联合国人居大会`
Good: `organ: 联合国人居大会，`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_COMMAS = (",", "，", "،")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Organ lines by hand without comma or with none of its names."""
    organ = evidence.organ
    reasoned = {p.scope for p in evidence.own if p.role == "preambular" and p.text.rstrip().endswith(_COMMAS)}
    for passage in evidence.own:
        if passage.kind != "paragraph" or passage.role != "organ":
            continue
        text = passage.text.rstrip()
        if not text.endswith(_COMMAS) and passage.scope in reasoned:  # without a preamble the verb follows
            yield evidence.fault(
                passage, 0, len(text), f"the organ’s line “{text}” has no comma at its end", "add the comma"
            )
        language = evidence.language
        names = (
            []
            if organ is None
            else [names.get(language, "") for names in (organ.names, organ.full, organ.short, organ.opening)]
        )
        plain = _plain(text)
        if any(names) and not any(_plain(name) and _plain(name) in plain for name in names):
            yield evidence.fault(
                passage,
                0,
                len(text),
                f"the organ’s line “{text}” does not name {names[0]}",
                "name the organ that adopts the text",
            )


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
