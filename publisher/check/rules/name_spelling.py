"""A name is spelled in two ways.

Why: a reader takes Jirón and Jiron for two people.
Authority: house rule (V14): a name is spelled as its bearer does, everywhere alike.
Bad: Paola Jirón … Jiron 女士
Good: Paola Jirón … Jirón 女士
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage

_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w’'-]*[a-zà-ÿā-žа-яё][\w’'-]*")
_POSSESSIVE = re.compile(r"(?:[’']s|[’'-]+)$")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Names that differ from another spelling by a letter or accent.

    Accents are compared for every capitalized word; single letters only against the names of `persons`.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, list[tuple[Passage, int, int]]] = defaultdict(list)
    for passage in evidence.own:
        for hit in _NAME.finditer(passage.text):
            word = _POSSESSIVE.sub("", hit.group())
            spellings[_folded(word)][word] += 1
            places[word].append((passage, hit.start(), hit.start() + len(word)))
    persons = _persons(evidence)
    common = {_folded(word) for word in re.findall(r"(?<![\w’'-])[^\W\d_A-ZÀ-ÞА-ЯЁŒ][\w’'-]*", evidence.text)}
    for folded, words in spellings.items():
        if folded in common:  # a word that begins a sentence here and there, not a name
            continue
        yield from _two_ways(evidence, words, places, persons)
        near = next((known for key, known in persons.items() if _one_off(folded, key)), None)
        if near is not None and folded not in persons:
            for word in words:
                for passage, start, end in places[word]:
                    if word[:1] == near[:1] or word[1:] == near[1:]:
                        yield evidence.fault(
                            passage, start, end, f"“{word}”, but the person is “{near}”", "spell it alike"
                        )


def _two_ways(
    evidence: Evidence, words: Counter[str], places: dict[str, list[tuple[Passage, int, int]]], persons: dict[str, str]
) -> Iterator[Fault]:
    accents = {word: sum(unicodedata.combining(c) > 0 for c in _parted(word)) for word in words}
    if len(set(accents.values())) < 2 and len({word.replace("-", "") for word in words}) == len(words) == 1:
        return
    if len({word.casefold() for word in words}) < 2:
        return
    right = next((p for p in persons.values() if p in words), None) or max(words, key=lambda w: (accents[w], words[w]))
    beside = {neighbour for place in places[right] for neighbour in _neighbours(*place)}
    for word in words:
        hyphens = word.casefold().replace("-", "") == right.casefold().replace(
            "-", ""
        )  # South-East, Southeast: two names
        if word.casefold() != right.casefold() and len(word) > 3 and not (hyphens and right not in persons.values()):
            for passage, start, end in places[word]:
                if right not in persons.values() and not beside & set(_neighbours(passage, start, end)):
                    continue
                yield evidence.fault(passage, start, end, f"“{word}”, elsewhere “{right}”", "spell it alike")


def _neighbours(passage: Passage, start: int, end: int) -> Iterator[str]:
    """The capitalized words before and after a name: two spellings of one name share one."""
    before, after = (
        re.search(r"([^\W\d_][\w.’-]*) $", passage.text[:start]),
        re.match(r" ([^\W\d_][\w.’-]*)", passage.text[end:]),
    )
    for found in (before, after):
        if found is not None and found[1][0].isupper():
            yield found[1]


def _persons(evidence: Evidence) -> dict[str, str]:
    words = (word for name in evidence.written.words.persons.values() for word in _NAME.findall(name.text))
    return {_folded(word): word for word in words if len(word) > 4}


def _folded(word: str) -> str:
    plain = _parted(word)
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "’'-").casefold()


def _parted(word: str) -> str:
    """The letters of a word apart from their accents; the breve of й is none, but part of a letter of its own."""
    return unicodedata.normalize("NFD", re.sub("[йЙ]", "j", word))


def _one_off(first: str, second: str) -> bool:
    """Say whether two words of five letters or more differ by one letter changed, left out, added or swapped."""
    if first == second or min(len(first), len(second)) < 5 or abs(len(first) - len(second)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    rest, other = first[start:], second[start:]
    if (
        not rest or not other or len(rest) == len(other) == 1
    ):  # a last letter more or other is an ending of the language
        return False
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[:2] == other[:2][::-1] and rest[2:] == other[2:])
    )
