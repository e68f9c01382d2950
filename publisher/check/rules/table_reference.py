"""A reference typed by hand names a table that is not there.

Why: tables are renumbered when one is added; typed numbers stay behind.
Authority: UN Editorial Manual, tables (X01).
Bad: “table 4” (of three)
Good: “[](#budget)”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import cited_in, elsewhere
from publisher.model.resolved import Table


def find(evidence: Evidence) -> Iterator[Fault]:
    """Numbers beyond the numbered tables of a document that has any."""
    total = sum(isinstance(block, Table) and block.label is not None for block in evidence.blocks)
    for passage in evidence.own if total else ():
        if passage.quoted or passage.kind in ("heading", "caption"):
            continue
        for seen in cited_in(passage.text, evidence.words, "table"):
            if max(seen.numbers) > total and not elsewhere(passage.text, seen.start, seen.end, evidence.words):
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage,
                    seen.start,
                    seen.end,
                    f"“{words}”, but there are {total} tables",
                    "refer with [](#identifier of the table)",
                )
