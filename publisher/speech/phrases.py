"""Sentences of the program in the reader's language, found by their English.

The program makes its sentences in English, with values in them: “no such folder: data/x”. A file a language says each
with places for the values; what no file says stays English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from publisher.speech.speaking import DEFAULT, loaded, speaking

FOLDER = Path(__file__).parent / "phrases"
_PLACE = re.compile(r"\{([a-z]*)\}")
_SAID_TOO = "what"  # a value of this name is itself a sentence or word of the program


def phrase(english: str, language: str = "") -> str:
    """`english` in a language, the one spoken where none is given.

    As it is where no file says it.
    """
    spoken_in = language or speaking()
    if spoken_in == DEFAULT or not english:
        return english
    if (whole := _sentences(spoken_in).get(english)) is not None:
        return whole
    for pattern, names, other in _patterns(spoken_in):
        if found := pattern.fullmatch(english):
            values = dict(zip(names, found.groups(), strict=True))
            if said := values.get(_SAID_TOO):
                values[_SAID_TOO] = phrase(said, spoken_in)
            return _PLACE.sub(lambda place, values=values: values.get(place[1], place[0]), other)  # type: ignore[misc]
    return english


def usage(text: str, language: str = "") -> str:
    """A usage line, or what stands for a value, with its words in capitals in a language."""
    spoken_in = language or speaking()
    if spoken_in == DEFAULT:
        return text
    names = _names(spoken_in)
    return re.sub(r"[A-Z]{3,}", lambda word: names.get(word[0], word[0]), text)


@cache
def _sentences(language: str) -> Mapping[str, str]:
    told = loaded(FOLDER / f"{language}.toml")
    return {english: other for part, lines in told.items() if part != "names" for english, other in lines.items()}


@cache
def _names(language: str) -> Mapping[str, str]:
    names: Mapping[str, str] = loaded(FOLDER / f"{language}.toml")["names"]
    return names


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...], str], ...]:
    """The sentences that take values, those with most words of their own first: they say most closely what is meant."""
    with_places = [pair for pair in _sentences(language).items() if any(_PLACE.findall(pair[0]))]
    with_places.sort(key=lambda pair: -len(_PLACE.sub("", pair[0])))
    return tuple((_pattern(english), tuple(_PLACE.findall(english)), other) for english, other in with_places)


def _pattern(english: str) -> re.Pattern[str]:
    words = [re.escape(part) for part in _PLACE.split(english)[::2]]
    return re.compile("(.+?)".join(words), re.DOTALL)
