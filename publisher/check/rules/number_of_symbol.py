"""A resolution or decision has another number than its symbol says.

Why: the symbol is made of the number, and the text is cited by the one and looked for by the other.
Authority: UN Library, “UN document symbols” (M02): A/RES/80/10 is resolution 80/10, S/RES/2812 (2026) resolution 2812 (2026).
Bad: `symbol: A/RES/80/10` beside `adoptions: [{number: 80/11}]`
Good: `symbol: A/RES/80/10` beside `adoptions: [{number: 80/10}]`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import decisions_in
from publisher.model.symbol import Symbol


def find(evidence: Evidence) -> Iterator[Fault]:
    """The number of the record, and one in a typed title, that are not the symbol's.

    A symbol of several parts (80/84 A–B) says each of them.
    """
    record, number = evidence.record, Symbol(evidence.record.symbol).number
    if not number:
        return
    bare, hint = number.partition(" ")[0], "make symbol and number agree"
    for adoption in record.adoptions:
        if adoption.number.partition(" ")[0] != bare and any(map(str.isdigit, adoption.number)):
            at = evidence.sources.word(adoption.at, "number", adoption.number)
            message = f"“{record.symbol}” is {adoption.kind} {number}, not {adoption.number}"
            yield Fault(message, at, adoption.number, hint)
    for passage in evidence.own:
        for cited in decisions_in(passage.text, evidence.words) if passage.role == "title" else ():
            if "/" in bare and cited.start == 0 and cited.number != bare:
                message = f"the title says {cited.number}, the symbol {number}"
                yield evidence.fault(passage, cited.start, cited.end, message, hint)
