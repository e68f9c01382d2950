"""Page one of a record of a meeting names nobody who presided, or too few members.

Why: the record says in whose name the gavel fell, and of the Security Council who sat.
Authority: UN Editorial Manual, meeting records (V09); forms of records as issued: “*Chair*: Ms. Diallo (Senegal)”.
Bad: a record without `bureaux: {presiding: …}`
Good: `bureaux: {presiding: {officers: [{office: chair, person: diallo}]}}`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait
from publisher.model.record import MEMBERS, PRESIDING

ONLY: tuple[Trait, ...] = ("meeting",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The kind of document without anybody; the list of members that is not full."""
    record, organ = evidence.record, evidence.organ
    presiding, members = record.bureaux.get(PRESIDING), record.bureaux.get(MEMBERS)
    if presiding is None or not presiding.officers:
        at = evidence.sources.word(evidence.record_file, "kind", record.kind)
        hint = "add bureaux: {presiding: {officers: [{office: chair, person: NAME}]}}"
        yield Fault("page one does not say who presided", at, record.kind, hint)
    if members is None or organ is None or organ.seats is None:
        return
    officers = [*members.officers, *(presiding.officers if presiding else ())]
    sat = {officer.state for officer in officers if officer.state}
    if len(sat) != organ.seats and all(officer.state for officer in officers):
        message, hint = (
            f"page one names {len(sat)} States, the organ has {organ.seats}",
            "complete the list of those who sat",
        )
        yield Fault(message, evidence.sources.key(members.at, "officers"), MEMBERS, hint)
