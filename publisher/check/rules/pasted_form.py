"""Words were pasted with the signs that another program sets them with.

Why: a bullet, a tag or a division of words at the end of an old line is no part of the text and prints in the midst of it.
Authority: house rule (T24): lists, looks and notes are written as this program writes them.
Bad: • The budget; <b>approved</b>
Good: a subparagraph (`items:`); **approved**
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from publisher.check.evidence import Evidence, Fault
from publisher.check.sought import Sought
from publisher.model.diagnostic import Position

_BULLET = Sought(r"^\s*[•‣◦▪●■∙]\s*")
_TAG = Sought(
    r"</?(?:b|i|u|em|strong|br|p|sup|sub|span|div|li|ul|ol|td|tr|font)\b[^<>]{0,80}>|&(?:[a-z]{2,6}|#\d{2,5});"
)
_SOFT = "\u00ad"


def find(evidence: Evidence) -> Iterator[Fault]:
    """Bullets at the start of a text, HTML, soft hyphens."""
    for passage in evidence.own:
        # a cell or note has no lists of its own: a bullet typed there is the only one to be had
        for hit in (
            _BULLET.finditer(passage.text)
            if passage.kind in ("paragraph", "heading", "title") and passage.number is None
            else ()
        ):
            yield evidence.fault(passage, *hit.span(), "a bullet is typed", "make it an entry under items:")
        for hit in _TAG.finditer(passage.text):
            sign = unescape(hit.group())
            hint = "write *…*, **…** or ^{…}" if sign == hit.group() else f"write the character: {sign}"
            yield evidence.fault(passage, *hit.span(), f"“{hit.group()}” prints as it stands", hint)
    for file, text in evidence.sources.texts.items():
        if _SOFT in text:
            at = text.index(_SOFT)
            line = text.count("\n", 0, at) + 1
            place = Position(file, line, at - text.rfind("\n", 0, at))
            times = text.count(_SOFT)
            yield Fault(
                f"a word holds a soft hyphen, which nobody sees, {times} in the file",
                place,
                "",
                "delete it where it was pasted",
            )
