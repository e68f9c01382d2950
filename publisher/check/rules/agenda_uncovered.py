"""No section deals with an item of the agenda.

Why: a report that is silent on an item leaves the reader to wonder what became of it.
Authority: practice of session reports and of annotated agendas (N10): the headings cover every item.
Bad: an agenda of eleven items, headings for ten
Good: a heading for each, or one for a range of them
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.written import sections
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("session", "annotated")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Agenda items no heading covers, where headings have items."""
    covered = {item for section in sections(evidence.written) for item in section.agenda}
    if not covered:
        return
    for item in evidence.record.agenda:
        name = item if isinstance(item, str) else item.id
        inner = set() if isinstance(item, str) else set(item.items)
        if name not in covered and not inner & covered:
            yield Fault(
                f"no heading covers agenda item “{name}”",
                evidence.sources.word(evidence.record_file, "agenda", name),
                name,
                "give the section that deals with it `agenda: [" + name + "]`",
            )
