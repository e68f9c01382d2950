"""Agendas set out as lists: lines with numbers, items under them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from publisher.language import Vocabulary
from publisher.receive.word.nesting import same


@dataclass(slots=True)
class Agenda:
    """An agenda while it is read: each item with its words and sub-items."""

    vocabulary: Vocabulary
    items: list[tuple[str, list[str]]] = field(default_factory=list)

    def takes(self, number: str) -> bool:
        """Whether `number` goes on this agenda.

        As its next item, or the next one under the last.
        """
        return self._is_next(number) or self._is_under(number)

    def take(self, words: str, number: str) -> None:
        """Take the item with this number, which `takes` said goes on."""
        if self._is_next(number):
            self.items.append((words, []))
        else:
            self.items[-1][1].append(words)

    def _is_next(self, number: str) -> bool:
        return same(number, self.vocabulary.agenda_number(len(self.items) + 1, 1).printed)

    def _is_under(self, number: str) -> bool:
        return bool(self.items) and same(number, self.vocabulary.agenda_number(len(self.items[-1][1]) + 1, 2).printed)

    @property
    def is_flat(self) -> bool:
        """Whether no item has others under it."""
        return not any(under for _, under in self.items)

    def named(self) -> tuple[list[Any], dict[str, str]]:
        """The record's list of names, and the words by name."""
        words: dict[str, str] = {}
        listed: list[Any] = []
        for place, (item, under) in enumerate(self.items, 1):
            key = _name(item, f"item-{place}", words)
            words[key] = item
            below = []
            for at, sub in enumerate(under, 1):
                inner = _name(sub, f"item-{place}-{at}", words)
                words[inner] = sub
                below.append(inner)
            listed.append({"id": key, "items": below} if below else key)
        return listed, words


def _name(words: str, otherwise: str, taken: dict[str, str]) -> str:
    """A name made of the first words of an item, in Latin letters; its number where there are none."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", re.sub(r"\[\^[^\]]*\]", "", plain))[:5]
    name = "-".join(parts)
    return name if re.match(r"[a-z]", name) and name not in taken and len(parts) > 1 else otherwise
