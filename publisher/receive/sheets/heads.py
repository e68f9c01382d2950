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

from publisher.model.words import Given


@dataclass(frozen=True)
class Heads:
    """The words for columns, votes and categories by what they mean.

    The headings of a list, by language.
    """

    words: Mapping[str, frozenset[str]]
    headings: Mapping[str, Mapping[str, str]]


COLUMNS = ("name", "honorific", "function", "state", "body", "category", "role", "vote")
Row = Sequence[Given | None]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is what, the row of heads, heads without meaning."""

    row: int
    places: Mapping[str, int]
    unknown: tuple[str, ...]

    def said(self, row: Row, column: str) -> str:
        """What a row says in a column, nothing where the sheet has no such column."""
        place = self.places.get(column)
        cell = row[place] if place is not None and place < len(row) else None
        return " ".join(cell.text.split()) if cell is not None else ""


@lru_cache(maxsize=4)
def load_heads(reference: Path) -> Heads:
    """What data/reference/heads.yaml says."""
    loaded = yaml.safe_load((reference / "heads.yaml").read_text(encoding="utf-8"))
    headings = loaded.pop("headings")
    return Heads({key: frozenset(bare(str(word)) for word in words) for key, words in loaded.items()}, headings)


def columns_of(rows: Sequence[Row], heads: Heads) -> Columns | None:
    """The columns of the first row with two known heads, or None.

    Of ten rows.
    """
    for number, row in enumerate(rows[:10]):
        places: dict[str, int] = {}
        unknown = []
        for place, cell in enumerate(row):
            text = cell.text if cell is not None else ""
            meant = meaning(text, heads, COLUMNS)
            if meant and meant not in places:
                places[meant] = place
            elif text.strip():
                unknown.append(text.strip())
        if len(places) >= 2 or ("state" in places and len(row) == 1):
            return Columns(number, places, tuple(unknown))
    return None


def meaning(text: str, heads: Heads, among: Iterable[str]) -> str:
    """What the words of a cell mean `among` these, if anything."""
    said = bare(re.sub(r"\s*[(（].*", "", text)) or bare(text)
    return next((key for key in among if said in heads.words.get(key, ())), "")


def bare(text: str) -> str:
    """Words in small letters, with single spaces, no points around."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .:：*")
