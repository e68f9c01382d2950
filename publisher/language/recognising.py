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
# Small words of each language; those that two of them have tell nothing between these two.
_SMALL = {
    "en": "the of and to in for that was were its with by from which is are be has have this on at as an their it a not",
    "fr": "le la les l d de des du et à en un une au aux dans que qui par pour sur est sont avec ce cette ces son sa ses ne a",
    "es": "el la los las de del y en un una que por para con se su sus al como lo es son no ha a",
}
_SMALL_WORDS = {code: frozenset(words.split()) for code, words in _SMALL.items()}
_LEAST_WORDS = 10  # fewer are a name or a title, which need not be of the language of the text
_LEAST_SMALL = 3  # that are small words of the language
_LEAST_SHARE = 0.2  # of small words; in most sentences they are a third and more
_WELL_APART = 4  # times as many of the one language as of the other
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÀ-ÿ]+")
_SCRIPTS = (
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
OF_SCRIPT = frozenset(code for code, _ in _SCRIPTS)  # languages that their script tells apart
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
    words = Counter(_WORD.findall(text.lower()))
    found = {code: sum(words[word] for word in common) for code, common in _COMMON.items()}
    return max(found, key=lambda code: found[code])


def may_tell(text: str) -> bool:
    """Say whether `text` has Latin words enough to be in another language.

    False is certain.
    """
    return len(_LATIN.findall(text)) >= _LEAST_SMALL


def other_language(text: str, language: str) -> str:
    """The Latin-written language that `text` is in, plainly and not in `language`, or “”.

    Names and titles say nothing: only what has many small words of the one and hardly any of the other.
    """
    words = _WORD.findall(text.lower())
    if len(words) < _LEAST_WORDS:
        return ""
    counted, own = Counter(words), _SMALL_WORDS.get(language, frozenset())
    least = max(_LEAST_SMALL, _LEAST_SHARE * len(words))
    scores = {code: sum(counted[word] for word in small - own) for code, small in _SMALL_WORDS.items()}
    found = max(scores, key=lambda code: scores[code])
    here = sum(counted[word] for word in own - _SMALL_WORDS[found])
    return found if scores[found] >= max(least, _WELL_APART * here) else ""
