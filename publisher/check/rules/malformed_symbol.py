"""A document symbol of the record is not one.

Why: the symbol is how a document is filed, cited and found; one wrong character and it is lost.
Authority: UN Library, “UN document symbols” (M02); UN-Habitat Assembly: HSP/HA.session/number.
Bad: `symbol: HSP/HA2//16`
Good: `symbol: HSP/HA.2/16`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.symbol import Symbol


def find(evidence: Evidence) -> Iterator[Fault]:
    """Symbols of the record that break the grammar of symbols."""
    record = evidence.record
    places = [("symbol", record.symbol, record.at), ("provisional-agenda", record.provisional_agenda, record.at)]
    if record.parent is not None:
        places.append(("symbol", record.parent.symbol, record.parent.at))
    session = record.session.number if record.session else 0
    bodies = {
        f"{organ.symbol_prefix}{session}" for organ in evidence.reference.organs.values()
    }  # and no document of it
    for key, symbol, at in places:
        if symbol is not None and (Symbol.parse(symbol) is None or "*" in symbol or symbol in bodies):
            yield Fault(
                f"“{symbol}” is not a document symbol", evidence.sources.word(at or evidence.record_file, key, symbol),
                symbol, "parts of capitals and figures joined by strokes: HSP/HA.2/16; asterisks come from `reissues`",
            )  # fmt: skip
