"""The facts that machines ask of a document (FORMS §3).

Which organ, which day, who voted how.
"""

from __future__ import annotations

from publisher.model.record import Vote
from publisher.model.resolved import ExchangeForm, Facts, VoteFacts, Voter
from publisher.resolve.drafting import Drafting


def exchanged(drafting: Drafting) -> Facts:
    """The facts of the record in the form machines are told them."""
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
    def voter(code: str) -> Voter:
        state = drafting.reference.states.get(code)
        if state is None:
            return Voter(code, code, "")
        return Voter(code, state.names.get(drafting.document.language, code), state.unterm)

    voters = tuple((side, tuple(map(voter, codes))) for side, codes in vote.lists.items())
    return VoteFacts(key, vote.method, vote.adopted, tuple(vote.counts.items()), voters)
