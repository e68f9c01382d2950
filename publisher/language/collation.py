"""Alphabetical order of names, by language, without system libraries."""

from __future__ import annotations

import re
import unicodedata

from publisher.language.entries import CollationEntries


def key(entries: CollationEntries, name: str) -> str:
    """What `name` is compared by.

    Prefixes left out, letters replaced, then accents and marks dropped. A replacement such as ñ → n + U+FFFF makes a
    letter of its own, after all that begins with n.
    """
    folded = re.sub(entries.ignore, "", name) if entries.ignore else name
    folded = unicodedata.normalize("NFC", folded.casefold())
    for letter, replacement in entries.replace.items():
        folded = folded.replace(letter, replacement)
    decomposed = unicodedata.normalize("NFKD", folded)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(re.sub(r"[^\w\uffff]+", " ", bare.replace("’", "").replace("'", "")).split())
