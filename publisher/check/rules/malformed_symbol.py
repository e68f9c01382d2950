"""A document symbol of the record is not one.

Why: the symbol is how a document is filed, cited and found; one wrong character and it is lost.
Authority: UN Library, “UN document symbols” (M02); UN-Habitat Assembly: HSP/HA.session/number.
Bad: `symbol: HSP/HA2//16`
Good: `symbol: HSP/HA.2/16`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import STRICT


def find(evidence: Evidence) -> Iterator[Fault]:
    """Symbols of the record that break the grammar of symbols."""
    record = evidence.record
    places = [("symbol", record.symbol, record.at), ("provisional-agenda", record.provisional_agenda, record.at)]
    if record.parent is not None:
        places.append(("symbol", record.parent.symbol, record.parent.at))
    for key, symbol, at in places:
        if symbol is not None and (not STRICT.fullmatch(symbol) or "*" in symbol or symbol.count("/") < 2):
            yield Fault(
                f"“{symbol}” is not a document symbol", evidence.sources.word(at or evidence.record_file, key, symbol),
                symbol, "parts of capitals and figures joined by strokes: HSP/HA.2/16; asterisks come from `reissues`",
            )  # fmt: skip
