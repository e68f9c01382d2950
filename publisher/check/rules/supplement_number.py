"""The cover of a supplement gives another number than its symbol, or none.

Why: supplements are shelved by their number, which is the last one of the symbol.
Authority: UN Library, “UN document symbols” (M02); Official Records of the General Assembly:
A/74/8 is Supplement No. 8, A/74/5/Add.1 Supplement No. 5A.
Bad: `symbol: A/74/8` and `supplement: 1`
Good: `symbol: A/74/8` and `supplement: 8`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("supplement",)
_SYMBOL = re.compile(r"A/(?:E?S-)?\d+/(?P<number>\d+)(?:/Add\.(?P<addendum>\d+))?(?: ?\(.*\))?")
_GIVEN = re.compile(r"(?P<number>\d+)(?P<letter>[A-Z]?)")


def find(evidence: Evidence) -> Iterator[Fault]:
    """The number of the record that is not the symbol's; the symbol without one."""
    record = evidence.record
    given, said = record.facts.get("supplement"), _SYMBOL.fullmatch(record.symbol)
    if given is None:
        at = evidence.sources.word(evidence.record_file, "symbol", record.symbol)
        number = said["number"] if said else "1"
        yield Fault(
            "the cover gives no number of the supplement", at, record.symbol, f"add supplement: {number} under facts"
        )
        return
    of_symbol = said["number"] + _letter(said["addendum"]) if said else ""
    found = _GIVEN.match(str(given))
    if found is not None and of_symbol and found.group() != of_symbol:
        at = evidence.sources.word(evidence.record_file, "supplement", str(given))
        message = f"“{record.symbol}” is Supplement No. {of_symbol}, not {given}"
        yield Fault(message, at, str(given), "make symbol and number agree")


def _letter(addendum: str | None) -> str:
    """The letter of an addendum: A for Add.1."""
    return chr(ord("A") + int(addendum) - 1) if addendum and int(addendum) <= 26 else ""
