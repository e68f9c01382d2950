"""The States named in a vote are not as many as the count says.

Why: a State left out of the list is a State whose vote is lost, and the count is quoted from the same page.
Authority: record of the votes (V04); Editorial Manual, recorded votes.
Bad: adopted by 3 votes to 1, with no abstentions: In favour: Chile, Kenya. Against: Egypt.
Good: adopted by 3 votes to 1, with no abstentions: In favour: Chile, Kenya, Peru. Against: Egypt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.recognise.counts import VoteSeen, votes_in
from publisher.check.recognise.states import names_of

_APART = re.compile(r"\s*[,،、;；]\s*(?![^()（）]*[)）])")
_REACH = 8  # passages after the count in which its lists are looked for


def find(evidence: Evidence) -> Iterator[Fault]:
    """Lists typed after a count whose names are more or fewer."""
    pattern = evidence.words.pattern("vote-names")
    if pattern is None:
        return
    counted: tuple[VoteSeen, int] | None = None
    for place, passage in enumerate(evidence.own):
        if passage.quoted:
            continue
        seen = next(iter(votes_in(passage.text, evidence.words)), None)
        hit = pattern.search(passage.text)
        if seen is not None and hit is None:
            counted = (seen, place)
        elif hit is not None and counted is not None and place - counted[1] <= _REACH:
            yield from _counted(evidence, passage, hit, counted[0])


def _counted(evidence: Evidence, passage: Passage, hit: re.Match[str], seen: VoteSeen) -> Iterator[Fault]:
    wanted = seen.favour if hit["favour"] else seen.against if hit["against"] else seen.abstaining or 0
    named = len({state.iso3 for state in names_of(evidence.reference, evidence.language).find(hit["names"])})
    listed = len(_APART.split(hit["names"].rstrip(". 。；;")))
    if named and wanted not in (named, listed):
        yield evidence.fault(
            passage, 0, len(passage.text), f"{named} are named, {wanted} voted so",
            "complete the list, or put the count right",
        )  # fmt: skip
