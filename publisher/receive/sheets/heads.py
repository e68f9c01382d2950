"""Recognises the columns of a sheet by their heads.

In the words of six languages (data/reference/heads.yaml).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from publisher.model.diagnostic import PagePosition, Position
from publisher.model.words import Given


@dataclass(frozen=True)
class Heads:
    """The words for columns, votes and categories by what they mean.

    The headings of a list, by language.
    """

    words: Mapping[str, frozenset[str]]
    headings: Mapping[str, Mapping[str, str]]


NAMES = ("given", "name", "family")  # as a name is written in most languages
COLUMNS = (*NAMES, "honorific", "function", "state", "body", "category", "role", "vote", "present")
_LOOKED_AT = 30  # rows in which the heads are looked for: titles stand above them
Row = Sequence[Given | None]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is what, the row of heads, heads without meaning."""

    row: int
    places: Mapping[str, int]
    unknown: tuple[str, ...]

    def cell(self, row: Row, column: str) -> Given | None:
        """The cell of a row in a column, None where the sheet has no such column."""
        place = self.places.get(column)
        return row[place] if place is not None and place < len(row) else None

    def said(self, row: Row, column: str) -> str:
        """What a row says in a column, nothing where the sheet has no such column."""
        cell = self.cell(row, column)
        return " ".join(cell.text.split()) if cell is not None else ""

    def at(self, row: Row, name: str, *columns: str) -> Position | PagePosition:
        """The first filled cell of a row in these columns, else in any.

        The file where it has none.
        """
        given = (*(self.cell(row, column) for column in columns), *row)
        places = (cell.at for cell in given if cell is not None and cell.text.strip())
        return next(filter(None, places), PagePosition(name))


SIDES = ("in-favour", "against", "abstaining")


@lru_cache(maxsize=4)
def load_heads(reference: Path) -> Heads:
    """What data/reference/heads.yaml says."""
    loaded = yaml.safe_load((reference / "heads.yaml").read_text(encoding="utf-8"))
    headings = loaded.pop("headings")
    return Heads({key: frozenset(bare(str(word)) for word in words) for key, words in loaded.items()}, headings)


def columns_of(rows: Sequence[Row], heads: Heads) -> Columns | None:
    """The columns of the first row with two known heads, or None."""
    for number, row in enumerate(rows[:_LOOKED_AT]):
        said = {meaning(cell.text, heads, SIDES) for cell in row if cell is not None} - {""}
        sides = said if len(said) > 1 else set()  # one alone may be “No.”
        places: dict[str, int] = {}
        unknown = []
        for place, cell in enumerate(row):
            text = cell.text if cell is not None else ""
            meant = meaning(text, heads, (*COLUMNS, *sides))
            if meant and meant not in places:
                places[meant] = place
            elif text.strip():
                unknown.append(text.strip())
        if len(places) >= 2 or ("state" in places and len(row) == 1):
            return Columns(number, places, tuple(unknown))
    return None


def meaning(text: str, heads: Heads, among: Iterable[str]) -> str:
    """What the words of a cell mean `among` these, if anything."""
    among = list(among)
    said = [bare(re.sub(r"\s*[(（].*", "", text)), bare(text), *map(bare, re.split(r"[/|\n]| [-–—] ", text))]
    return next((key for one in said for key in among if one and one in heads.words.get(key, ())), "")


def bare(text: str) -> str:
    """Words in small letters, with single spaces, no points around."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .:：*")
