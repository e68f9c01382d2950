"""The facts that machines ask of a document: which organ, which day, who voted how (FORMS §3)."""

from __future__ import annotations

from publisher.model.record import Vote
from publisher.model.resolved import ExchangeForm, Facts, VoteFacts, Voter
from publisher.resolve.drafting import Drafting


def exchanged(drafting: Drafting) -> Facts:
    """The facts of the record in the form that a file for machines states them in."""
    record, kind = drafting.document.record, drafting.document.kind
    organ = drafting.reference.organs.get(record.organ)
    form = kind.exchange
    return Facts(
        form=ExchangeForm(form.element, form.name, form.type, form.subtype),
        organ=record.organ,
        organ_name=organ.names.get(drafting.document.language, "") if organ else "",
        date=record.date.isoformat(),
        original=record.original if isinstance(record.original, str) else "",
        session=record.session.number if record.session else 0,
        reissued=tuple(reissue.date.isoformat() for reissue in record.reissues),
        subjects=tuple(record.subjects),
        votes=tuple(_vote(key, vote, drafting) for key, vote in record.votes.items()),
    )


def _vote(key: str, vote: Vote, drafting: Drafting) -> VoteFacts:
    sides = (("in-favour", vote.in_favour), ("against", vote.against), ("abstaining", vote.abstaining))
    return VoteFacts(
        key=key,
        method=vote.method,
        adopted=vote.adopted,
        counts=tuple((side, given if isinstance(given, int) else len(given)) for side, given in sides),
        voters=tuple(
            (side, tuple(_voter(code, drafting) for code in given)) for side, given in sides if isinstance(given, list)
        ),
    )


def _voter(code: str, drafting: Drafting) -> Voter:
    state = drafting.reference.states.get(code)
    known = {iso3: identifier for identifier, iso3 in drafting.reference.unterm.items()}
    return Voter(code, state.names.get(drafting.document.language, code) if state else code, known.get(code, ""))
