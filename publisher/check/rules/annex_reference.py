"""A reference typed by hand names an annex that is not there.

Why: annexes are added and dropped; typed numbers stay behind.
Authority: UN Editorial Manual, cross-references (N14, X01).
Bad: 载于本会议记录附件五 (of four annexes)
Good: 载于本会议记录[](#annex-4)
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import cited_in, elsewhere
from publisher.check.targets import given_to_another, names_another


def find(evidence: Evidence) -> Iterator[Fault]:
    """Annex numbers beyond the annexes of the document.

    Unless the words give them to another document.
    """
    total = max(_of_document(evidence), _of_decisions(evidence))
    for passage in evidence.own:
        if passage.quoted or passage.kind == "heading" or passage.role == "preambular":
            continue  # a preamble speaks of other texts
        for seen in cited_in(passage.text, evidence.words, "annex"):
            if max(seen.numbers) <= total or elsewhere(passage.text, seen.start, seen.end, evidence.words):
                continue
            if passage.kind == "note" and len(passage.text[: seen.start].split()) > 2:
                continue  # a source, and its annex
            first, last = evidence.sentence_at(passage, seen.start)
            around = passage.text[first : seen.start] + passage.text[seen.end : last]
            if names_another(around, evidence) or given_to_another(passage.text[seen.end : seen.end + 80], evidence):
                continue
            words = passage.text[seen.start : seen.end]
            yield evidence.fault(
                passage,
                seen.start,
                seen.end,
                f"“{words}”, but the document has {total} annexes",
                "refer with [](#identifier of the annex)",
            )


def _of_document(evidence: Evidence) -> int:
    return sum(division.kind == "annex" for division in evidence.resolved.divisions)


def _of_decisions(evidence: Evidence) -> int:
    """How many annexes the decision has that has most."""
    most = count = 0
    for passage in evidence.own:
        count = 0 if passage.role == "decision" else count + (passage.role == "attached" and passage.number is not None)
        most = max(most, count)
    return most
