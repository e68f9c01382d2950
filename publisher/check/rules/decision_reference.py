"""A decision of this session is cited that was not adopted.

Why: a wrong number sends the reader to another decision, or to none.
Authority: numbering of decisions, session and serial number (N15). A decision and a resolution
of one number are two texts.
Bad: 第 2/8 号决定 where the session adopted 2/6 and 2/7
Good: 第 2/7 号决定
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.bodies import of_another_body
from publisher.check.recognise.citations import decisions_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Decisions cited beyond the session's last, or of one to come."""
    session = evidence.record.session
    adopted: dict[str, list[int]] = defaultdict(list)
    for adoption in evidence.record.adoptions:
        if found := re.fullmatch(r"\d+/(\d+)(?: [A-Z].*)?", adoption.number):  # other organs number in other forms
            adopted[adoption.kind].append(int(found[1]))
    if session is None or not adopted:
        return
    several = sum(map(len, adopted.values())) > 1  # a text by itself does not say how far the session got
    for passage in evidence.own:
        if "/" not in passage.text:
            continue
        for seen in decisions_in(passage.text, evidence.words):
            of, number = map(int, seen.number.split("/"))
            words = passage.text[seen.start : seen.end]
            if several and of == session.number and adopted[seen.kind] and number > max(adopted[seen.kind]):
                yield evidence.fault(
                    passage,
                    seen.start,
                    seen.end,
                    f"“{words}”: the session adopted nothing beyond {of}/{max(adopted[seen.kind])}",
                    "cite the number under which it was adopted",
                )
            elif (
                seen.kind == "decision"
                and session.number < of <= session.number + 3
                and not of_another_body(evidence, passage, seen.start, seen.end, elected=False)
            ):
                yield evidence.fault(
                    passage, seen.start, seen.end, f"“{words}” is of a session still to come", "put the number right"
                )
