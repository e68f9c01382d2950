"""Page one of a resolution lacks its agenda item, or on whose report it was adopted.

Why: both lead the reader to the debate, and the catalogue takes them from page one.
Authority: masthead (M04) and resolutions as issued: “Agenda item 13” under the session,
“[on the report of the Third Committee (A/80/545)]”.
Bad: a resolution of the General Assembly whose record has no `agenda-item`
Good: `agenda-item: [{number: "13", id: follow-up}]` and `proponent: {by: no-committee, symbol: A/80/L.11}`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("resolution",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The kind, where the item is missing; the text, where the proponent is."""
    record, organ = evidence.record, evidence.organ
    form = organ.resolutions if organ is not None else None
    if form is None:
        return
    if form.item and not record.agenda_item:
        at = evidence.sources.word(evidence.record_file, "kind", record.kind)
        hint = 'add agenda-item: [{number: "13", id: matter}], with its title under agenda in the language files'
        yield Fault("page one does not name the agenda item", at, record.kind, hint)
    typed, draft = evidence.written.words.subtitle, "draft" in evidence.written.kind.traits
    for adoption in record.adoptions:
        if form.proponent and adoption.proponent is None and not typed and not draft:
            at = evidence.sources.word(adoption.at, "number", adoption.number)
            hint = (
                "add proponent: {by: third-committee, symbol: A/80/545}; by: no-committee with the symbol of the draft"
            )
            yield Fault("page one does not say on whose report it was adopted", at, adoption.number, hint)
