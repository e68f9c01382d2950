"""A whole sentence is set in italics.

Why: italics mark titles and foreign words; they do not raise the voice.
Authority: UN Editorial Manual, italics (T19).
Bad: *The Assembly must act now and without delay on all of these matters.*
Good: The Assembly must act now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_TITLE = re.compile(
    r"[“«《]|[A-Z][\w ]+Official Records|Official Records|Documents officiels|Documentos Oficiales|Официальные отчеты"
    r"|الوثائق الرسمية|.{0,12}正式记录"
)
_SYMBOL_AFTER = re.compile(r"[»”》]?,? ?[(（][A-Z]{1,6}/")  # what the document of that title has


def find(evidence: Evidence) -> Iterator[Fault]:
    """Emphasis of twelve words, or thirty Chinese characters, or more."""
    for passage in evidence.own:
        if passage.role not in ("numbered", "item", "close") or passage.quoted:
            continue
        for start, end in passage.emphasis:
            words = passage.text[start:end]
            wide = sum(character > "\u2e80" for character in words)
            is_title = _TITLE.match(words) or _SYMBOL_AFTER.match(passage.text, end)
            if (len(words.split()) >= 12 or wide >= 30) and not is_title:
                yield evidence.fault(
                    passage,
                    start,
                    min(end, start + 30),
                    f"{len(words)} characters set in italics",
                    "take the emphasis out",
                )
