"""A vote and the text it was on do not fit together.

Why: the report says of each decision how it was adopted.
Authority: record of votes and adoptions (V05).
Bad: `adoptions: [{number: 2/6, manner: consensus, vote: strategic-plan}]`
Good: `adoptions: [{number: 2/6, manner: vote, vote: strategic-plan}]`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Adoptions with a vote but by consensus, votes of another text."""
    votes = evidence.record.votes
    for adoption in evidence.record.adoptions:
        at = evidence.sources.key(adoption.at, "manner")
        if (adoption.manner == "vote") != (adoption.vote is not None):
            yield Fault(
                f"{adoption.number} is adopted by {adoption.manner}, with{'' if adoption.vote else 'out'} a vote",
                at,
                adoption.manner,
                "make `manner` and `vote` agree",
            )
        vote = votes.get(adoption.vote or "")
        if vote is None:
            continue
        if re.fullmatch(r"\d+/\d+", vote.on) and vote.on != adoption.number:
            yield Fault(
                f"the vote of {adoption.number} was on {vote.on}",
                evidence.sources.key(vote.at, "on"),
                vote.on,
                "make the numbers agree",
            )
        if not vote.adopted and re.search(r"\d", adoption.number):  # a draft that was lost carries no number
            yield Fault(
                f"{adoption.number} is adopted, but its vote was lost", at, adoption.manner, "put one of them right"
            )
        if None not in (vote.meeting, adoption.meeting) and vote.meeting != adoption.meeting:
            yield Fault(
                f"voted on at meeting {vote.meeting}, adopted at meeting {adoption.meeting}",
                evidence.sources.key(adoption.at, "meeting"),
                str(adoption.meeting),
                "make the meetings agree",
            )
