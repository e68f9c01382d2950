"""The words give another term of office than the record.

Why: who serves until when is read from these years.
Authority: record of the elections (V08): a State that replaces another serves within the same term, without a gap.
Bad: 担任执行局 2025–2028 年期间的成员 (term 2025 to 2029)
Good: 担任执行局 2025–2029 年期间的成员
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.recognise.years import years_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Years outside the term of an election, halves that do not meet."""
    for name, election in evidence.record.elections.items():
        stating = [p for p in evidence.stating(f"election {name}") if p.role != "item"]
        first, last = election.term
        for passage in stating:
            for seen in years_in(passage.text):
                if (seen.first, seen.last) != (first, last):
                    yield _fault(evidence, passage, seen.start, seen.end, first, last)
        for note in _notes(evidence, name):
            parts = list(years_in(note.text))
            for seen in parts:
                if not first <= seen.first <= seen.last <= last:
                    yield _fault(evidence, note, seen.start, seen.end, first, last)
            for before, after in pairwise(parts):
                if after.first != before.last and first <= before.first <= after.first:
                    yield evidence.fault(
                        note,
                        after.start,
                        after.end,
                        f"“{note.text[after.start : after.end]}” does not follow on {before.last}",
                        "one State’s part of the term ends in the year the other’s begins",
                    )


def _notes(evidence: Evidence, name: str) -> Iterator[Passage]:
    called = {call.note for p in evidence.stating(f"election {name}") for _, call in p.calls}
    return (p for p in evidence.own if p.kind == "note" and p.id in called)


def _fault(evidence: Evidence, passage: Passage, start: int, end: int, first: int, last: int) -> Fault:
    return evidence.fault(
        passage,
        start,
        end,
        f"“{passage.text[start:end]}”, but the term is {first} to {last}",
        "make words and record agree",
    )
