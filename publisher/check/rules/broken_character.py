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

_TAIL = "[\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]"  # bytes from 80 to BF, as Windows-1252 reads them
_CYRILLIC = (
    "[\u00a0-\u00bb\u0401-\u0408\u040a-\u040f\u0451-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]"  # as 1251 does
)
# UTF-8 read as Windows-1252 (“Ã©”, “â€™”, “Â ”), the character that stands for an unreadable one, private use.
_BROKEN = Sought(
    "\ufffd|[\uf000-\uf8ff]|ï¿½|Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u2013-\u203a\u20ac\u2122]"
    "|[\U0001d400-\U0001d7ff\U0001f000-\U0001faff]"  # letters of formulas and pictures, for which no font of the house is made
    "|â(?:€[\u0080-\u00ff\u0152-\u2122]|„¢)|Â[\u00a0-\u00bf]|[ÐÑ][\u0080-\u00bf]"
)
# Words in other scripts read as Windows-1252 and 1251: Arabic, Chinese, Russian.
_MISREAD = Sought(
    f"(?:[ØÙÚÛ]{_TAIL}){{2,}}|(?:[ä-é]{_TAIL}{{2}}){{2,}}|(?:[РС]{_CYRILLIC}){{3,}}|(?:[ШЩЪЫ]{_CYRILLIC}){{3,}}"
)
# Letters of writing systems that only scholars write, for which no font of the house is made.
_OF_SCHOLARS = Sought(
    "[\u0800-\u085f\u1680-\u16ff\u1720-\u177f\ua840-\ua87f\ua930-\ua95f]+"
    "|[\U00010000-\U000104af\U00010500-\U00010cff\U00010d40-\U000110ff\U00011150-\U000113ff\U00011480-\U0001cfff]+"
)
_WIDE = Sought("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")  # letters and figures of Chinese type


def find(evidence: Evidence) -> Iterator[Fault]:
    """Characters that come of a wrong encoding or of a symbol font."""
    for passage in evidence.own:
        for hit in _BROKEN.finditer(passage.text):
            sign = hit.group()
            message = f"“{sign}” (U+{ord(sign[0]):04X}) is no character of the text"
            yield evidence.fault(passage, *hit.span(), message, "write the character that was meant")
        for found, said, hint in _KINDS:
            for hit in found.finditer(passage.text) if found is not _WIDE or evidence.language != "zh" else ():
                sign = f"“{hit.group()}” (U+{ord(hit.group()[0]):04X})"
                yield evidence.fault(passage, *hit.span(), f"{sign} {said}", hint)


_KINDS = (
    (_MISREAD, "is no word of a language", "save the words anew as UTF-8, or type them"),
    (_OF_SCHOLARS, "is of a writing system that no font here has", "write it in Latin letters, or as a picture"),
    (_WIDE, "is wide, as in Chinese type", "write plain letters and figures"),
)
