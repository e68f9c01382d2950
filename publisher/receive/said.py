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
from publisher.model.workspace import Workspace
from publisher.receive.sheets.heads import SIDES, load_heads
from publisher.receive.written import sentences

_METHODS = ("recorded", "roll-call", "show-of-hands", "secret-ballot", "machine")
GROUPS = tuple(zip("abc", SIDES, strict=True))
ASKED = ("in_favour", "against", "abstaining")
# Counts that languages treat alike: Russian tells 1, 2 and 7 apart, Arabic 0, 3 and 77, and it has a word for two.
FEW = (2, 1, 0)  # what may be said in words
_SAMPLES = (
    (977, 971, 972, 903, 900),
    (887, 881, 882, 803, 800, *FEW),
    (797, 791, 792, 703, 700, *FEW),
)
WITH_FEW = ((*_SAMPLES[0], *FEW), *_SAMPLES[1:])
SAID_IN_WORDS = 2
TIMES = tuple(f"{minute // 60:02}:{minute % 60:02}" for minute in range(24 * 60))  # of a day
_BETWEEN = re.compile(r"\s*(?:[,،、;；]\s*(?:and|et|y|e|и|و|和|以及)?|(?:and|et|y|e|и|和|以及)\s|و(?=\S)|和|以及)\s*")
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
    sentence: Callable[..., str]  # a standard sentence of the language
    words: Mapping[str, frozenset[str]]  # for each side of a vote, see data/reference/heads.yaml

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
            method = self.method(about) if any(map(str.isdigit, line)) else None
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

    def by_side(self, text: str) -> tuple[str, dict[str, list[str]]]:
        """What stands before the lists of a vote, and the States on each side whose list is read whole."""
        text = folded(text)
        labels = list(self._labels.finditer(text))
        made: dict[str, list[str]] = {}
        for label, end in zip(labels, [*(label.start() for label in labels[1:]), len(text)], strict=False):
            listed = text[label.end() : end]
            states = self._listed(listed) or self._listed(listed.partition("\n")[0]) or []  # other text may follow
            if states and len(states) == len(set(states)):
                made.setdefault((label.lastgroup or "").replace("_", "-"), states)
        return (text[: labels[0].start()] if labels else text), made

    def _listed(self, text: str) -> list[str] | None:
        return self.states(text.strip(" .。;；]"))

    def _sides(self, lines: Sequence[str], at: int, counts: Mapping[str, int | None]) -> dict[str, Any]:
        """The figures, or the States where they are listed under the sentence and as many."""
        _, listed = self.by_side("\n".join(lines[at + 1 : at + 8]))
        return dict(counts) | {side: states for side, states in listed.items() if len(states) == counts[side]}

    def method(self, text: str) -> str | None:
        """How `text` says that a vote was taken."""
        said = folded(text).lower()
        for method in _METHODS:
            names = (self.vocabulary.by_method(method), self.vocabulary.method(method))
            if any(words and folded(words).lower() in said for words in names):
                return method
        return None

    @cached_property
    def _labels(self) -> re.Pattern[str]:
        """What is written before the States on each side, as a group of its name."""

        def group(side: str) -> str:
            words = {*self.words[side], self.vocabulary.label(side).rstrip(":： \u00a0").lower()}
            listed = "|".join(sorted(map(re.escape, map(folded, words)), key=len, reverse=True))
            return f"(?P<{side.replace('-', '_')}>{listed})"

        return re.compile(rf"(?<!\w)(?:{'|'.join(map(group, SIDES))}) ?[:：]", re.IGNORECASE)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every name of a State in lists and sentences, the longest first."""
        code = self.vocabulary.code
        names: dict[str, str] = {}
        for state in self.reference.states.values():
            for name in (state.names.get(code, ""), state.in_text.get(code, ""), *state.usual):
                bare = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
                if bare:
                    names.setdefault(folded(bare), state.iso3)
        return dict(sorted(names.items(), key=lambda item: -len(item[0])))

    @cached_property
    def _forms(self) -> dict[re.Pattern[str], dict[str, int]]:
        """The forms in which votes are told, and the sides whose figure each says in its words; rejections first."""
        formula = self.vocabulary.vote_formula
        return self._rejections | forms_of(lambda *counts: formula(*counts))

    @cached_property
    def _rejections(self) -> dict[re.Pattern[str], dict[str, int]]:
        """The forms of “… not adopted, having received 4 votes in favour and 16 against”, from its first figure."""
        told = self.sentence
        vote = {"method": "recorded", "adopted": False}

        def rejected(*counts: int) -> str:
            said = told("vote", vote=vote, what="proposal", listed=False, **dict(zip(ASKED, counts, strict=True)))
            return said[said.index(str(counts[0])) :].rstrip(".。")

        return forms_of(rejected)


def facts_in(vocabulary: Vocabulary, reference: Reference, workspace: Workspace) -> Facts:
    """What reads the facts of a language."""
    sentence = sentences(vocabulary, reference, workspace)
    return Facts(vocabulary, reference, sentence, load_heads(workspace.reference).words)


def with_blanks(text: str) -> str:
    """A pattern of `text`, whatever its blanks."""
    return re.sub(r"(?:\\\s| )+", r"\\s*", re.escape(text))


def forms_of(
    told: Callable[[int, int, int], str], samples: Sequence[Sequence[int]] = _SAMPLES
) -> dict[re.Pattern[str], dict[str, int]]:
    """What `told` says of three counts, figures of the `samples` standing for all that a language treats alike.

    With each form the sides whose count it says in words: one, two.
    """
    made: dict[str, dict[str, int]] = {}
    for given in product(*samples):
        said = with_blanks(told(*given))
        fixed = {}
        for (name, side), value in zip(GROUPS, given, strict=True):
            if value > SAID_IN_WORDS:
                said = said.replace(str(value), rf"(?P<{name}>\d+)", 1)
            else:
                fixed[side] = value
        made.setdefault(said, fixed)
    return {re.compile(said): fixed for said, fixed in made.items()}


def folded(text: str) -> str:
    """`text` without vowel signs, emphasis and the blanks that only typesetters tell apart; apostrophes are one."""
    kept = (sign for sign in text if unicodedata.category(sign) != "Mn" and sign not in "\u0640\u2060*\\")
    text = re.sub(r"\s*\(", " (", re.sub(r"[ \t\u00a0\u202f]+", " ", "".join(kept)))
    return text.replace("'", "’").replace("\u2011", "-")


def _parted(line: str) -> tuple[str, str, str]:
    for colon in (":", "："):
        if colon in line:
            return line.partition(colon)
    return line, "", ""
