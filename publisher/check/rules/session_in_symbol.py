"""The symbol names another session than the record.

Why: a reader looks for the document under the session its symbol names.
Authority: UN Library, “UN document symbols” (M02, M08): HA.2 is the second session of the UN-Habitat Assembly.
Bad: `symbol: HSP/HA.3/16` beside `session: {number: 2}`
Good: `symbol: HSP/HA.2/16` beside `session: {number: 2}`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.symbol import Symbol


def find(evidence: Evidence) -> Iterator[Fault]:
    """The record's symbol with a session number that is not its session."""
    record, organ = evidence.record, evidence.organ
    if record.session is None or organ is None or not organ.symbol_prefix:
        return
    named = Symbol(record.symbol).sitting(organ.symbol_prefix)
    if named is not None and named[0] != record.session.number:
        yield Fault(
            f"“{record.symbol}” names session {named[0]}, the record session {record.session.number}",
            evidence.sources.word(evidence.record_file, "symbol", record.symbol), record.symbol,
            "make symbol and session agree",
        )  # fmt: skip
