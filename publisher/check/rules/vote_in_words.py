"""The words give another result of a vote than the record.

Why: the count is the most quoted line of a report.
Authority: record of the votes (V04).
Bad: 以 105 票赞成、3 票反对、1 票弃权获得通过
Good: 以 105 票赞成、2 票反对、1 票弃权获得通过
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.recognise.bodies import of_another_body
from publisher.check.recognise.citations import cited_in, decisions_in
from publisher.check.recognise.counts import votes_in
from publisher.check.tally import tally


def find(evidence: Evidence) -> Iterator[Fault]:
    """Results that are none of the record.

    Where a sentence names the text voted on, that vote counts.
    """
    votes = list(evidence.record.votes.values())
    for passage in evidence.own if votes else ():
        if passage.quoted:
            continue
        for seen in votes_in(passage.text, evidence.words):
            named = {cited.number for cited in decisions_in(passage.text, evidence.words)}
            stated = evidence.record.votes.get(passage.fact.removeprefix("vote "))
            meant = [stated] if stated else [vote for vote in votes if vote.on in named]
            if not meant and (
                of_another_body(evidence, passage, seen.start, seen.end) or _on_a_part(evidence, passage, seen.start)
            ):
                continue
            relevant = meant or votes
            given = (seen.favour, seen.against, seen.abstaining)
            if not any(_same(given, tally(vote)) for vote in relevant):
                known = "; ".join("{} – {} – {}".format(*tally(vote)) for vote in relevant)
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage,
                    seen.start,
                    seen.end,
                    f"“{words}”, but the record has {known}",
                    "take the result from the record: `vote: name`",
                )


def _on_a_part(evidence: Evidence, passage: Passage, start: int) -> bool:
    """True of a vote on a paragraph of a draft, which the record of its adoption does not hold."""
    first, _ = evidence.sentence_at(passage, start)
    return any(cited_in(passage.text[first:start], evidence.words, "paragraph"))


def _same(given: tuple[int, int, int | None], counted: tuple[int, int, int]) -> bool:
    return given[:2] == counted[:2] and (given[2] if given[2] is not None else 0) == counted[2]
