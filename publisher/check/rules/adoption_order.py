"""The numbers of adopted texts have a gap, a double, another session.

Why: decisions are cited by number for decades.
Authority: numbering of decisions, session and serial number (N15): 2/6, 2/7 …
Bad: `adoptions: [{number: 2/6}, {number: 2/8}]`
Good: `adoptions: [{number: 2/6}, {number: 2/7}]`

Conferences of Parties (6/CMA.3) spread their decisions over several documents: theirs have to go up, not on by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

# 2/6 says the session first; 6/CMA.3, as conferences number, last
_NUMBER = re.compile(r"(?P<of>\d+)/(?P<number>\d+)|(?P<first>\d+)/[A-Z]+\.(?P<conference>\d+)")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Adoptions whose number does not follow the one before.

    Or is of another session.
    """
    session = evidence.record.session
    last: dict[str, tuple[int, str]] = {}
    for adoption in evidence.record.adoptions:
        found = _NUMBER.fullmatch(adoption.number)
        if found is None:
            continue
        of, number = int(found["of"] or found["conference"]), int(found["number"] or found["first"])
        at = evidence.sources.word(adoption.at, "number", adoption.number)
        if session is not None and of < 1000 and of != session.number:
            yield Fault(
                f"{adoption.kind} {adoption.number} is not of session {session.number}",
                at,
                adoption.number,
                "the number before the stroke is that of the session",
            )
        elif adoption.kind in last and not _follows(number, last[adoption.kind][0], found["conference"] is not None):
            yield Fault(
                f"{adoption.kind} {adoption.number} follows {last[adoption.kind][1]}",
                at,
                adoption.number,
                "number the adopted texts one after the other",
            )
        last[adoption.kind] = (number, adoption.number)


def _follows(number: int, before: int, conference: bool) -> bool:
    return number > before if conference else number == before + 1
