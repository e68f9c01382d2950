"""A document under several symbols names other organs than they do.

Why: page one prints the session of each organ; a symbol without it, or one too many, is looked for in vain.
Authority: UN Library, “UN document symbols” (M02): A/80/434–S/2025/632 is of the General Assembly and the Security Council.
Bad: `symbol: A/80/434–S/2025/632` and nothing under `also:`
Good: `also: [{organ: security-council, year: 80}]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.symbol import Symbol


def find(evidence: Evidence) -> Iterator[Fault]:
    """The symbols that go without an organ, and organs whose symbol is another."""
    record = evidence.record
    symbols, organs = Symbol(record.symbol).each, [record.organ, *(one.organ for one in record.also)]
    if len(symbols) == 1 and len(organs) == 1:
        return
    at = evidence.sources.word(evidence.record_file, "symbol", record.symbol)
    if len(symbols) != len(organs):
        message = f"“{record.symbol}” are {len(symbols)} symbols, but the record names {len(organs)} organs"
        yield Fault(
            message, at, record.symbol, "name the organs after the first under also, in the order of the symbols"
        )
        return
    for symbol, key in zip(symbols, organs, strict=True):
        organ = evidence.reference.organs.get(key)
        if organ is not None and organ.symbol_prefix and not symbol.startswith(organ.symbol_prefix):
            message = f"“{symbol}” is no symbol of “{key}”, which begin with {organ.symbol_prefix}"
            yield Fault(message, at, symbol, "put symbols and organs into the same order")
