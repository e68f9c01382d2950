"""The agenda items of the headings are out of order or given twice.

Why: a report follows the agenda; each item is dealt with in one place.
Authority: practice of session reports (N10).
Bad: II. (agenda item 6) … III. (agenda item 5)
Good: II. (agenda item 5) … III. (agenda item 6)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.check.evidence import Evidence, Fault
from publisher.model.document import Section


def find(evidence: Evidence) -> Iterator[Fault]:
    """Sections whose agenda items come after later ones.

    Or were covered by an earlier section.
    """
    order = {item: place for place, item in enumerate(evidence.agenda)}
    yield from _siblings(evidence, evidence.written.words.body, order)


def _siblings(evidence: Evidence, blocks: Sequence[object], order: dict[str, int]) -> Iterator[Fault]:
    reached, covered = -1, set[str]()
    for section in (block for block in blocks if isinstance(block, Section)):
        for item in section.agenda:
            place = order.get(item)
            if place is None:
                continue
            if item in covered:
                yield _fault(evidence, section, item, f"agenda item “{item}” is dealt with in two sections")
            elif place < reached:
                yield _fault(evidence, section, item, f"agenda item “{item}” comes after a later one")
            covered.add(item)
            reached = max(reached, place)
        yield from _siblings(evidence, section.body, order)


def _fault(evidence: Evidence, section: Section, item: str, message: str) -> Fault:
    return Fault(message, evidence.sources.word(section.at, "agenda", item), item, "follow the order of the agenda")
