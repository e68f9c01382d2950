"""The outcome of a vote does not follow from the count.

Why: a text with fewer votes than needed is not adopted.
Authority: rules of procedure on voting (V03): more than half, or two thirds, of those voting for or against.
Bad: `in-favour: 40`, `against: 65`, adopted
Good: `adopted: false`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.tally import tally

_PERMANENT = frozenset(["CHN", "FRA", "GBR", "RUS", "USA"])


def vetoed(organ: str, against: object) -> bool:
    """True where a permanent member of the Security Council voted against (Charter, Article 27)."""
    return organ == "security-council" and isinstance(against, list) and any(state in _PERMANENT for state in against)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Votes whose `adopted` contradicts count and majority."""
    for vote in evidence.record.votes.values():
        favour, against, _ = tally(vote)
        reached = favour > against if vote.majority == "simple" else 3 * favour >= 2 * (favour + against) and favour > 0
        if vetoed(evidence.record.organ, vote.against):
            reached = False
        if reached != vote.adopted:
            said = "adopted" if vote.adopted else "not adopted"
            yield Fault(
                f"{said}, but {favour} to {against} is {'' if reached else 'not '}a {vote.majority} majority",
                evidence.sources.key(vote.at, "in-favour"),
                str(favour),
                "put right the count or `adopted`",
            )
