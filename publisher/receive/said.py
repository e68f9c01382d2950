"""Facts that the text says plainly: who attended, how many voted how.

Each with the words it was read from. Nothing is guessed: a list of States counts where every name in it is one, and
as many as the sentence says; a vote where the sentence is the one the language has for it and says how it was taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

from publisher.language import Vocabulary
from publisher.model.reference import Reference

_METHODS = ("recorded", "roll-call", "show-of-hands", "secret-ballot", "machine")
_SIDES = ("in-favour", "against", "abstaining")
GROUPS = tuple(zip("abc", _SIDES, strict=True))
ASKED = ("in_favour", "against", "abstaining")
# Counts that languages treat alike: Russian tells 1, 2 and 7 apart, Arabic 0, 3 and 77, and it has a word for two.
_SAMPLES = (
    (977, 971, 972, 903, 900),
    (887, 881, 882, 803, 800, 2, 1, 0),
    (797, 791, 792, 703, 700, 2, 1, 0),
)
_SAID_IN_WORDS = 2
_BETWEEN = re.compile(r"\s*(?:[,،、;；]\s*(?:and|et|y|e|и|و|和|以及)?|(?:and|et|y|e|и|和|以及)\s|و(?=\S))\s*")
_ARTICLE = re.compile(r"(?:the|la|le|les|l’|el|los|las)\s+|l’", re.IGNORECASE)
_DECISION = re.compile(r"(?<![\w/.])\d{1,3}/\d{1,3}(?![\w/])")
_FEWEST = 3  # States in a list that is taken for one of those attending


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact, and the words it was read from."""

    value: Any
    words: str


@dataclass(frozen=True)
class Facts:
    """Reads the facts of one language."""

    vocabulary: Vocabulary
    reference: Reference
    sentence: Callable[..., str] | None = None  # a standard sentence of the language

    def attendance(self, lines: Sequence[str]) -> Fact | None:
        """The member States present, as the first sentence says.

        The first that says how many and names as many.
        """
        for line in lines:
            before, colon, after = _parted(line)
            states = self.states(after) if colon else None
            if states and len(states) >= _FEWEST and str(len(states)) in re.findall(r"\d+", before):
                return Fact({"members": states}, before.strip())
        return None

    def votes(self, lines: Sequence[str]) -> Iterator[Fact]:
        """The votes whose figures and way of voting are said."""
        for at, line in enumerate(lines):
            about = "\n".join(lines[max(0, at - 1) : at + 1])
            method = self._method(about) if any(map(str.isdigit, line)) else None
            found = next(filter(None, (form.search(line) for form in self._forms)), None) if method else None
            if found is None:
                continue
            fixed = self._forms[found.re]
            counts = {side: fixed.get(side) if side in fixed else int(found[name]) for name, side in GROUPS}
            named = _DECISION.search(about)
            value = {"on": named[0] if named else "proposal", "method": method} | self._sides(lines, at, counts)
            value |= {"adopted": False} if found.re in self._rejections else {}
            yield Fact(value, found[0])

    def states(self, text: str) -> list[str] | None:
        """The codes of the States `text` lists, or None.

        None where it names anything else.
        """
        text = folded(text).strip().rstrip(".。")
        codes: list[str] = []
        at = 0
        while at < len(text):
            article = _ARTICLE.match(text, at)
            begin = article.end() if article else at
            found = next((name for name in self._names if text.startswith(name, begin)), None)
            if found is None:
                return None
            codes.append(self._names[found])
            at = begin + len(found)
            if at < len(text):
                between = _BETWEEN.match(text, at)
                if between is None:
                    return None
                at = between.end()
        return codes or None

    def _sides(self, lines: Sequence[str], at: int, counts: Mapping[str, int | None]) -> dict[str, Any]:
        """The figures, or the States where they are listed under the sentence and as many."""
        made: dict[str, Any] = dict(counts)
        for side in _SIDES:
            label = folded(self.vocabulary.label(side))
            listed = next((line for line in map(folded, lines[at + 1 : at + 8]) if line.startswith(label)), None)
            states = self.states(listed[len(label) :].lstrip(" :：")) if listed else None
            if states and len(states) == counts[side]:
                made[side] = states
        return made

    def _method(self, text: str) -> str | None:
        folded = text.lower()
        for method in _METHODS:
            said = (self.vocabulary.by_method(method), self.vocabulary.method(method))
            if any(words and words.lower() in folded for words in said):
                return method
        return None

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every name of a State in lists and sentences, the longest first."""
        code = self.vocabulary.code
        names: dict[str, str] = {}
        for state in self.reference.states.values():
            for name in (state.names.get(code, ""), state.in_text.get(code, "")):
                bare = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
                if bare:
                    names[folded(bare)] = state.iso3
        return dict(sorted(names.items(), key=lambda item: -len(item[0])))

    @cached_property
    def _forms(self) -> dict[re.Pattern[str], dict[str, int]]:
        """The forms in which votes are told, and the sides whose figure each says in its words; rejections first."""
        formula = self.vocabulary.vote_formula
        return self._rejections | forms_of(lambda *counts: formula(*counts))

    @cached_property
    def _rejections(self) -> dict[re.Pattern[str], dict[str, int]]:
        """The forms of “… not adopted, having received 4 votes in favour and 16 against”, from its first figure."""
        if self.sentence is None:
            return {}
        told = self.sentence
        vote = {"method": "recorded", "adopted": False}

        def rejected(*counts: int) -> str:
            said = told("vote", vote=vote, what="proposal", listed=False, **dict(zip(ASKED, counts, strict=True)))
            return said[said.index(str(counts[0])) :].rstrip(".。")

        return forms_of(rejected)


def forms_of(told: Callable[[int, int, int], str]) -> dict[re.Pattern[str], dict[str, int]]:
    """What `told` says of three counts, figures standing for all that a language treats alike.

    With each form the sides whose count it says in words: one, two.
    """
    made: dict[str, dict[str, int]] = {}
    for given in product(*_SAMPLES):
        said = re.sub(r"(?:\\\s| )+", r"\\s*", re.escape(told(*given)))
        fixed = {}
        for (name, side), value in zip(GROUPS, given, strict=True):
            if value > _SAID_IN_WORDS:
                said = said.replace(str(value), rf"(?P<{name}>\d+)", 1)
            else:
                fixed[side] = value
        made.setdefault(said, fixed)
    return {re.compile(said): fixed for said, fixed in made.items()}


def folded(text: str) -> str:
    """`text` without vowel signs, emphasis and the blanks that only typesetters tell apart; apostrophes are one."""
    kept = (sign for sign in text if unicodedata.category(sign) != "Mn" and sign not in "\u0640\u2060*\\")
    return re.sub(r"[ \t\u00a0\u202f]+", " ", "".join(kept)).replace("'", "’").replace("\u2011", "-")


def _parted(line: str) -> tuple[str, str, str]:
    for colon in (":", "："):
        if colon in line:
            return line.partition(colon)
    return line, "", ""
