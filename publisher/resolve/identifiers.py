"""Identifiers of blocks: the author's or made from numbers.

ASCII, unique, short enough for Word.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from publisher.resolve.drafting import DraftDivision, Drafting

LONGEST = 40  # characters of a Word bookmark name (ENGINE_NOTES §2)
LONGEST_OF_NOTE = 35  # “note-” and “call-” are put before it


def shortened(name: str, longest: int = LONGEST) -> str:
    """`name`, where too long cut and told apart by a digest of the whole."""
    if len(name) <= longest:
        return name
    return f"{name[: longest - 7]}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"


class Identifiers:
    """Hands out identifiers, each once.

    Those that authors wrote are kept for the blocks they wrote them on.
    """

    def __init__(self, written: frozenset[str], reserved: frozenset[str]) -> None:
        self._kept = frozenset(map(shortened, written - reserved))
        self._given = set(reserved)
        self._counts: Counter[str] = Counter()
        self._again: Counter[str] = Counter()

    def of_author(self, name: str) -> str:
        """The author's identifier.

        With a figure behind it where it was given before.
        """
        return self._free(shortened(name), self._given)

    def made(self, name: str) -> str:
        """A made identifier: `name`, with a figure where it is taken.

        By an author or a block before.
        """
        return self._free(shortened(name), self._given | self._kept if name in self._kept else self._given)

    def counted(self, stem: str) -> str:
        """`stem` with the next figure: text-1, text-2."""
        self._counts[stem] += 1
        return self.made(f"{stem}-{self._counts[stem]}")

    def _free(self, name: str, taken: set[str] | frozenset[str]) -> str:
        free = name
        while free in taken:
            self._again[name] += 1  # where the search for a free figure left off: many blocks may ask for one name
            free = shortened(f"{name}-{self._again[name] + 1}")
        self._given.add(free)
        return free


def report_duplicates(divisions: Sequence[DraftDivision], drafting: Drafting) -> None:
    """Report identifiers written on two parts, notes included."""
    words = drafting.document.words
    met = {*words.footnotes, *words.front_notes}
    for key in words.footnotes.keys() & words.front_notes.keys():
        drafting.report("RF003", f"two footnotes are called “{key}”", words.front_notes[key].at, span=key)
    for draft in (draft for division in divisions for draft in division.drafts):
        if draft.id in met:
            at = getattr(draft.block, "at", None)
            drafting.report(
                "RF003", f"“{draft.id}” is the identifier of two parts", at, span=draft.id, hint="rename one"
            )
        elif draft.id:
            met.add(draft.id)
