"""What a resolution says of its adoption, read from its words.

The title tells the organ and the day, the line in square brackets on whose report or proposal, the lines under the text
the meeting, how it was adopted and who voted how. A line counts where it is what the program would write of the fact.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from typing import Any

from publisher.language import Vocabulary
from publisher.model.reference import Reference, Resolutions
from publisher.receive.said import ASKED, GROUPS, SAID_IN_WORDS, Facts, folded, forms_of
from publisher.receive.sheets.heads import SIDES
from publisher.receive.written import bare
from publisher.wording.facts import plain_fact

_LONGEST_DATE = 40  # characters
_PLACES = {
    "number": r"(?P<number>\S+(?: [A-Z]| \(\d{4}\))?)",
    "date": r"(?P<date>.{4,40}?)",
    "meeting": r"(?P<meeting>\S{1,12})",
}


@dataclass(frozen=True, slots=True)
class Adopted:
    """What the lines under a text say: the meeting, the manner, the vote.

    None for what they do not say.
    """

    meeting: dict[str, Any] | None = None
    manner: str | None = None
    vote: dict[str, Any] | None = None


@dataclass(frozen=True)
class AdoptionReader:
    """Reads the lines of one language with what reads its facts."""

    facts: Facts

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
        vote = self.vote_under(lines, number)
        given = [folded(line) for line in lines]
        without = folded(self.facts.sentence("resolution-without-vote"))
        manner = "vote" if vote else "without-vote" if any(_signs(line) == _signs(without) for line in given) else None
        return Adopted(self._meeting(given), manner, vote)

    def vote_under(self, lines: Sequence[str], number: str) -> dict[str, Any] | None:
        """The vote that the lines under the resolution `number` tell of."""
        return self._vote(folded(" ".join(lines)), number)

    def _meeting(self, lines: Sequence[str]) -> dict[str, Any] | None:
        """The number, kind and day of the meeting, from the two lines that name them."""
        for line, after in pairwise(lines):
            day = day_in(after, self.facts.vocabulary)
            for number in map(int, re.findall(r"\d{1,5}", line)) if day else ():
                for kind, resumed in product(("plenary", "committee"), (False, True)):
                    if _signs(line) == _signs(folded(self._named(number, kind, resumed=resumed))):
                        made: dict[str, Any] = {"number": number, "date": day}
                        made |= {"kind": kind} if kind != "plenary" else {}
                        return made | ({"resumed": True} if resumed else {})
        return None

    def _named(self, number: int, kind: str, *, resumed: bool) -> str:
        printed = self.facts.vocabulary.ordinal_in_figures(number, "meeting").strip()
        return self.facts.sentence(
            "resolution-meeting", meeting=plain_fact({"kind": kind, "resumed": resumed}), number=printed
        )

    # Votes

    def _vote(self, text: str, number: str) -> dict[str, Any] | None:
        """The States on each side, listed under a sentence that counts as many; else what one of its forms counts."""
        before, listed = self.facts.by_side(text)
        opening, bracket, sentence = before.rpartition("[")
        sides = {side: sorted(listed.get(side, ())) for side in SIDES}
        if listed and _counts(sentence, [len(side) for side in sides.values()], whole=bool(bracket)):
            called = self.facts.method(sentence) == "roll-call"
            return {"on": number, "method": "roll-call" if called else "recorded"} | sides
        for pattern, method, fixed in self._forms if bracket else ():
            if found := pattern.search(text, len(opening)):
                counts = {side: fixed[side] if side in fixed else int(found[name]) for name, side in GROUPS}
                agrees = all(len(states) == counts[side] for side, states in listed.items())
                return {"on": number, "method": method} | counts if agrees else None
        return None

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
        said = folded(self.facts.sentence("resolution-vote", method=method, listed=True, **asked))
        return re.split(r"[.。]", said)[0]


def _counts(sentence: str, listed: Sequence[int], *, whole: bool) -> bool:
    """True where `sentence` counts as many as are `listed`, side after side; what it may say in words is left open.

    A `whole` sentence holds no other figures; before another one a meeting and a day may be told.
    """
    figures = list(map(int, re.findall(r"\d+", sentence)))
    for count in reversed(listed):
        if figures[-1:] == [count]:
            figures.pop()
        elif count > SAID_IN_WORDS:
            return False
    return not (figures and whole)


def day_in(text: str, vocabulary: Vocabulary) -> datetime.date | None:
    """The day that `text` is the date of."""
    year = re.search(r"(?:19|20)\d\d", text)
    if year is None or len(text) > _LONGEST_DATE:
        return None
    first, said = datetime.date(int(year[0]), 1, 1), _signs(folded(text))
    days = (first + datetime.timedelta(days=count) for count in range(366))
    return next((day for day in days if _signs(folded(vocabulary.date(day))) == said), None)


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
