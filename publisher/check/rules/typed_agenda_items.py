"""A heading gives other agenda items than those it covers.

Why: the numbers in a heading lead from the agenda to the report.
Authority: practice of session reports (N10).
Bad: `agenda: [closure]` and `agenda-words: （议程项目 10）`
Good: `agenda-words: （议程项目 11）`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import cited_in
from publisher.check.written import sections


def find(evidence: Evidence) -> Iterator[Fault]:
    """Agenda references by hand with other numbers than the section's."""
    places = {item: place for place, item in enumerate(evidence.main_agenda, 1)}
    for section in sections(evidence.written):
        words = section.agenda_words
        if words is None or not all(item in places for item in section.agenda):
            continue
        expected = tuple(sorted(places[item] for item in section.agenda))
        for seen in cited_in(words.text, evidence.words, "agenda"):
            if tuple(sorted(seen.numbers)) != expected:
                shown = ", ".join(map(str, expected))
                yield Fault(
                    f"the heading gives “{words.text}”, but its items are {shown}",
                    evidence.sources.find(words.at, words.text, seen.start, seen.end),
                    words.text[seen.start : seen.end],
                    f"items {shown}",
                )
