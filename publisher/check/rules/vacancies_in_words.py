"""The words give other vacancies in the bureau than the record.

Why: who still has to nominate is read from it.
Authority: record of the bureau (V09).
Bad: 仍有三个副主席职位空缺 (two in the record)
Good: 仍有两个副主席职位空缺
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.counts import counts_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Vacant posts of Vice-President in a number no bureau has."""
    vacant = {
        sum(o.state is None and o.person is None for o in bureau.officers if o.office == "vice-president")
        for bureau in evidence.record.bureaux.values()
    }
    for passage in evidence.own if vacant else ():
        for count in counts_in(passage.text, evidence.words, "vacancy"):
            if count.number not in vacant and not passage.quoted:
                words = passage.text[count.start : count.end]
                yield evidence.fault(
                    passage,
                    count.start,
                    count.end,
                    f"“{words}” vacancies, but the record has {max(vacant)}",
                    "make words and record agree",
                )
