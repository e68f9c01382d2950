"""The first paragraph or page one names another place than the record.

Why: where a session was held stands in the masthead, the title block and the first paragraph; all must agree.
Authority: UN Editorial Manual, masthead (M09, V17).
Bad: `place: nairobi`, and “held in Geneva” in the first paragraph
Good: “held in Nairobi”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.days import days_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Places of the session that are not the place of the record.

    In the masthead and in paragraphs on the session held.
    """
    place = evidence.reference.places.get(evidence.record.place or "")
    if place is None:
        return
    names = {names.get(evidence.language, "") for names in (place.names, place.in_text)} - {""}
    own = min(names, key=len, default="")
    if not own:
        return
    others = {
        other.names[evidence.language]: other.id
        for other in evidence.reference.places.values()
        if other.id != place.id and other.names.get(evidence.language)
    }
    for passage in (*evidence.stating("session held"), *(p for p in evidence.own if p.role == "place")):
        if any(name in passage.text for name in names):
            continue
        wrong = next((name for name in others if name in passage.text), "")
        if passage.role == "place" and not wrong and not any(days_in(passage.text, evidence.words)):
            continue  # a line of page one that says something else: “Official Records”
        start = passage.text.index(wrong) if wrong else 0
        yield evidence.fault(
            passage,
            start,
            start + len(wrong) if wrong else min(30, len(passage.text)),
            f"“{wrong or passage.text[:30]}” does not name {own}, the place of the record",
            "name the place where it was held",
        )
