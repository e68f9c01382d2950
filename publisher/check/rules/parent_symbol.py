"""The symbol does not grow out of the parent's as its relation asks.

Why: a corrigendum is found under the document it corrects.
Authority: UN Library, “UN document symbols” (P01): X/Corr.1, X/Add.1, X/Rev.1; after
X/Rev.1, corrigenda are X/Rev.1/Corr.1.
Bad: `symbol: HSP/HA.2/17` with `parent: {symbol: HSP/HA.2/16, relation: corrigendum}`
Good: `symbol: HSP/HA.2/16/Corr.1`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.symbol import Symbol

_ENDINGS = {"corrigendum": "Corr", "addendum": "Add", "revision": "Rev"}


def find(evidence: Evidence) -> Iterator[Fault]:
    """The symbol where it is not the parent's with the ending of the relation."""
    record = evidence.record
    if record.parent is None or record.parent.relation not in _ENDINGS:
        return
    ending, symbol = _ENDINGS[record.parent.relation], Symbol(record.symbol)
    suffix = symbol.suffix
    if suffix is None or (str(symbol.parent), suffix.kind, suffix.number > 0) != (record.parent.symbol, ending, True):
        yield Fault(
            f"“{record.symbol}” is not the symbol of a {record.parent.relation} to {record.parent.symbol}",
            evidence.sources.word(evidence.record_file, "symbol", record.symbol), record.symbol,
            f"{record.parent.symbol}/{ending}.1",
        )  # fmt: skip
