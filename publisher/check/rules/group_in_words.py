"""The words place a State in a regional group that is not its own.

Why: a list under the wrong group tells the reader of an election that did not happen.
Authority: DGACM, regional groups of Member States (V07).
Bad: 东欧国家：阿塞拜疆、土耳其
Good: 东欧国家：阿塞拜疆、乌克兰
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.counts import groups_in
from publisher.check.recognise.states import names_of


def find(evidence: Evidence) -> Iterator[Fault]:
    """States listed after the name of a group they do not belong to."""
    names = names_of(evidence.reference, evidence.language)
    for passage in evidence.own:
        if passage.quoted or passage.fact:
            continue
        groups = list(groups_in(passage.text, evidence.words))
        if len(groups) != 1 or not re.match(r"\s*[:：]", passage.text[groups[0].end :]):
            continue
        for seen in names.find(passage.text):
            state = evidence.reference.states[seen.iso3]
            if seen.start > groups[0].end and state.group not in (None, groups[0].group):
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage,
                    seen.start,
                    seen.end,
                    f"“{words}” belongs to “{state.group}”, not to “{groups[0].group}”",
                    "move it",
                )
