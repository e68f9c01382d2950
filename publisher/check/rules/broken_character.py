"""A character has lost its meaning on the way into the file.

Why: “Ã©”, “�” or a sign of a symbol font prints as it stands, and no reader knows what was meant.
Authority: house rule (T24): what is not a character of a script is not text.
Bad: the rÃ©union, the r�union
Good: the réunion
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.sought import Sought

# UTF-8 read as Windows-1252 (“Ã©”, “â€™”, “Â ”), the character that stands for an unreadable one, private use.
_BROKEN = Sought(
    "\ufffd|[\uf000-\uf8ff]|ï¿½|Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u2013-\u203a\u20ac\u2122]"
    "|[\U0001d400-\U0001d7ff\U0001f000-\U0001faff]"  # letters of formulas and pictures, for which no font of the house is made
    "|â(?:€[\u0080-\u00ff\u0152-\u2122]|„¢)|Â[\u00a0-\u00bf]|[ÐÑ][\u0080-\u00bf]"
)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Characters that come of a wrong encoding or of a symbol font."""
    for passage in evidence.own:
        for hit in _BROKEN.finditer(passage.text):
            sign = hit.group()
            message = f"“{sign}” (U+{ord(sign[0]):04X}) is no character of the text"
            yield evidence.fault(passage, *hit.span(), message, "write the character that was meant")
