"""Holds links out of a finished file against the document's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from publisher.catalogue import finding
from publisher.model.characters import compared
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.verify.wording import shortened


def address_findings(
    wanted: Iterable[tuple[str, str]], found: Sequence[tuple[str, str]], place: PagePosition
) -> list[Diagnostic]:
    """Addresses that no words lead to, and such as stand in the file only.

    Both as address and words.
    """
    expected = Counter((as_uri(address), compared(words)) for address, words in wanted)
    told = Counter((as_uri(address), compared(words)) for address, words in found)
    return [
        *(
            finding("OUT086", f"“{shortened(words)}” does not lead to {address}", place, span=shortened(words))
            for address, words in expected - told
        ),
        *(
            finding("OUT086", f"“{shortened(words)}” leads to {address} in the file only", place, span=shortened(words))
            for address, words in told - expected
        ),
    ]


def as_uri(address: str) -> str:
    """The address in ASCII.

    A PDF has it so, and it leads to the same place (RFC 3987, 3.1).
    """
    return quote(address, safe="/:?#[]@!$&'()*+,;=~%")
