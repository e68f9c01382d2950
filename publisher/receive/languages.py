"""In which language a text is written.

By its script, and in Latin letters by its commonest words.
"""

from __future__ import annotations

import re
from collections import Counter

_COMMON = {
    "en": frozenset(["the", "of", "and", "to", "in", "for", "that", "on", "was", "its"]),
    "fr": frozenset(["le", "la", "les", "des", "et", "du", "dans", "une", "sur", "pour"]),
    "es": frozenset(["el", "los", "las", "del", "y", "en", "una", "por", "con", "para"]),
}
_SCRIPTS = (
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str) -> str:
    """The official language most of `text` is written in.

    English where nothing speaks for another.
    """
    letters = len(_LETTER.findall(text)) or 1
    for code, script in _SCRIPTS:
        share = len(script.findall(text)) / letters
        if share > (0.2 if code == "zh" else 0.4):
            return code
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    found = {code: sum(words[word] for word in common) for code, common in _COMMON.items()}
    return max(found, key=lambda code: found[code])
