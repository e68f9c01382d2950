"""The outcome of a vote does not follow from the count.

Why: a text with fewer votes than needed is not adopted.
Authority: rules of procedure on voting (V03): more than half, or two thirds, of those voting for or against;
in the Security Council nine votes in favour (seven before 1966), and on its texts no permanent member against
(Charter, Article 27).
Bad: `in-favour: 40`, `against: 65`, adopted
Good: `adopted: false`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.tally import tally
from publisher.model.record import Record, Vote

_PERMANENT = frozenset(["CHN", "FRA", "GBR", "RUS", "USA"])
_ENLARGED = 1966  # the year the Security Council came to have fifteen members


def _decided_by_council(vote: Vote, record: Record) -> bool:
    """True where the Security Council adopts: votes enough, on its texts no permanent member against."""
    against = vote.against if isinstance(vote.against, list) else []
    on_a_text = any(adoption.number == vote.on for adoption in record.adoptions)
    needed = 9 if record.date.year >= _ENLARGED else 7
    return tally(vote)[0] >= needed and not (on_a_text and _PERMANENT.intersection(against))


def find(evidence: Evidence) -> Iterator[Fault]:
    """Votes whose `adopted` contradicts count and majority."""
    for vote in evidence.record.votes.values():
        favour, against, _ = tally(vote)
        reached = favour > against if vote.majority == "simple" else 3 * favour >= 2 * (favour + against) and favour > 0
        needed = f"a {vote.majority} majority"
        if evidence.record.organ == "security-council" and vote.majority == "simple":
            reached, needed = _decided_by_council(vote, evidence.record), "what the Security Council needs"
        if reached != vote.adopted:
            said = "adopted" if vote.adopted else "not adopted"
            yield Fault(
                f"{said}, but {favour} to {against} is {'' if reached else 'not '}{needed}",
                evidence.sources.key(vote.at, "in-favour"),
                str(favour),
                "put right the count, `majority` or `adopted`",
            )
