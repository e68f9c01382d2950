"""What a new document is to be: its symbol, organ, languages, days, and what follows from them."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.failures import BadRequest
from publisher.model.symbol import Symbol
from publisher.model.workspace import own_reference_of, shipped

if TYPE_CHECKING:
    from publisher.model.reference import Organ

PROFILES = tuple(sorted(path.stem for path in (shipped("templates") / "profile").glob("*.yaml")))
_NATURES = (  # what a symbol says of the kind of its document (CONVENTIONS §3)
    (r" ?\(Annex\b", "annex"), (r"/L\.\d+(?:/Rev\.\d+)?/Add\.\d", "sponsors"),
    (r"/RES/|/Res\.\d", "resolution"), (r"/DEC/|/Dec\.\d", "decision"),
    (r"/SR\.\d", "summary-record"), (r"/PV\.\d", "verbatim-record"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the new document is to be."""

    symbol: str
    organ: Organ
    profile: str
    languages: tuple[str, ...]
    date: datetime.date
    place: str
    days: tuple[datetime.date, ...]
    also: tuple[Organ, ...] = ()  # the other organs of a document under several symbols
    number: int | None = None  # of the session, where it was said

    @property
    def session(self) -> int | None:
        """Number of the session that was said or that the symbol names, None where neither does."""
        return self.number or (self._sitting[0] if self._sitting else None)

    @property
    def session_entry(self) -> str:
        """The entry of a record that says which session it is of; a comment for an organ without sessions."""
        if self.organ.sessions == "none" and self.number is None:
            return "# session: # an organ that sits always has none"
        said = self._sitting is not None and self._sitting[0] == self.session
        part = self._sitting[1] if self._sitting and said else "regular"
        if not said and self.organ.sessions == "yearly":
            part = "yearly"
        return f"session: {{number: {self._counted}{f', part: {part}' if part != 'regular' else ''}}}"

    @property
    def adopted(self) -> str:
        """The number of the resolution or decision: as the symbol says, else the first of its session."""
        spoken = {"special": "S-", "emergency": "ES-"}.get(self._sitting[1] if self._sitting else "", "")
        session = f"{spoken}{self._counted}"
        first = self.organ.numbering.format(number=1, session=session, year=self.date.year)
        return Symbol(self.symbol).number or first

    @property
    def _counted(self) -> int:
        """The session, as far as it is known: the year, or the first."""
        return self.session or (self.date.year if self.organ.sessions == "yearly" else 1)

    @property
    def _sitting(self) -> tuple[int, str] | None:
        return Symbol(self.symbol).sitting(self.organ.symbol_prefix, yearly=self.organ.sessions == "yearly")

    @property
    def meeting(self) -> int:
        """Number of the meeting whose record it is, as the symbol says; 1 without one."""
        found = re.search(r"/(?:SR|PV)\.(\d{1,5})", self.symbol)
        return int(found[1]) if found else 1

    @property
    def original(self) -> str:
        """The language the others will be translations of."""
        return "en" if "en" in self.languages else self.languages[0]

    @property
    def distribution(self) -> str:
        """The distribution category that goes with the symbol (CONVENTIONS §3.1)."""
        nature = re.search(r"/(L|CRP|R)\.\d", self.symbol)
        return {"L": "limited", "CRP": "limited", "R": "restricted"}[nature[1]] if nature else "general"


def organ_of_symbol(symbol: str, asked: str | None, output: Path) -> Organ:
    """The organ asked for, or the one whose symbols begin like this one."""
    from publisher.model.reference import load_reference, organs_of_symbol

    organs = load_reference(shipped("reference"), own_reference_of(output)).organs
    if asked is not None:
        if asked not in organs:
            near = difflib.get_close_matches(asked, organs, n=3)
            raise BadRequest(f"there is no organ “{asked}”; " + choose_from(near or sorted(organs)))
        return organs[asked]
    fitting = organs_of_symbol(symbol, organs.values())
    if not fitting:
        hint = f"name one with --organ: {choose_from(organs)}; or add yours with publisher organ new"
        raise BadRequest(f"no organ has symbols that begin like “{symbol}”; {hint}")
    return fitting[0]


def profile_of_organ(organ: Organ) -> str:
    """The profile of the duty station the organ sits at.

    Geneva's for any other.
    """
    return organ.headquarters if organ.headquarters in PROFILES else "geneva"


def kind_of_symbol(symbol: str) -> str:
    """The kind of document that a symbol names, a session report where it names none."""
    return next((kind for form, kind in _NATURES if re.search(form, symbol)), "session-report")


def meetings_on(days: Sequence[datetime.date]) -> Iterator[dict[str, Any]]:
    """A meeting for each day, and at least two: a session is opened and closed."""
    several = list(days) if len(days) > 1 else [days[0], days[0]]
    for number, day in enumerate(several, 1):
        half = "afternoon" if number > 1 and day == several[number - 2] else "morning"
        yield {"number": number, "date": day, "half": half}


def choose_from(names: Iterable[str]) -> str:
    return f"choose from {', '.join(names)}"
