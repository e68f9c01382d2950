"""A State attends twice, or in the wrong category.

Why: the number of members present decides quorum and majority.
Authority: record of attendance (V10, V15): observers are not members.
Bad: `members: [DZA, VAT, DZA]`
Good: `members: [DZA]` and `observer-states: [VAT]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Codes that stand twice, observers among members and the reverse."""
    attendance = evidence.record.attendance
    for key, status in (("members", "member"), ("observer-states", "observer")):
        codes = attendance.members if key == "members" else attendance.observer_states
        seen: set[str] = set()
        for code in codes:
            if code in seen:
                yield Fault(
                    f"{code} stands twice under {key}",
                    evidence.sources.again(attendance.at, key, code),
                    code,
                    "take one out",
                )
            seen.add(code)
            state = evidence.reference.states.get(code)
            if state is not None and state.status != status and evidence.universal:
                yield Fault(
                    f"{code} is no {status}",
                    evidence.sources.word(attendance.at, key, code),
                    code,
                    "list it in the other category",
                )
    bodies = [
        (key, getattr(attendance, key.replace("-", "_")))
        for key in ("observers", "un-bodies", "intergovernmental", "non-governmental")
    ]
    places: dict[str, str] = {}
    for key, names in bodies:
        for name in names:
            if name in places:
                yield Fault(
                    f"“{name}” stands under {places[name]} and {key}",
                    evidence.sources.again(attendance.at, key, name)
                    if places[name] == key
                    else evidence.sources.word(attendance.at, key, name),
                    name,
                    "take one out",
                )
            places[name] = key
