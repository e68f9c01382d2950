"""The States the words name are not the record's, or not in order.

Why: a State left out of the list of those present protests, and is right.
Authority: record of attendance (V10, V16).
Bad: words that name 115 of the 116 States recorded
Good: `- attendance: members`, which takes the names from the record
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.states import names_of


def find(evidence: Evidence) -> Iterator[Fault]:
    """States missing from, added to or repeated in written attendance."""
    members = evidence.record.attendance.members
    names = names_of(evidence.reference, evidence.language)
    for passage in evidence.stating("attendance members"):
        if not passage.expected:
            continue
        named = list(names.find(passage.text))
        codes = [seen.iso3 for seen in named]
        for missing in sorted(set(members) - set(codes)) if named else ():
            name = evidence.reference.states[missing].names.get(evidence.language, missing)
            yield evidence.fault(
                passage, 0, min(20, len(passage.text)), f"“{name}” of the record is not named", "add it"
            )
        for seen in named:
            if seen.iso3 not in members:
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage, seen.start, seen.end, f"“{words}” is not in the record", "add it there, or take it out"
                )
        for code, count in Counter(codes).items():
            if count > 1:
                last = [seen for seen in named if seen.iso3 == code][-1]
                yield evidence.fault(
                    passage,
                    last.start,
                    last.end,
                    f"“{passage.text[last.start : last.end]}” is named twice",
                    "take one out",
                )
