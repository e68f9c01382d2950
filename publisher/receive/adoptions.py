"""What a resolution says of its adoption, read from its words.

The title tells the organ and the day, the line in square brackets on whose report or proposal, the lines under the text
the meeting, how it was adopted and who voted how. A line counts where it is what the program would write of the fact.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from typing import Any

from publisher.language import Vocabulary
from publisher.model.reference import Reference, Resolutions
from publisher.receive.said import ASKED, GROUPS, Facts, folded, forms_of
from publisher.receive.written import bare
from publisher.wording.facts import plain_fact

_PLACES = {
    "number": r"(?P<number>\S+(?: [A-Z]| \(\d{4}\))?)",
    "date": r"(?P<date>.{4,40}?)",
    "meeting": r"(?P<meeting>\S{1,12})",
}


@dataclass(frozen=True, slots=True)
class Adopted:
    """What the lines under a text say: the meeting, the manner, the vote; None for what they do not say."""

    meeting: dict[str, Any] | None = None
    manner: str | None = None
    vote: dict[str, Any] | None = None


@dataclass(frozen=True)
class AdoptionReader:
    """Reads the lines of one language; `sentence` writes a standard sentence of it."""

    vocabulary: Vocabulary
    reference: Reference
    sentence: Callable[..., str]

    @staticmethod
    def title(lines: Sequence[str], form: Resolutions, language: str) -> dict[str, str] | None:
        """What the title of an organ's resolution names.

        Its `number`, `date` and `meeting` as printed, as far as the organ's form has them; None for another title.
        """
        for several in (False, True):
            said = "\n".join(form.lines(language, several=several))
            pattern = re.sub(r"\\{(\w+)\\}", lambda found: _PLACES[found[1]], re.escape(said).replace(r"\ ", r"\s+"))
            if said and (found := re.fullmatch(pattern, "\n".join(line.strip() for line in lines))):
                return found.groupdict()
        return None

    def under(self, lines: Sequence[str], number: str) -> Adopted:
        """What the lines under the resolution `number` say."""
        given = [folded(line) for line in lines]
        without = folded(self.sentence("resolution-without-vote"))
        vote = self._vote(" ".join(given), number)
        manner = "vote" if vote else "without-vote" if any(_signs(line) == _signs(without) for line in given) else None
        return Adopted(self._meeting(given), manner, vote)

    def _meeting(self, lines: Sequence[str]) -> dict[str, Any] | None:
        """The number, kind and day of the meeting, from the two lines that name them."""
        for line, after in pairwise(lines):
            day = self.day(after)
            for number in map(int, re.findall(r"\d{1,5}", line)) if day else ():
                for kind, resumed in product(("plenary", "committee"), (False, True)):
                    if _signs(line) == _signs(folded(self._named(number, kind, resumed=resumed))):
                        made: dict[str, Any] = {"number": number, "date": day}
                        made |= {"kind": kind} if kind != "plenary" else {}
                        return made | ({"resumed": True} if resumed else {})
        return None

    def _named(self, number: int, kind: str, *, resumed: bool) -> str:
        printed = self.vocabulary.ordinal_in_figures(number, "meeting").strip()
        return self.sentence(
            "resolution-meeting", meeting=plain_fact({"kind": kind, "resumed": resumed}), number=printed
        )

    def day(self, text: str) -> datetime.date | None:
        """The day that `text` is the date of."""
        year = re.search(r"(?:19|20)\d\d", text)
        if year is None or len(text) > 40:
            return None
        first = datetime.date(int(year[0]), 1, 1)
        days = (first + datetime.timedelta(days=count) for count in range(366))
        return next((day for day in days if _signs(folded(self.vocabulary.date(day))) == _signs(folded(text))), None)

    # Votes

    def _vote(self, text: str, number: str) -> dict[str, Any] | None:
        for pattern, method, fixed in self._forms if "[" in text else ():
            if found := pattern.search(text):
                counts = {side: fixed[side] if side in fixed else int(found[name]) for name, side in GROUPS}
                return {"on": number, "method": method} | self._sides(text[found.end() :], counts)
        return None

    def _sides(self, text: str, counts: dict[str, int]) -> dict[str, Any]:
        """The States of each side where they are listed, each under its label and as many as counted; else the counts."""
        labels = [(side, folded(self.vocabulary.label(side)).rstrip(":： ")) for side in counts]
        places = [(found, side, len(label)) for side, label in labels if (found := text.find(label)) >= 0]
        places.sort()
        facts = Facts(self.vocabulary, self.reference)
        made: dict[str, Any] = dict(counts)
        for (at, side, length), end in zip(places, [*(at for at, _, _ in places[1:]), len(text)], strict=False):
            states = facts.states(text[at + length : end].strip(" :：*.]")) or []
            if len(states) == counts[side] == len(set(states)):
                made[side] = sorted(states)
        listed = [side for side in made if isinstance(made[side], list)]
        whole = all(side in listed or not counts[side] for side in counts)
        return {side: made[side] if side in listed else [] for side in made} if listed and whole else dict(counts)

    @cached_property
    def _forms(self) -> list[tuple[re.Pattern[str], str, Mapping[str, int]]]:
        """The forms of the sentence on a recorded vote, its method, and the counts that a form says in its words."""
        return [
            (form, method, fixed)
            for method in ("recorded", "roll-call")
            for form, fixed in forms_of(lambda *counts, method=method: self._told(method, counts)).items()
        ]

    def _told(self, method: str, counts: Sequence[int]) -> str:
        """The sentence on a vote, up to its first stop."""
        asked = dict(zip(ASKED, counts, strict=True))
        said = folded(self.sentence("resolution-vote", method=method, listed=True, **asked))
        return re.split(r"[.。]", said)[0]


def proponent_of(line: str, reference: Reference, vocabulary: Vocabulary) -> dict[str, str] | None:
    """On whose report or proposal a text was adopted, as a line in square brackets says it.

    With its symbol and paragraph; None where the line says another thing.
    """
    inner = line.strip().strip("[]* ")
    said = re.search(r"\s*[(（]([^(（]*)$", inner)
    if said is None:
        return None
    phrase, inside = inner[: said.start()], said[1].rstrip(")）* ")
    parts = re.split(r"[,،，]\s*", inside)
    symbol = re.fullmatch(r"[A-Z]{1,4}(?:/[A-Z0-9][\w.\-]*)+", parts[0].strip())
    paragraph = re.search(r"\d+", parts[1]) if len(parts) == 2 else None
    known = reference.proponents.items()
    key = next((key for key, names in known if bare(names[vocabulary.code]) == bare(phrase)), "")
    if not key or symbol is None or len(parts) > 2:
        return None
    return {"by": key, "symbol": symbol[0]} | ({"paragraph": paragraph[0]} if paragraph else {})


def _signs(words: str) -> str:
    """The letters and figures of `words`."""
    return "".join(filter(str.isalnum, words))
