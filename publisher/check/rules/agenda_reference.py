"""A reference typed by hand names an agenda item that is not there.

Why: items are renumbered when the agenda is amended on adoption.
Authority: practice of session reports (N10, X01).
Bad: 议程项目 12 (of eleven items)
Good: 议程项目 6
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.bodies import of_another_body
from publisher.check.recognise.citations import cited_in, elsewhere


def find(evidence: Evidence) -> Iterator[Fault]:
    """Agenda item numbers beyond the agenda.

    Titles and the words of others are left alone.
    """
    total = len(evidence.main_agenda)
    for passage in evidence.own if total else ():
        if passage.quoted or passage.kind in ("masthead", "title"):
            continue
        for seen in cited_in(passage.text, evidence.words, "agenda"):
            bounds = seen.start, seen.end
            another = elsewhere(passage.text, *bounds, evidence.words) or of_another_body(evidence, passage, *bounds)
            if max(seen.numbers) > total and not another:
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage,
                    seen.start,
                    seen.end,
                    f"“{words}”, but the agenda has {total} items",
                    "put the number right",
                )
