"""The words give a group other seats than the record, or other sums.

Why: the seats are fixed by the founding resolution; a wrong one is read as a change.
Authority: record of the elections (V06).
Bad: 选举执行局 36 名成员如下：非洲国家 10 个席位；亚太国家 9 个席位…
Good: 亚太国家 8 个席位
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.bodies import of_another_body
from publisher.check.recognise.counts import counts_in, groups_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Seats in words no election has, and totals that are not their sum."""
    elections = list(evidence.record.elections.values())
    for passage in evidence.own if elections else ():
        if passage.quoted:
            continue
        named = [seen for seen in groups_in(passage.text, evidence.words) if seen.seats is not None]
        for seen in named:
            known = {election.seats.get(seen.group) for election in elections}  # type: ignore[call-overload]
            another = not passage.fact and of_another_body(evidence, passage, seen.start, seen.end)
            if seen.seats is not None and seen.seats.number not in known and not another:
                right = ", ".join(str(number) for number in known if number is not None)
                yield evidence.fault(
                    passage,
                    seen.seats.start,
                    seen.seats.end,
                    f"{seen.seats.number} seats for “{passage.text[seen.start : seen.end]}”, but the record has "
                    f"{right or 'none'}",
                    "make words and record agree",
                )
        if len(named) > 2:
            totals = {sum(election.seats.values()) for election in elections}
            for count in counts_in(passage.text, evidence.words, "members-elected"):
                if count.number not in totals:
                    yield evidence.fault(
                        passage,
                        count.start,
                        count.end,
                        f"{count.number} members, but the seats add up to {min(totals)}",
                        "put the sum right",
                    )
