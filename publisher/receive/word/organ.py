"""The organ that page one of a Word file names.

One of those known; else one of the folder's own, as the masthead says it, so that page one is printed as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from publisher.language import Vocabulary
from publisher.model.characters import slug
from publisher.model.reference import Organ, Reference, organs_of_symbol
from publisher.receive.word.session_lines import alike, session_in

_NAME = re.compile(r"[^\d:：@]{4,160}")  # a date, a distribution, an address are none
_FEWEST_LETTERS = 4
_UP_TO_FIGURES = re.compile(r"(?:[^\d/]+/)+(?=[^/]*\d)|[^\d/]+/")


def organ_of(symbol: str, programme: str, reference: Reference, language: str) -> Organ | None:
    """The organ, by the beginning of the symbol or the masthead.

    None where the masthead has the name of another.
    """
    fitting = organs_of_symbol(symbol, reference.organs.values())
    if not programme:
        return next(iter(fitting), None)
    return next((one for one in (*fitting, *reference.organs.values()) if names(one, programme, language)), None)


def names(organ: Organ, line: str, language: str) -> bool:
    """Whether a line of the masthead is what is printed large there of `organ`."""
    return any(alike(line, name) for name in (organ.programme.get(language), organ.emblem_words.get(language)) if name)


def name_among(lines: Iterable[Sequence[str]]) -> Sequence[str]:
    """Of lines of a masthead that no fact stands for, in groups that stand together: those of the organ's name."""
    return next((group for group in lines if all(map(_is_name, group))), ())


def _is_name(line: str) -> bool:
    return _NAME.fullmatch(line) is not None and sum(map(str.isalpha, line)) >= _FEWEST_LETTERS


def own_organ(name: str, symbol: str, language: str) -> tuple[str, dict[str, Any]]:
    """The key and the entry of an organ that is not among those known."""
    prefix = found[0] if (found := _UP_TO_FIGURES.match(symbol)) else symbol
    key = _key(name) or _key(prefix) or "organ"
    return key, {"names": {language: name}, "programme": {language: name}, "symbol-prefix": prefix}


def _key(words: str) -> str:
    return slug(words) if words.isascii() else ""


def organ_lines(
    lines: Sequence[str], organ: Organ | None, vocabulary: Vocabulary
) -> tuple[list[str] | None, list[str]]:
    """The lines under a masthead that are the organ's, None where they are its usual ones; those below them."""
    usual = list(organ.lines.get(vocabulary.code, ())) if organ is not None else []
    if organ is not None and organ.lines_under_session:
        return None, _without(lines, usual)
    above = list(takewhile(lambda line: session_in(line, vocabulary) is None, lines))
    if len(above) == len(lines):  # nothing says where they end
        above = above[: sum(1 for _ in takewhile(lambda pair: alike(*pair), zip(above, usual, strict=False)))]
    is_usual = len(above) == len(usual) and all(map(alike, above, usual))
    return None if is_usual else above, list(lines[len(above) :])


def _without(lines: Sequence[str], usual: list[str]) -> list[str]:
    """`lines` but for the `usual` ones, each taken once, in their order."""
    left = []
    for line in lines:
        if usual and alike(line, usual[0]):
            usual.pop(0)
        else:
            left.append(line)
    return left
